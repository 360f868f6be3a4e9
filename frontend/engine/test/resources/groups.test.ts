import {
  memoryConnection,
  patch,
  type MemoryConnection,
  type Sent,
} from '../fakes/memory-connection'
import { addGroup, addUser, idsOf, members, patchGroup, type Ids } from './walk-scenarios'

function connectionWithUsers(...names: readonly string[]): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, ...names)
  connection.said.length = 0
  return connection
}

interface StrictRequest {
  readonly name: string
  sent(ids: Ids): Sent
  /** The detail; undefined where it is taken. */
  readonly refused?: string
}

const change = (op: string, ...names: readonly string[]) => ({
  name: op,
  sent: (ids: Ids) =>
    patchGroup(ids, 'team', { op, path: 'members', value: members(ids, ...names) }),
})

const nobody = 'members: nobody has the id "unknown-nobody"; nothing was changed'

const strictRequests: readonly StrictRequest[] = [
  {
    name: 'create',
    sent: (ids) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: 'crew', members: members(ids, 'ada', 'nobody') },
    }),
    refused: nobody,
  },
  {
    name: 'PUT',
    sent: (ids) => ({
      method: 'PUT',
      endpoint: 'Groups',
      id: ids('team'),
      body: { displayName: 'crew', members: members(ids, 'nobody', 'bea') },
    }),
    refused: nobody,
  },
  { ...change('add', 'bea', 'nobody'), refused: nobody },
  { ...change('replace', 'bea', 'nobody'), refused: nobody },
  {
    ...change('add', 'a', 'b', 'c', 'd', 'e', 'f', 'g'),
    name: 'seven at once',
    refused:
      'members: nobody has the id "unknown-a", "unknown-b", "unknown-c", "unknown-d", "unknown-e" and 2 more; nothing was changed',
  },
  {
    name: 'a good operation before it changes nothing',
    sent: (ids) =>
      patchGroup(
        ids,
        'team',
        { op: 'replace', path: 'displayName', value: 'crew' },
        { op: 'add', path: 'members', value: members(ids, 'bea') },
        { op: 'add', path: 'members', value: members(ids, 'nobody') },
      ),
    refused: nobody,
  },
  { ...change('add', 'bea'), name: 'known ones are taken' },
  { ...change('remove', 'nobody'), name: 'to remove him succeeds: he is not there' },
]

describe('POST /Groups', () => {
  it('makes the group of the same name in the target and gives the memberships', () => {
    const connection = connectionWithUsers('ada')
    const ids = idsOf(connection)
    const answer = connection.send({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: ' Team ', externalId: 'g1', members: members(ids, 'ada') },
    })
    const id = ids('team')
    const { baseUrl } = connection.context
    expect(answer).toEqual({
      status: 201,
      headers: { Location: `${baseUrl}/Groups/${id}` },
      body: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
        id,
        externalId: 'g1',
        displayName: 'Team',
        meta: {
          resourceType: 'Group',
          created: '2026-11-24T09:00:00.000Z',
          lastModified: '2026-11-24T09:00:00.000Z',
          location: `${baseUrl}/Groups/${id}`,
        },
        members: 'member-list:exchange-1:0',
      },
      memberLists: {
        'member-list:exchange-1:0': {
          directoryId: connection.sourceId,
          groupName: 'Team',
          usersUrl: baseUrl + '/Users/',
          groupsUrl: baseUrl + '/Groups/',
        },
      },
    })
    const { source, target } = connection.picture()
    expect(source.groups).toEqual([
      {
        name: 'Team',
        active: true,
        description: '',
        externalId: '<source group team>',
        attributes: {
          'scim.doc.0': [expect.stringMatching(/:\{"externalId":"g1"\}\.$/)],
          'scim.externalId': ['g1'],
          'scim.modified': ['1795510800000'],
          'scim.open': ['-'],
          'scim.target': [connection.targetId + ':<target group team>'],
        },
      },
    ])
    expect(target.groups).toEqual([
      {
        name: 'Team',
        active: true,
        description: '',
        externalId: '<target group team>',
        attributes: { 'scim.managed': ['abcdefghijkl:made:<source group team>'] },
      },
    ])
    expect(target.users).toMatchObject([{ name: 'ada', groups: ['Team'] }])
    expect(connection.said).toEqual(['created group Team', 'added ada to Team'])
  })

  it('joins an existing group: not renamed, its description kept, an id written', () => {
    const connection = connectionWithUsers('ada')
    connection.target.addGroup({ name: 'TEAM', active: true, description: 'Ours', externalId: '' })
    addGroup(connection, 'team', 'ada')
    expect(connection.picture().target.groups).toEqual([
      {
        name: 'TEAM',
        active: true,
        description: 'Ours',
        externalId: '<target group team>',
        attributes: { 'scim.managed': ['abcdefghijkl:joined:<source group team>'] },
      },
    ])
    expect(connection.target.isMember('ada', 'team')).toBe(true)
  })

  it('reaches no target group that another source group gives', () => {
    const connection = connectionWithUsers('ada')
    connection.target.addGroup({ name: 'Team', active: true, description: '', externalId: '' })
    addGroup(connection, 'team')
    const ids = idsOf(connection)
    connection.send(patchGroup(ids, 'team', { op: 'replace', path: 'displayName', value: 'crew' }))
    connection.said.length = 0
    addGroup(connection, 'team', 'ada')
    expect(connection.said).toEqual([
      '(Team is given by the group crew already: the target is left alone)',
    ])
    expect(connection.target.isMember('ada', 'Team')).toBe(false)
    expect(connection.source.isMember('ada', 'team')).toBe(true)
  })

  it('refuses a name that is there in another case', () => {
    const connection = connectionWithUsers()
    addGroup(connection, 'team')
    expect(
      connection.try({ method: 'POST', endpoint: 'Groups', body: { displayName: 'TEAM' } }),
    ).toEqual({ status: 409, scimType: 'uniqueness', detail: 'displayName: "TEAM" exists already' })
  })
})

describe('PATCH /Groups', () => {
  it.each(strictRequests)('refuses an unknown member where it is strict: $name', (row) => {
    const connection = memoryConnection({ scim: { strictMembers: true } })
    addUser(connection, 'ada', 'bea')
    addGroup(connection, 'team', 'ada')
    const before = connection.picture()
    const ids = idsOf(connection)
    const answer = connection.try(row.sent(ids))
    const { refused } = row
    if (refused === undefined) return expect(answer.status).toBe(200)
    expect(answer).toEqual({ status: 400, scimType: 'invalidValue', detail: refused })
    return expect(connection.picture()).toEqual(before)
  })

  it('leaves unknown members out and says so', () => {
    const connection = connectionWithUsers('ada')
    addGroup(connection, 'team')
    const ids = idsOf(connection)
    connection.said.length = 0
    const answer = connection.send(
      patchGroup(ids, 'team', {
        op: 'add',
        path: 'members',
        value: [{ value: 'nobody' }, { value: ids('ada') }],
      }),
    )
    expect(answer.status).toBe(200)
    expect(connection.said).toEqual(['(unknown member nobody left out)', 'added ada to team'])
  })

  it('moves lastModified only if something changed', () => {
    const connection = connectionWithUsers('ada')
    addGroup(connection, 'team', 'ada')
    connection.world.setNow(Date.UTC(2026, 10, 25))
    const ids = idsOf(connection)
    const add = patchGroup(ids, 'team', { op: 'add', path: 'members', value: members(ids, 'ada') })
    const remove = patchGroup(ids, 'team', {
      op: 'remove',
      path: 'members',
      value: members(ids, 'ada'),
    })
    expect(connection.send(add).body?.['meta']).toMatchObject({
      lastModified: '2026-11-24T09:00:00.000Z',
    })
    expect(connection.send(remove).body?.['meta']).toMatchObject({
      lastModified: '2026-11-25T00:00:00.000Z',
    })
  })

  const answers: readonly { name: string; more: Partial<Sent>; members: number; status: number }[] =
    [
      { name: 'a small group', more: {}, members: 100, status: 200 },
      { name: 'a large group', more: {}, members: 101, status: 204 },
      {
        name: 'a large group without members',
        more: { query: { excludedAttributes: 'members' } },
        members: 101,
        status: 200,
      },
      {
        name: 'a large group with attributes',
        more: { query: { attributes: 'displayName' } },
        members: 101,
        status: 200,
      },
      { name: 'return=minimal', more: { minimal: true }, members: 1, status: 204 },
      {
        name: 'return=minimal with attributes',
        more: { minimal: true, query: { attributes: 'id' } },
        members: 1,
        status: 200,
      },
    ]
  it.each(answers)('answers $status for $name', ({ more, members: count, status }) => {
    const connection = connectionWithUsers()
    addGroup(connection, 'team')
    fillByHand(connection, 'team', count)
    const body = patch({ op: 'replace', path: 'externalId', value: 'g2' })
    const answer = connection.send({
      method: 'PATCH',
      endpoint: 'Groups',
      id: idsOf(connection)('team'),
      body,
      ...more,
    })
    expect(answer.status).toBe(status)
    expect(answer.body === undefined).toBe(status === 204)
  })
})

describe('rename and DELETE /Groups', () => {
  it('renames a group that we made', () => {
    const connection = connectionWithUsers('ada')
    addGroup(connection, 'team', 'ada')
    connection.send(
      patchGroup(idsOf(connection), 'team', { op: 'replace', value: { displayName: 'crew' } }),
    )
    expect(connection.target.groupsOf('ada').map((group) => group.name)).toEqual(['crew'])
  })

  const kept: readonly {
    name: string
    prepare(connection: MemoryConnection): void
    said: string
  }[] = [
    {
      name: 'it was there before us',
      prepare: (connection) =>
        void connection.target.addGroup({
          name: 'team',
          active: true,
          description: '',
          externalId: '',
        }),
      said: '(target group team keeps its name: it was there before us)',
    },
    {
      name: 'an application is mapped to it',
      prepare: (connection) => mapApplication(connection, 'JIRA', 'Team'),
      said: '(target group team keeps its name: an application is mapped to it)',
    },
    {
      name: 'the new name is taken',
      prepare: (connection) =>
        void connection.target.addGroup({
          name: 'crew',
          active: true,
          description: '',
          externalId: '',
        }),
      said: '(target group team keeps its name: crew is taken)',
    },
  ]
  it.each(kept)('keeps the name where $name; the tie holds', ({ prepare, said }) => {
    const connection = connectionWithUsers('ada', 'bea')
    prepare(connection)
    addGroup(connection, 'team', 'ada')
    const ids = idsOf(connection)
    connection.said.length = 0
    connection.send(patchGroup(ids, 'team', { op: 'replace', path: 'displayName', value: 'crew' }))
    expect(connection.said).toEqual([said])
    connection.send(
      patchGroup(ids, 'crew', { op: 'add', path: 'members', value: members(ids, 'bea') }),
    )
    expect(connection.target.isMember('bea', 'team')).toBe(true)
  })

  it('deletes a group that we made', () => {
    const connection = connectionWithUsers('ada')
    addGroup(connection, 'team', 'ada')
    const id = idsOf(connection)('team')
    expect(connection.send({ method: 'DELETE', endpoint: 'Groups', id })).toEqual({ status: 204 })
    expect(connection.picture().target.groups).toEqual([])
    expect(connection.try({ method: 'GET', endpoint: 'Groups', id })).toMatchObject({ status: 404 })
    expect(connection.try({ method: 'DELETE', endpoint: 'Groups', id })).toMatchObject({
      status: 404,
    })
  })

  it('takes back only our memberships where somebody else is in the group', () => {
    const connection = connectionWithUsers('ada', 'bea')
    addGroup(connection, 'team', 'ada')
    connection.target.addMember('bea', 'team')
    connection.send({ method: 'DELETE', endpoint: 'Groups', id: idsOf(connection)('team') })
    expect(connection.target.membersOf('team', 0, -1).map((member) => member.name)).toEqual(['bea'])
  })
})

function mapApplication(
  connection: MemoryConnection,
  type: string,
  ...groupNames: readonly string[]
): void {
  const mappings = [{ directoryId: connection.targetId, allowAll: false, groupNames }]
  connection.world.setApplications([{ id: '1', name: 'app', type, mappings }])
}

function fillByHand(connection: MemoryConnection, group: string, count: number): void {
  for (let n = 0; n < count; n++) {
    const name = 'user' + n
    connection.source.addPrincipal({
      name,
      active: true,
      email: '',
      firstName: 'U',
      lastName: name,
      displayName: name,
      attributes: {},
    })
    connection.source.addMember(name, group)
  }
}
