import type { Connection, Token } from '@settings'
import type { Exchange } from '../exchange'
import type { Ports } from '../ports/ports'
import { ScimError } from '../scim-error'

/** No token of ours is longer than 64; a long header is not worth hashing. */
const LONGEST_CREDENTIALS = 4096

/**
 * The token of the connection that the request carries (ADR 0007): `Authorization: Bearer t` in any case, a bare `t`
 * (Okta's header authentication), or the connection's second header where one is set.
 *
 * Throws a ScimError 401 whose words tell a missing header from a wrong and from an expired token.
 */
export function authenticate(exchange: Exchange, connection: Connection, ports: Ports): Token {
  const candidates = credentials(exchange, connection)
  if (candidates.length === 0) throw unauthorized(missingWords(connection))
  for (const candidate of candidates) {
    const token = findToken(ports.random.sha256(candidate), connection.tokens)
    if (!token) continue
    if (token.expires !== 0 && isExpired(token, ports.clock.now()))
      throw unauthorized(
        `The bearer token ${JSON.stringify(token.name)} has expired: make a new one on the SCIM tab`,
      )
    return token
  }
  throw unauthorized(
    'The bearer token is not one of this connection: copy the token again, or make a new one on the SCIM tab',
  )
}

/** True from the moment of expiry on. `now` in milliseconds since 1970, UTC. */
export function isExpired(token: Token, now: number): boolean {
  return token.expires !== 0 && token.expires <= now
}

function credentials(exchange: Exchange, connection: Connection): readonly string[] {
  const { tokenHeader } = connection.scim
  const headers = tokenHeader === '' ? ['authorization'] : ['authorization', tokenHeader]
  const found: string[] = []
  for (const header of headers) {
    const value = headerValue(exchange, header)
    if (value !== '') found.push(value.slice(0, LONGEST_CREDENTIALS))
  }
  return found
}

function headerValue(exchange: Exchange, name: string): string {
  const value = Object.prototype.hasOwnProperty.call(exchange.headers, name)
    ? (exchange.headers[name] as string).trim()
    : ''
  if (value.toLowerCase() === 'bearer') return ''
  return value.slice(0, 7).toLowerCase() === 'bearer ' ? value.slice(7).trim() : value
}

/** Looks at every token and all of it, so that the time taken says nothing. */
function findToken(hash: string, tokens: readonly Token[]): Token | undefined {
  let found: Token | undefined
  for (const token of tokens) if (isSameHash(hash, token.hash)) found = token
  return found
}

/** Hexadecimal digits that are compared at a time: as many as a number of 32 bits has. */
const DIGITS = 8

function isSameHash(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at += DIGITS)
    difference |=
      parseInt(one.slice(at, at + DIGITS), 16) ^ parseInt(other.slice(at, at + DIGITS), 16)
  return difference === 0
}

function missingWords(connection: Connection): string {
  const { tokenHeader } = connection.scim
  const second = tokenHeader === '' ? '' : ` and no ${tokenHeader} header`
  return `No Authorization header${second} arrived: send “Authorization: Bearer <token>”. A proxy in between may have taken it away`
}

/** RFC 7235 §3.1 asks for the challenge. */
function unauthorized(detail: string): ScimError {
  return new ScimError(401, detail, undefined, {
    'WWW-Authenticate': 'Bearer realm="SCIM for Crowd"',
  })
}
