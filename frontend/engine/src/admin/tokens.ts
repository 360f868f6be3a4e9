import { validateNewToken, type NewToken, type NewTokenShown, type Token } from '@settings'
import { isExpired } from '../connections/authenticate'
import { forgetToken } from '../connections/contact'
import type { Ports } from '../ports/ports'
import {
  changeConnection,
  valueOf,
  valueOrThrow,
  type AdminAnswer,
  type AdminRequest,
} from './admin-context'
import { AdminError, conflict } from './admin-error'
import { connectionView } from './connection-view'

/** How many tokens may live at once: the old and the new one while the provider is changed over (ADR 0007). */
const MOST_LIVE = 2

/** A new token: the text to show once, and what is stored of it. */
export function makeToken(
  wanted: NewToken,
  ports: Ports,
): { readonly token: string; readonly stored: Token } {
  const token = ports.random.token()
  const stored = {
    id: ports.random.token().slice(0, 12),
    name: wanted.name,
    hash: ports.random.sha256(token),
    created: ports.clock.now(),
    expires: wanted.expires,
  }
  return { token, stored }
}

/** POST /connections/{id}/tokens. Expired tokens make room. Throws AdminError 409 while two are live. */
export function addToken(request: AdminRequest): AdminAnswer {
  const { ports, body } = request
  const now = ports.clock.now()
  const wanted = valueOrThrow(validateNewToken(body, now))
  const { token, stored } = makeToken(wanted, ports)
  const connection = changeConnection(request, (old) => {
    const live = old.tokens.filter((each) => !isExpired(each, now))
    if (live.length >= MOST_LIVE)
      throw conflict('Two tokens are live already: revoke the one that is no longer used')
    return { ...old, tokens: live.concat(stored) }
  })
  const shown: NewTokenShown = {
    connection: connectionView(connection, ports),
    tokenId: stored.id,
    token,
  }
  const changed = `made the token ${stored.name}`
  return { status: 201, body: shown, about: connection, changed }
}

/** DELETE /connections/{id}/tokens/{tokenId}. Acts at once here, elsewhere within two seconds. */
export function revokeToken(request: AdminRequest): AdminAnswer {
  const { ports } = request
  const tokenId = valueOf(request, 'token')
  let name = ''
  const connection = changeConnection(request, (old) => {
    const revoked = old.tokens.filter(({ id }) => id === tokenId)[0]
    if (!revoked) throw new AdminError(404, 'This token does not exist any more')
    name = revoked.name
    return { ...old, tokens: old.tokens.filter(({ id }) => id !== tokenId) }
  })
  forgetToken(ports, connection.id, tokenId)
  const body = connectionView(connection, ports)
  return { status: 200, body, about: connection, changed: `revoked the token ${name}` }
}
