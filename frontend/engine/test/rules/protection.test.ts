import type { JsonObject } from '../../src/json'
import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type Sent,
} from '../fakes/memory-connection'
import {
  addGroup,
  addUser,
  handMade,
  idsOf,
  members,
  patchGroup,
} from '../resources/walk-scenarios'
import { administrationGroups } from '../../src/rules/protection'

/** Dangerous things are not done through SCIM (ADR 0012): the source follows, the target is left, it is said. */
describe('administration groups', () => {
  it.each(administrationGroups.map((name) => name.toUpperCase()))(
    '%s is neither made nor joined',
    (name) => {
      const connection = memoryConnection()
      addUser(connection, 'ada')
      connection.said.length = 0
      addGroup(connection, name, 'ada')
      expect(connection.picture().target.groups).toEqual([])
      expect(connection.source.isMember('ada', name)).toBe(true)
      expect(connection.said).toEqual([
        `(${name} is an administration group: the target is left alone)`,
      ])
    },
  )

  it('an existing one is not joined, emptied, renamed or deleted', () => {
    const connection = withConsoleGroup()
    addGroup(connection, 'Operators', 'ada')
    const ids = idsOf(connection)
    const requests = [
      patchGroup(ids, 'operators', { op: 'replace', path: 'members', value: members(ids, 'bea') }),
      patchGroup(ids, 'operators', { op: 'remove', path: 'members' }),
      patchGroup(ids, 'operators', { op: 'replace', path: 'displayName', value: 'nobodies' }),
    ]
    const before = connection.world.picture(connection.targetId).groups[0]
    requests.forEach(connection.send)
    expect(connection.target.membersOf('operators', 0, -1).map((member) => member.name)).toEqual([
      'root',
    ])
    connection.send({ method: 'DELETE', endpoint: 'Groups', id: ids('nobodies') })
    expect(connection.world.picture(connection.targetId).groups[0]).toEqual(before)
  })

  it('one that came to give access to the console after we made it is left alone from then on', () => {
    const connection = memoryConnection()
    addUser(connection, 'ada', 'bea')
    addGroup(connection, 'operators', 'ada')
    mapToConsole(connection, 'operators')
    const ids = idsOf(connection)
    connection.said.length = 0
    connection.send(
      patchGroup(ids, 'operators', { op: 'add', path: 'members', value: members(ids, 'bea') }),
    )
    connection.send({ method: 'DELETE', endpoint: 'Groups', id: ids('operators') })
    connection.send({ method: 'DELETE', endpoint: 'Users', id: ids('ada') })
    expect(connection.target.membersOf('operators', 0, -1).map((member) => member.name)).toEqual([
      'ada',
    ])
    expect(connection.said).toEqual([
      '(operators gives access to the Crowd console: the target is left alone)',
      '(operators gives access to the Crowd console: the target is left alone)',
      'deactivated ada',
    ])
  })

  it('a group does not become one by a rename', () => {
    const connection = memoryConnection()
    addUser(connection, 'ada')
    addGroup(connection, 'team', 'ada')
    connection.said.length = 0
    const request = { op: 'replace', path: 'displayName', value: 'Crowd-Administrators' }
    connection.send(patchGroup(idsOf(connection), 'team', request))
    expect(connection.target.groupsOf('ada').map((group) => group.name)).toEqual(['team'])
    expect(connection.said).toEqual([
      '(target group team keeps its name: Crowd-Administrators is an administration group)',
    ])
  })
})

/** Ways to a name that administers Crowd. */
const namesakes: readonly { name: string; request: Pick<Sent, 'method' | 'body'> }[] = [
  {
    name: 'PATCH',
    request: { method: 'PATCH', body: patch({ op: 'replace', path: 'userName', value: 'admin' }) },
  },
  {
    name: 'PATCH in capitals',
    request: { method: 'PATCH', body: patch({ op: 'replace', value: { userName: 'ADMIN' } }) },
  },
  { name: 'PUT', request: { method: 'PUT', body: person('admin') } },
]

describe('groups that carry rights by other ways', () => {
  it.each([
    ['directly', ['console-people']],
    ['through another, in a circle', ['middle', 'console-people']],
  ])('one that is in an administration group %s is left alone', (_, above) => {
    const connection = withNested(above)
    addGroup(connection, 'Helpers', 'ada')
    expect(membersInTarget(connection, 'helpers')).toEqual([])
    expect(connection.source.isMember('ada', 'helpers')).toBe(true)
    expect(connection.said).toEqual([
      '(helpers is in console-people, which gives access to the Crowd console: the target is left alone)',
    ])
  })

  it('one that was put into an administration group after we made it is left alone from then on', () => {
    const connection = memoryConnection()
    addUser(connection, 'ada', 'bea')
    addGroup(connection, 'helpers', 'ada')
    nestByHand(connection, ['helpers', 'crowd-administrators'])
    const ids = idsOf(connection)
    connection.send(
      patchGroup(ids, 'helpers', { op: 'add', path: 'members', value: members(ids, 'bea') }),
    )
    connection.send({ method: 'DELETE', endpoint: 'Users', id: ids('ada') })
    connection.send({ method: 'DELETE', endpoint: 'Groups', id: ids('helpers') })
    expect(membersInTarget(connection, 'helpers')).toEqual(['ada'])
  })

  it.each(['POST', 'PATCH'])('one that makes an administrator is not joined by %s', (method) => {
    const connection = withGrant('helpers')
    if (method === 'POST') addGroup(connection, 'helpers', 'ada')
    else {
      addGroup(connection, 'helpers')
      const ids = idsOf(connection)
      connection.send(
        patchGroup(ids, 'helpers', { op: 'add', path: 'members', value: members(ids, 'ada') }),
      )
    }
    expect(membersInTarget(connection, 'helpers')).toEqual([])
    expect(connection.source.isMember('ada', 'helpers')).toBe(true)
    expect(connection.said.filter((text) => text.includes('rights'))).toEqual([
      '(helpers gives administration rights: ada left out)',
    ])
  })

  it('who is in one that reaches its target group only now is left out and named once', () => {
    const connection = withGrant('helpers')
    addUser(connection, 'bea')
    addGroup(connection, 'helpers')
    connection.source.storeGroupAttributes('helpers', { 'scim.target': ['-'] })
    connection.said.length = 0
    const ids = idsOf(connection)
    connection.send(
      patchGroup(ids, 'helpers', { op: 'add', path: 'members', value: members(ids, 'ada', 'bea') }),
    )
    expect(connection.said).toEqual([
      '(helpers gives administration rights: ada left out)',
      '(helpers gives administration rights: bea left out)',
    ])
  })

  it('who administers Crowd anyhow joins groups', () => {
    const administrators: string[] = []
    const connection = memoryConnection({ administrators })
    addUser(connection, 'ada')
    administrators.push('ada')
    addGroup(connection, 'team', 'ada')
    expect(membersInTarget(connection, 'team')).toEqual(['ada'])
  })
})

function membersInTarget(connection: MemoryConnection, groupName: string): readonly string[] {
  return connection.target.membersOf(groupName, 0, -1).map((member) => member.name)
}

/** Each group is in the next one, and the last but one is in the first too. */
function withNested(above: readonly string[]): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, 'ada')
  connection.said.length = 0
  nestByHand(connection, ['helpers', ...above])
  if (above.length > 1) connection.target.nestGroup(above[0] as string, 'helpers')
  mapToConsole(connection, 'console-people')
  return connection
}

function nestByHand({ target }: MemoryConnection, names: readonly string[]): void {
  names.forEach((name, n) => {
    if (!target.findGroup(name))
      target.addGroup({ name, active: true, description: '', externalId: '' })
    if (n > 0) target.nestGroup(names[n - 1] as string, name)
  })
}

/** Whoever is in that target group administers Crowd, and nothing but Crowd knows. */
function withGrant(groupName: string): MemoryConnection {
  const connection: MemoryConnection = memoryConnection({
    grants: [{ directory: 'People', group: groupName }],
  })
  addUser(connection, 'ada')
  connection.target.addGroup({ name: groupName, active: true, description: '', externalId: '' })
  return connection
}

describe('users who administer Crowd', () => {
  it('are never changed, disabled, renamed or deleted', () => {
    const administrators: string[] = []
    const connection = memoryConnection({ administrators })
    addUser(connection, 'ada')
    administrators.push('ADA')
    const before = connection.world.picture(connection.targetId)
    const id = idsOf(connection)('ada')
    const change = (value: JsonObject) =>
      connection.send({
        method: 'PATCH',
        endpoint: 'Users',
        id,
        body: patch({ op: 'replace', value }),
      })
    change({ active: false })
    change({ userName: 'eve', emails: [{ value: 'eve@example.com' }] })
    expect(connection.send({ method: 'DELETE', endpoint: 'Users', id }).status).toBe(204)
    expect(connection.world.picture(connection.targetId)).toEqual(before)
    expect(connection.said.slice(1)).toEqual([
      '(ada administers Crowd: the target is left alone)',
      '(ada administers Crowd: the target is left alone)',
      '(ada administers Crowd: the target is left alone)',
    ])
  })

  it.each(namesakes)('do not get a namesake by $name', ({ request }) => {
    const connection = memoryConnection({ administrators: ['admin'] })
    addUser(connection, 'eve')
    const before = connection.picture()
    const id = idsOf(connection)('eve')
    expect(connection.try({ ...request, endpoint: 'Users', id })).toEqual({
      status: 409,
      scimType: 'uniqueness',
      detail: expect.stringMatching(/^userName: "admin" administers Crowd$/i),
    })
    expect(connection.picture()).toEqual(before)
  })

  it('who are renamed to come back to their name in the target', () => {
    const administrators: string[] = []
    const connection = memoryConnection({ administrators })
    addUser(connection, 'ada')
    administrators.push('ada')
    const id = idsOf(connection)('ada')
    const rename = (userName: string) =>
      connection.send({
        method: 'PATCH',
        endpoint: 'Users',
        id,
        body: patch({ op: 'replace', value: { userName } }),
      }).status
    expect([rename('eve'), rename('Ada')]).toEqual([200, 200])
    expect(connection.target.searchPrincipalNames({ start: 0, count: -1 })).toEqual(['ada'])
  })

  it('get no namesake where a name began to administer while a rename was under way', () => {
    const administrators: string[] = []
    const connection = memoryConnection({ administrators })
    addUser(connection, 'eve')
    connection.said.length = 0
    const id = idsOf(connection)('eve')
    const body = patch({ op: 'replace', value: { userName: 'admin', displayName: 'E' } })
    const afterLooking = 7
    connection.world.calls.before(afterLooking, () => void administrators.push('admin'))
    expect(connection.send({ method: 'PATCH', endpoint: 'Users', id, body }).status).toBe(200)
    expect(connection.target.findPrincipal('eve')?.displayName).toBe('E')
    expect(connection.said).toEqual([
      '(eve keeps the name: admin administers Crowd)',
      'updated eve',
    ])
  })

  it('do not get a namesake in the target', () => {
    const connection = memoryConnection({ administrators: ['admin'] })
    addUser(connection, 'Admin')
    expect(connection.picture().target.users).toEqual([])
    expect(connection.said).toEqual(['(Admin administers Crowd: the target is left alone)'])
  })
})

function withConsoleGroup(): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, 'ada', 'bea')
  connection.target.addPrincipal(handMade('root'))
  connection.target.addGroup({ name: 'operators', active: true, description: '', externalId: '' })
  connection.target.addMember('root', 'operators')
  mapToConsole(connection, 'Operators')
  return connection
}

function mapToConsole(connection: MemoryConnection, groupName: string): void {
  const mappings = [{ directoryId: connection.targetId, allowAll: false, groupNames: [groupName] }]
  connection.world.setApplications([{ id: '1', name: 'crowd', type: 'CROWD', mappings }])
}
