import {
  scimFields,
  userSyncFields,
  validateScim,
  validateUserSync,
  type Connection,
  type Fields,
} from '@settings'
import {
  changeConnection,
  valueOrThrow,
  type AdminAnswer,
  type AdminRequest,
} from './admin-context'
import { connectionView } from './connection-view'

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

/** For Activity: `Mode: live → paused; App Name: Acme → Acme Corp`. */
function whatChanged<T>(fields: Fields<T>, before: T, after: T): string {
  const names = Object.keys(fields) as (keyof T)[]
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${fields[name].label}: ${String(before[name])} → ${String(after[name])}`)
    .join('; ')
}

function shown(request: AdminRequest, connection: Connection, changed: string): AdminAnswer {
  const body = connectionView(connection, request.ports)
  return { status: 200, body, connectionId: connection.id, changed }
}
