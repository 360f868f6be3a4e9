import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type Sent,
} from '../fakes/memory-connection'
import { addGroup, addUser, idsOf, members, patchGroup, type Ids } from './walk-scenarios'

/** One request, and what it costs of Crowd whatever the size of directory and group: `calls` and `rows` of all calls. */
interface Cost {
  readonly name: string
  readonly request: (ids: Ids) => Sent
  readonly calls: number
  readonly rows: number
}

const user =
  (name: string, value: Parameters<typeof person>[1]) =>
  (ids: Ids): Sent => ({
    method: 'PATCH',
    endpoint: 'Users',
    id: ids(name),
    body: patch({ op: 'replace', value: value ?? {} }),
  })

const costs: readonly Cost[] = [
  {
    name: 'create a user',
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('new') }),
    calls: 7,
    rows: 3,
  },
  {
    name: 'read a user',
    request: (ids) => ({ method: 'GET', endpoint: 'Users', id: ids('ada') }),
    calls: 2,
    rows: 2,
  },
  {
    name: 'find a user by name',
    request: () => ({ method: 'GET', endpoint: 'Users', query: { filter: 'userName eq "ada"' } }),
    calls: 2,
    rows: 2,
  },
  {
    name: 'find a user by externalId',
    request: () => ({
      method: 'GET',
      endpoint: 'Users',
      query: { filter: 'externalId eq "ext-ada"' },
    }),
    calls: 2,
    rows: 2,
  },
  {
    name: 'find a user by e-mail',
    request: () => ({
      method: 'GET',
      endpoint: 'Users',
      query: { filter: 'emails.value eq "ada@example.com"' },
    }),
    calls: 2,
    rows: 2,
  },
  { name: 'change a field', request: user('ada', { displayName: 'A' }), calls: 9, rows: 5 },
  {
    name: 'change nothing',
    request: user('ada', { displayName: 'Ada Lovelace' }),
    calls: 3,
    rows: 3,
  },
  { name: 'deactivate a user', request: user('ada', { active: false }), calls: 9, rows: 5 },
  { name: 'rename a user', request: user('ada', { userName: 'ava' }), calls: 15, rows: 8 },
  {
    name: 'delete a user',
    request: (ids) => ({ method: 'DELETE', endpoint: 'Users', id: ids('ada') }),
    calls: 13,
    rows: 8,
  },
  {
    name: 'create a group',
    request: () => ({ method: 'POST', endpoint: 'Groups', body: { displayName: 'crew' } }),
    calls: 8,
    rows: 2,
  },
  {
    name: 'read a group',
    request: (ids) => ({ method: 'GET', endpoint: 'Groups', id: ids('team') }),
    calls: 1,
    rows: 1,
  },
  {
    name: 'is he a member',
    request: (ids) => ({
      method: 'GET',
      endpoint: 'Groups',
      query: { filter: `id eq "${ids('team')}" and members eq "${ids('ada')}"` },
    }),
    calls: 3,
    rows: 3,
  },
  {
    name: 'add a member',
    request: (ids) => ({
      ...patchGroup(ids, 'team', { op: 'add', path: 'members', value: members(ids, 'eve') }),
      minimal: true,
    }),
    calls: 14,
    rows: 8,
  },
  {
    name: 'add two members',
    request: (ids) => ({
      ...patchGroup(ids, 'team', { op: 'add', path: 'members', value: members(ids, 'eve', 'bob') }),
      minimal: true,
    }),
    calls: 22,
    rows: 13,
  },
  {
    name: 'remove a member',
    request: (ids) => ({
      ...patchGroup(ids, 'team', { op: 'remove', path: `members[value eq "${ids('ada')}"]` }),
      minimal: true,
    }),
    calls: 13,
    rows: 8,
  },
  {
    name: 'rename a group',
    request: (ids) => ({
      ...patchGroup(ids, 'team', { op: 'replace', path: 'displayName', value: 'crew' }),
      minimal: true,
    }),
    calls: 12,
    rows: 4,
  },
]

/** Users and members beside the ones that are named. */
const sizes = [10, 1000]

describe.each(sizes)('with %i other users in directory and group', (size) => {
  it.each(costs)('$name: $calls calls, $rows rows', ({ request, calls, rows }) => {
    const connection = prepared(size)
    const sent = request(idsOf(connection))
    connection.world.calls.clear()
    connection.send(sent)
    const list = connection.world.calls.list()
    const names = list.map((call) => call.method)
    expect({
      names,
      calls: list.length,
      rows: list.reduce((sum, call) => sum + call.rows, 0),
    }).toEqual({
      names,
      calls,
      rows,
    })
  })

  it('a page of users with groups costs one call a user', () => {
    const connection = prepared(size)
    connection.world.calls.clear()
    connection.send({ method: 'GET', endpoint: 'Users', query: { count: 5 } })
    expect(connection.world.calls.list().map((call) => [call.method, call.rows])).toEqual([
      ['searchPrincipals', 5],
      ['countPrincipals', 1],
      ...new Array(5).fill(['groupsOf', 1]),
    ])
    connection.world.calls.clear()
    connection.send({
      method: 'GET',
      endpoint: 'Users',
      query: { count: 5, excludedAttributes: 'groups' },
    })
    expect(connection.world.calls.list()).toHaveLength(2)
  })
})

/** ada is in team with all others; eve and bob are not. */
function prepared(others: number): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, 'ada', 'eve', 'bob')
  addGroup(connection, 'team', 'ada')
  for (let n = 0; n < others; n++) {
    const name = 'a' + String(n).padStart(5, '0')
    const added = {
      name,
      active: true,
      email: '',
      firstName: 'A',
      lastName: 'B',
      displayName: name,
      attributes: {},
    }
    for (const directory of [connection.source, connection.target]) {
      directory.addPrincipal(added)
      directory.addMember(name, 'team')
    }
  }
  return connection
}
