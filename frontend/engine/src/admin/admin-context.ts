import type { Checked, Connection, Settings } from '@settings'
import type { StoredSettings } from '../connections/stored-settings'
import type { Ports } from '../ports/ports'
import { invalidFields, unknownConnection } from './admin-error'

/** One request of the admin page, read. */
export interface AdminRequest {
  readonly ports: Ports
  readonly settings: StoredSettings
  /** What the route's placeholders stand for, decoded. */
  readonly values: Readonly<Record<string, string>>
  /** Decoded query parameters. */
  readonly query: Readonly<Record<string, string>>
  /** Parsed; undefined where there is none. */
  readonly body: unknown
}

/** `body` undefined is an answer without one. `about` is whose Activity it belongs to, as it is now. */
export interface AdminAnswer {
  readonly status: number
  readonly body: unknown
  readonly about?: Connection
  /** What was done, for people. */
  readonly changed?: string
}

export function valueOf(request: AdminRequest, name: string): string {
  return request.values[name] ?? ''
}

/** The connection that the path names. Throws AdminError 404. */
export function connectionOf(settings: Settings, request: AdminRequest): Connection {
  return findConnection(settings, valueOf(request, 'connection'))
}

export function findConnection(settings: Settings, id: string): Connection {
  const found = settings.connections.filter((connection) => connection.id === id)[0]
  if (!found) throw unknownConnection()
  return found
}

/** The same settings with that connection in place of the one of the same id. */
export function withConnection(settings: Settings, changed: Connection): Settings {
  return {
    ...settings,
    connections: settings.connections.map((connection) =>
      connection.id === changed.id ? changed : connection,
    ),
  }
}

/** The checked value. Throws AdminError 400 with its issues. */
export function valueOrThrow<T>(checked: Checked<T>): T {
  if ('value' in checked) return checked.value
  throw invalidFields(checked.issues)
}

/** Changes the connection that the path names under the settings lock; gives it as it is stored then. */
export function changeConnection(
  request: AdminRequest,
  change: (connection: Connection, settings: Settings) => Connection,
): Connection {
  return request.settings.change((settings) => {
    const changed = change(connectionOf(settings, request), settings)
    return { settings: withConnection(settings, changed), result: changed }
  })
}
