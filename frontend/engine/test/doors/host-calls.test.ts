import type { JsonObject } from '../../src/json'
import { exchangePorts } from '../../src/ports/exchange-ports'
import { hostPorts } from '../../src/ports/host'
import { patch, person } from '../fakes/memory-connection'
import { memoryHost } from '../fakes/memory-host'
import { memoryWorld } from '../fakes/memory-world'
import { bearer, openDoor } from './admin-client'

/** One exchange, and how often it asks the shell for anything: each time costs the engine more than most of its own work. */
interface Cost {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly query?: string
  readonly body?: JsonObject
  readonly calls: number
}

const costs: readonly Cost[] = [
  { name: 'create a user', method: 'POST', path: '/Users', body: person('eve'), calls: 22 },
  { name: 'read a user', method: 'GET', path: '/Users/<ada>', calls: 12 },
  {
    name: 'find a user by name',
    method: 'GET',
    path: '/Users',
    query: 'filter=userName%20eq%20%22ada%22',
    calls: 12,
  },
  { name: 'a page of two users', method: 'GET', path: '/Users', calls: 13 },
  {
    name: 'a page without groups',
    method: 'GET',
    path: '/Users',
    query: 'excludedAttributes=groups',
    calls: 11,
  },
  {
    name: 'change a user',
    method: 'PATCH',
    path: '/Users/<ada>',
    body: patch({ op: 'replace', path: 'displayName', value: 'Ada King' }),
    calls: 25,
  },
  { name: 'change nothing', method: 'PUT', path: '/Users/<ada>', body: person('ada'), calls: 17 },
  {
    name: 'add a member',
    method: 'PATCH',
    path: '/Groups/<team>',
    body: patch({ op: 'add', path: 'members', value: [{ value: '<bob>' }] }),
    calls: 33,
  },
  {
    name: 'remove a member',
    method: 'PATCH',
    path: '/Groups/<team>',
    body: patch({ op: 'remove', path: 'members[value eq "<ada>"]' }),
    calls: 32,
  },
  { name: 'delete a user', method: 'DELETE', path: '/Users/<bob>', calls: 21 },
]

it.each(costs)('$name: $calls calls of the shell', ({ method, path, query, body, calls }) => {
  const { asked, send, ids } = prepared()
  const named = (text: string): string => text.replace(/<(\w+)>/g, (_, name: string) => ids(name))
  asked.length = 0
  const more = { query: query ?? '', body: body ? named(JSON.stringify(body)) : '' }
  expect(send(method, named(path), more).status).toBeLessThan(300)
  expect({ asked, calls: asked.length }).toEqual({ asked, calls })
})

/** ada is in team, bob is not; a target directory is there. */
function prepared() {
  const world = memoryWorld()
  const asked: string[] = []
  const host = memoryHost(world.ports)
  const ports = hostPorts((port, method, args) => {
    asked.push(port + '.' + method)
    return host(port, method, args)
  })
  const { admin, connect, scim } = openDoor({}, { ...world, ports })
  const { connection, token } = connect()
  admin('POST', `/connections/${connection.id}/target`, {
    kind: 'create',
    name: 'People',
    description: 'From Acme',
    nestedGroups: true,
  })
  const send = (method: string, path: string, more: object) =>
    scim(method, `/${connection.id}/v2${path}`, { ...bearer(token), ...more })
  const known: Record<string, string> = {}
  const create = (name: string, path: string, body: JsonObject): void => {
    const made = send('POST', path, { body: JSON.stringify(body) }).body as { id: string }
    known[name] = made.id
  }
  create('ada', '/Users', person('ada'))
  create('bob', '/Users', person('bob'))
  create('team', '/Groups', { displayName: 'team', members: [{ value: known['ada'] ?? '' }] })
  return { asked, send, ids: (name: string) => known[name] ?? '' }
}

const names = ['ada', 'ada@example.com', 'Ada', 'Ada', 'ÄDI', 'ädi', 'ÄDI', 'I', '']

test('Crowd is asked once for the lower case of a name, and not where no language has another', () => {
  const { ports } = memoryWorld()
  const asked: string[] = []
  const lowerCase = (name: string): string => {
    asked.push(name)
    return ports.crowd.lowerCase(name)
  }
  const { crowd } = exchangePorts({ ...ports, crowd: { ...ports.crowd, lowerCase } })
  expect(names.map(crowd.lowerCase)).toEqual(names.map((name) => name.toLowerCase()))
  expect(asked).toEqual(['Ada', 'ÄDI', 'ädi', 'I'])
})
