import { validateScim, validateUserSync, type Connection } from '@settings'
import {
  changeConnection,
  valueOrThrow,
  type AdminAnswer,
  type AdminRequest,
} from './admin-context'
import { connectionView } from './connection-view'

/** PUT /connections/{id}/scim */
export function changeScim(request: AdminRequest): AdminAnswer {
  const changed = changeConnection(request, (old, settings) => {
    const others = settings.connections.filter(({ id }) => id !== old.id)
    const taken = others.map(({ scim }) => scim.appName)
    return { ...old, scim: valueOrThrow(validateScim(request.body, taken)) }
  })
  return shown(request, changed, 'changed the SCIM settings')
}

/** PUT /connections/{id}/user-sync */
export function changeUserSync(request: AdminRequest): AdminAnswer {
  const userSync = valueOrThrow(validateUserSync(request.body))
  const changed = changeConnection(request, (old) => ({ ...old, userSync }))
  return shown(request, changed, 'changed the User Sync settings')
}

function shown(request: AdminRequest, connection: Connection, changed: string): AdminAnswer {
  const body = connectionView(connection, request.ports)
  return { status: 200, body, connectionId: connection.id, changed }
}
