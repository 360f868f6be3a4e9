import {
  newConnection,
  SOURCE_NAME_PREFIX,
  validateNewConnection,
  type Connection,
  type Created,
  type NewConnection,
  type Settings,
} from '@settings'
import {
  CONNECTION_ATTRIBUTE,
  FORMAT_ATTRIBUTE,
  isEmpty,
  SOURCE_FORMAT,
  sourceOwner,
} from '../connections/source-directory'
import type { DirectorySummary, Ports } from '../ports/ports'
import { valueOrThrow, type AdminAnswer, type AdminRequest } from './admin-context'
import { connectionView } from './connection-view'
import { makeToken } from './tokens'

const DESCRIPTION = 'Kept by SCIM for Crowd: do not map, edit or delete'

/**
 * POST /connections. Makes the source directory first and stores the connection then; if that is cut in between, the same
 * request takes up the empty directory that was left.
 */
export function createConnection(request: AdminRequest): AdminAnswer {
  const { ports, body } = request
  const { connection, token } = request.settings.change((settings) => {
    const taken = settings.connections.map(({ scim }) => scim.appName)
    const wanted = valueOrThrow(validateNewConnection(body, taken))
    const made = makeConnection(wanted, settings, ports)
    const connections = settings.connections.concat(made.connection)
    return { settings: { ...settings, connections }, result: made }
  })
  const created: Created = { connection: connectionView(connection, ports), token }
  const changed = `made the connection ${connection.scim.appName}`
  return { status: 201, body: created, about: connection, changed }
}

interface Made {
  readonly connection: Connection
  readonly token: string
}

function makeConnection(wanted: NewConnection, settings: Settings, ports: Ports): Made {
  const { appName } = wanted
  const left = leftSource(appName, settings, ports)
  const id = (left && sourceOwner(left)) ?? newId(ports)
  const source = left ?? makeSource(id, appName, ports)
  const { token, stored } = makeToken({ name: 'Token 1', expires: 0 }, ports)
  const connection = {
    ...newConnection(id, ports.clock.now(), wanted),
    sourceDirectoryId: source.id,
    tokens: [stored],
  }
  return { connection, token }
}

/** 12 lower-case hexadecimal digits: 48 random bits; uniqueness matters, secrecy does not. */
export function newId(ports: Ports): string {
  return ports.random.token().slice(0, 12)
}

/** Makes the source directory of a connection, under a free name. */
export function makeSource(connectionId: string, appName: string, ports: Ports): DirectorySummary {
  return ports.crowd.addDirectory({
    name: freeName(SOURCE_NAME_PREFIX + appName, ports),
    description: DESCRIPTION,
    active: true,
    nestedGroups: true,
    attributes: { [CONNECTION_ATTRIBUTE]: connectionId, [FORMAT_ATTRIBUTE]: SOURCE_FORMAT },
  })
}

/** An empty source directory of that app name which no connection has: what a cut request left behind. */
function leftSource(
  appName: string,
  settings: Settings,
  ports: Ports,
): DirectorySummary | undefined {
  const name = ports.crowd.lowerCase(SOURCE_NAME_PREFIX + appName)
  const isLeft = (directory: DirectorySummary): boolean => {
    const owner = sourceOwner(directory)
    if (owner === undefined || !/^[a-z0-9]{1,40}$/.test(owner)) return false
    if (settings.connections.some(({ id }) => id === owner)) return false
    return ports.crowd.lowerCase(directory.name) === name && isEmpty(directory.id, ports)
  }
  return ports.crowd.directories().filter(isLeft)[0]
}

/** The name itself, or with a number behind it where directories of earlier connections have it. */
function freeName(name: string, ports: Ports): string {
  const taken = ports.crowd.directories().map((directory) => ports.crowd.lowerCase(directory.name))
  let free = name
  for (let number = 2; taken.includes(ports.crowd.lowerCase(free)); number++)
    free = name + ' (' + String(number) + ')'
  return free
}
