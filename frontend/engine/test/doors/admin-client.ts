import type { Created, NewConnection } from '@settings'
import { createDoor } from '../../src/doors/door'
import type { Answer, Exchange, MemberList } from '../../src/exchange'
import type { MembershipEnd } from '../../src/ports/directory'
import { memoryWorld, type MemoryWorld, type MemoryWorldOptions } from '../fakes/memory-world'

/** An answer as a client reads it. `body` is parsed; undefined where there is none. */
export interface Read {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** The engine in a memory world, with the two ways in. */
export interface OpenDoor {
  readonly world: MemoryWorld
  /** One exchange of the admin page; `body` is sent as JSON. */
  admin(method: string, path: string, body?: unknown): Read
  /** One exchange of a client; the path begins behind the servlet's own. */
  scim(method: string, path: string, more?: Partial<Exchange>): Read
  /** As the shell gets it. */
  handle(exchange: Partial<Exchange>): Answer
  /** Makes a connection through the admin API. */
  connect(wanted?: Partial<NewConnection>): Created
}

const blank: Exchange = {
  id: 'exchange-1',
  door: 'scim',
  method: 'GET',
  path: '/',
  query: '',
  headers: {},
  body: '',
  remoteAddress: '192.0.2.1',
}

export function openDoor(options: MemoryWorldOptions = {}, world = memoryWorld(options)): OpenDoor {
  const door = createDoor(world.ports)
  const handle = (exchange: Partial<Exchange>): Answer => door({ ...blank, ...exchange })
  const admin = (method: string, path: string, body?: unknown): Read => {
    const [before, query] = path.split('?')
    const text = body === undefined ? '' : JSON.stringify(body)
    const where = { path: '/api' + (before ?? ''), query: query ?? '' }
    return read(
      handle({ door: 'admin', method, ...where, body: text, administrator: 'admin' }),
      world,
    )
  }
  return {
    world,
    handle,
    admin,
    scim: (method, path, more) => read(handle({ method, path, ...more }), world),
    connect: (wanted) =>
      admin('POST', '/connections', { appName: 'Acme', provider: 'miniorange', ...wanted })
        .body as Created,
  }
}

/** The answer as it goes over the wire, member lists written into their places as the shell does it. */
export function read({ status, headers, body }: Answer, world?: MemoryWorld): Read {
  const text = body
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(membersOf(part, world))))
    .join('')
  return { status, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

function membersOf(list: MemberList, world: MemoryWorld | undefined): readonly object[] {
  const directory = world?.byHand(list.directoryId)
  if (!directory) return []
  const { groupName } = list
  return toMembers(directory.membersOf(groupName, 0, -1), list.usersUrl, 'User').concat(
    toMembers(directory.nestedGroupsOf(groupName, 0, -1), list.groupsUrl, 'Group'),
  )
}

function toMembers(ends: readonly MembershipEnd[], url: string, type: string): readonly object[] {
  return ends.map(({ name, externalId }) => ({
    value: externalId,
    $ref: url + externalId,
    type,
    display: name,
  }))
}

/** The header that carries the token. */
export function bearer(token: string): Partial<Exchange> {
  return { headers: { authorization: 'Bearer ' + token } }
}
