import { memoryConnection, type MemoryConnection, type Sent } from '../fakes/memory-connection'
import { addGroup, addUser, idsOf, members, patchGroup, type Ids } from './walk-scenarios'

/** ada is in team, team is in all; crew and band stand alone. */
function prepared(): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, 'ada', 'bea')
  addGroup(connection, 'team', 'ada')
  addGroup(connection, 'all', 'team')
  addGroup(connection, 'crew')
  addGroup(connection, 'band')
  connection.said.length = 0
  return connection
}

function nested(connection: MemoryConnection, group: string): readonly string[] {
  const { source } = connection
  const names = source.membersOf(group, 0, -1).concat(source.nestedGroupsOf(group, 0, -1))
  return names.map(({ name }) => name)
}

const op = (kind: string, path: string, value?: unknown) =>
  value === undefined ? { op: kind, path } : { op: kind, path, value: value as string }

describe('groups as members', () => {
  const changes: readonly {
    name: string
    group: string
    request: (ids: Ids) => Sent
    members: readonly string[]
    said: readonly string[]
  }[] = [
    {
      name: 'add',
      group: 'crew',
      request: (ids) =>
        patchGroup(ids, 'crew', op('add', 'members', members(ids, 'ada', 'team', 'band'))),
      members: ['ada', 'band', 'team'],
      said: [
        'added ada to crew',
        '(team in crew: nested groups are ignored)',
        '(band in crew: nested groups are ignored)',
      ],
    },
    {
      name: 'add what is there',
      group: 'all',
      request: (ids) => patchGroup(ids, 'all', op('add', 'members', members(ids, 'team'))),
      members: ['team'],
      said: [],
    },
    {
      name: 'remove by value path',
      group: 'all',
      request: (ids) =>
        patchGroup(
          ids,
          'all',
          op('remove', `members[type eq "Group" and value eq "${ids('team')}"]`),
        ),
      members: [],
      said: [],
    },
    {
      name: 'remove what is not there',
      group: 'crew',
      request: (ids) => patchGroup(ids, 'crew', op('remove', 'members', members(ids, 'team'))),
      members: [],
      said: [],
    },
    {
      name: 'replace',
      group: 'all',
      request: (ids) =>
        patchGroup(ids, 'all', op('replace', 'members', members(ids, 'bea', 'crew'))),
      members: ['bea', 'crew'],
      said: ['added bea to all', '(crew in all: nested groups are ignored)'],
    },
    {
      name: 'PUT, type and $ref sent',
      group: 'crew',
      request: (ids) => ({
        method: 'PUT',
        endpoint: 'Groups',
        id: ids('crew'),
        body: {
          displayName: 'crew',
          members: [{ value: ids('band'), type: 'Group', $ref: '../Groups/' + ids('band') }],
        },
      }),
      members: ['band'],
      said: ['(band in crew: nested groups are ignored)'],
    },
    {
      name: 'empty',
      group: 'all',
      request: (ids) => patchGroup(ids, 'all', op('remove', 'members')),
      members: [],
      said: [],
    },
    {
      name: 'delete the group inside',
      group: 'all',
      request: (ids) => ({ method: 'DELETE', endpoint: 'Groups', id: ids('team') }),
      members: [],
      said: ['removed ada from team', 'deleted group team'],
    },
  ]
  it.each(changes)('$name', ({ group, request, members: wanted, said }) => {
    const connection = prepared()
    connection.send(request(idsOf(connection)))
    expect(nested(connection, group)).toEqual(wanted)
    expect(connection.said).toEqual(said)
    expect(connection.target.nestedGroupsOf('all', 0, -1)).toEqual([])
  })

  it('moves lastModified of the group only if its members changed', () => {
    const connection = prepared()
    const ids = idsOf(connection)
    connection.world.setNow(Date.UTC(2026, 10, 25))
    const add = patchGroup(ids, 'all', op('add', 'members', members(ids, 'team')))
    const remove = patchGroup(ids, 'all', op('remove', 'members', members(ids, 'team')))
    const modified = (sent: Sent): unknown => connection.send(sent).body?.['meta']
    expect(modified(add)).toMatchObject({ lastModified: '2026-11-24T09:00:00.000Z' })
    expect(modified(remove)).toMatchObject({ lastModified: '2026-11-25T00:00:00.000Z' })
  })

  const filters: readonly { filter: string; found: readonly string[] }[] = [
    { filter: 'members eq "<team>"', found: ['all'] },
    { filter: 'members.value eq "<ada>"', found: ['team'] },
    { filter: 'id eq "<all>" and members eq "<team>"', found: ['all'] },
    { filter: 'id eq "<crew>" and members eq "<team>"', found: [] },
    { filter: 'members[value eq "<team>" and type eq "Group"]', found: ['all'] },
    { filter: 'members[type eq "User" and value eq "<team>"]', found: [] },
    { filter: 'members[value eq "<team>" or value eq "<ada>"]', found: ['all', 'team'] },
    { filter: 'members eq "nobody"', found: [] },
  ]
  it.each(filters)('filter $filter', ({ filter, found }) => {
    const connection = prepared()
    const ids = idsOf(connection)
    const asked = filter.replace(/<(\w+)>/g, (_, name: string) => ids(name))
    const { body } = connection.send({
      method: 'GET',
      endpoint: 'Groups',
      query: { filter: asked, attributes: 'displayName' },
    })
    const resources = body?.['Resources'] as readonly { displayName: string }[]
    expect(resources.map((each) => each.displayName)).toEqual(found)
  })

  it('counts groups too where a large group is not sent back', () => {
    const connection = prepared()
    const ids = idsOf(connection)
    for (let n = 0; n < 100; n++) {
      const name = 'g' + n
      connection.source.addGroup({ name, active: true, description: '', externalId: name })
      connection.source.nestGroup(name, 'all')
    }
    const add = patchGroup(ids, 'all', op('add', 'members', members(ids, 'team')))
    expect(connection.send(add)).toEqual({ status: 204 })
  })
})

describe('circles of groups', () => {
  const circles: readonly { name: string; group: string; member: string; path: string }[] = [
    { name: 'itself', group: 'crew', member: 'crew', path: '"crew" > "crew"' },
    { name: 'a parent', group: 'team', member: 'all', path: '"team" > "all" > "team"' },
    {
      name: 'a grandparent',
      group: 'team',
      member: 'band',
      path: '"team" > "band" > "all" > "team"',
    },
  ]
  it.each(circles)(
    'refuses $name with the path, and changes nothing',
    ({ group, member, path }) => {
      const connection = prepared()
      const ids = idsOf(connection)
      connection.source.nestGroup('all', 'band')
      const before = connection.picture()
      for (const kind of ['add', 'replace']) {
        const value = members(ids, 'bea', member)
        expect(connection.try(patchGroup(ids, group, op(kind, 'members', value)))).toEqual({
          status: 400,
          scimType: 'invalidValue',
          detail: `members: "${member}" (${ids(member)}) would make a circle of groups: ${path}`,
        })
      }
      expect(connection.picture()).toEqual(before)
    },
  )

  it('ends where an administrator made a circle by hand', () => {
    const connection = prepared()
    const ids = idsOf(connection)
    connection.source.nestGroup('all', 'team')
    connection.send(patchGroup(ids, 'team', op('add', 'members', members(ids, 'crew'))))
    expect(nested(connection, 'team')).toEqual(['ada', 'all', 'crew'])
  })

  it('asks nothing upwards unless a group is given', () => {
    const connection = prepared()
    const ids = idsOf(connection)
    connection.world.calls.clear()
    connection.send(patchGroup(ids, 'team', op('add', 'members', members(ids, 'bea'))))
    const asked = connection.world.calls
      .list()
      .filter(({ method, port }) => method === 'parentsOf' && port === connection.sourceId)
    expect(asked).toEqual([])
  })
})

describe('DELETE of a group', () => {
  it('leaves a target group standing into which an administrator nested another one', () => {
    const connection = prepared()
    const byHand = { name: 'by hand', active: true, description: '', externalId: '' }
    connection.target.addGroup(byHand)
    connection.target.nestGroup('by hand', 'team')
    connection.send({ method: 'DELETE', endpoint: 'Groups', id: idsOf(connection)('team') })
    expect(connection.said).toEqual([
      'removed ada from team',
      '(group team stays in the target directory)',
    ])
    expect(connection.target.nestedGroupsOf('team', 0, -1)).toEqual([
      { name: 'by hand', externalId: '' },
    ])
  })
})
