import {
  scimFields,
  userSyncFields,
  validateScim,
  validateUserSync,
  type Connection,
} from '@settings'
import {
  changeConnection,
  valueOrThrow,
  type AdminAnswer,
  type AdminRequest,
} from './admin-context'
import { connectionView } from './connection-view'
import { whatChanged } from './setting-words'

/** PUT /connections/{id}/scim */
export function changeScim(request: AdminRequest): AdminAnswer {
  let said = ''
  const changed = changeConnection(request, (old, settings) => {
    const others = settings.connections.filter(({ id }) => id !== old.id)
    const taken = others.map(({ scim }) => scim.appName)
    const scim = valueOrThrow(validateScim(request.body, taken))
    said = whatChanged(scimFields, old.scim, scim)
    return { ...old, scim }
  })
  return shown(request, changed, said)
}

/** PUT /connections/{id}/user-sync */
export function changeUserSync(request: AdminRequest): AdminAnswer {
  const userSync = valueOrThrow(validateUserSync(request.body))
  let said = ''
  const changed = changeConnection(request, (old) => {
    said = whatChanged(userSyncFields, old.userSync, userSync)
    return { ...old, userSync }
  })
  return shown(request, changed, said)
}

function shown(request: AdminRequest, connection: Connection, changed: string): AdminAnswer {
  const body = connectionView(connection, request.ports)
  return { status: 200, body, about: connection, changed }
}
