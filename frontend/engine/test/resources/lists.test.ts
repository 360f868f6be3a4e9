import { memoryConnection, patch, person, type MemoryConnection } from '../fakes/memory-connection'
import { addGroup, addUser, handMade, idsOf } from './walk-scenarios'
import type { JsonObject } from '../../src/json'
import type { ScimQuery } from '../../src/protocol/scim-request'

const names = ['ada', 'bea', 'cyd', 'dan', 'eve']

function filled(): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, ...names)
  addGroup(connection, 'team', 'ada', 'bea')
  addGroup(connection, 'crew', 'ada')
  // Whoever is in the target beside the source is no concern of the client.
  connection.target.addPrincipal(handMade('zoe'))
  return connection
}

function list(connection: MemoryConnection, endpoint: 'Users' | 'Groups', query: ScimQuery) {
  const { body } = connection.send({ method: 'GET', endpoint, query })
  const { totalResults, startIndex, itemsPerPage, Resources } = body as unknown as {
    totalResults: number
    startIndex: number
    itemsPerPage: number
    Resources: readonly JsonObject[]
  }
  return {
    totalResults,
    startIndex,
    itemsPerPage,
    found: Resources.map((each) => each['userName'] ?? each['displayName']),
  }
}

interface Row {
  readonly query: ScimQuery
  readonly totalResults: number
  readonly found: readonly string[]
}

const pages: readonly Row[] = [
  { query: {}, totalResults: 5, found: names },
  { query: { count: 2 }, totalResults: 5, found: ['ada', 'bea'] },
  { query: { startIndex: 3, count: 2 }, totalResults: 5, found: ['cyd', 'dan'] },
  { query: { startIndex: 5, count: 2 }, totalResults: 5, found: ['eve'] },
  { query: { startIndex: 6 }, totalResults: 5, found: [] },
  { query: { count: 0 }, totalResults: 5, found: [] },
  { query: { filter: 'userName eq "ADA"' }, totalResults: 1, found: ['ada'] },
  { query: { filter: "userName eq 'nobody'" }, totalResults: 0, found: [] },
  { query: { filter: 'userName eq "zoe"' }, totalResults: 0, found: [] },
  { query: { filter: 'externalId eq "ext-bea"' }, totalResults: 1, found: ['bea'] },
  { query: { filter: 'externalId eq "EXT-BEA"' }, totalResults: 0, found: [] },
  {
    query: { filter: 'emails[type eq "work"].value eq "BEA@example.com"' },
    totalResults: 1,
    found: ['bea'],
  },
  { query: { filter: 'active eq true and userName eq "cyd"' }, totalResults: 1, found: ['cyd'] },
  { query: { filter: 'active eq false' }, totalResults: 0, found: [] },
  {
    query: { filter: 'userName sw "a" or userName sw "e"' },
    totalResults: 2,
    found: ['ada', 'eve'],
  },
  {
    query: { filter: 'name.givenName pr', count: 2, startIndex: 2 },
    totalResults: 5,
    found: ['bea', 'cyd'],
  },
  { query: { filter: 'groups.display eq "team"' }, totalResults: 2, found: ['ada', 'bea'] },
]

describe('GET /Users', () => {
  it.each(pages)('$query', ({ query, totalResults, found }) => {
    expect(list(filled(), 'Users', query)).toEqual({
      totalResults,
      startIndex: query.startIndex ?? 1,
      itemsPerPage: found.length,
      found,
    })
  })

  it('finds by id, and shows groups', () => {
    const connection = filled()
    const id = idsOf(connection)('ada')
    const answer = connection.send({
      method: 'GET',
      endpoint: 'Users',
      query: { filter: `id eq "${id}"` },
    })
    expect(answer.body?.['Resources']).toMatchObject([
      { userName: 'ada', groups: [{ display: 'crew', type: 'direct' }, { display: 'team' }] },
    ])
  })

  it('finds a user by an externalId and an e-mail that are longer than what is stored whole', () => {
    const connection = memoryConnection()
    const long = new Array(240).join('x')
    const other = long.slice(1) + 'y'
    const emails = [{ value: 'ada@example.com', type: 'work' }, { value: long + '@EXAMPLE.com' }]
    const body = person('ada', { externalId: long, emails })
    connection.send({ method: 'POST', endpoint: 'Users', body })
    const count = (filter: string) => list(connection, 'Users', { filter }).totalResults
    expect([
      count(`externalId eq "${long}"`),
      count(`externalId eq "${other}"`),
      count(`emails eq "${long}@example.COM"`),
      count(`emails eq "${other}@example.com"`),
    ]).toEqual([1, 0, 1, 0])
  })

  it('refuses to judge more than 10,000 candidates', () => {
    const connection = memoryConnection()
    for (let n = 0; n < 10001; n++) connection.source.addPrincipal(handMade('user' + n))
    expect(
      connection.try({ method: 'GET', endpoint: 'Users', query: { filter: 'title pr' } }),
    ).toEqual({
      status: 400,
      scimType: 'tooMany',
      detail:
        'filter: more than 10000 resources would have to be looked at; narrow it by userName or id',
    })
  })
})

describe('GET /Groups', () => {
  it.each<Row>([
    { query: {}, totalResults: 2, found: ['crew', 'team'] },
    { query: { count: 1 }, totalResults: 2, found: ['crew'] },
    { query: { filter: 'displayName eq "TEAM"' }, totalResults: 1, found: ['team'] },
    { query: { filter: 'displayName eq "x"' }, totalResults: 0, found: [] },
  ])('$query', ({ query, totalResults, found }) => {
    expect(list(filled(), 'Groups', query)).toEqual({
      totalResults,
      startIndex: 1,
      itemsPerPage: found.length,
      found,
    })
  })

  it('answers whether somebody is a member', () => {
    const connection = filled()
    const ids = idsOf(connection)
    const found = (filter: string) => list(connection, 'Groups', { filter }).found
    expect([
      found(`id eq "${ids('team')}" and members eq "${ids('bea')}"`),
      found(`id eq "${ids('crew')}" and members.value eq "${ids('bea')}"`),
      found(`members[value eq "${ids('ada')}"]`),
      found('members eq "nobody"'),
    ]).toEqual([['team'], [], ['crew', 'team'], []])
  })

  it('gives a list to be written in for each group, and none where members are not shown', () => {
    const connection = filled()
    const shown = connection.send({ method: 'GET', endpoint: 'Groups' })
    expect(Object.values(shown.memberLists ?? {}).map((each) => each.groupName)).toEqual([
      'crew',
      'team',
    ])
    const hidden = connection.send({
      method: 'GET',
      endpoint: 'Groups',
      query: { excludedAttributes: 'members' },
    })
    expect(hidden.memberLists).toEqual({})
    expect(JSON.stringify(hidden.body)).not.toContain('member-list')
  })
})

describe('a deleted user', () => {
  it('is absent everywhere', () => {
    const connection = filled()
    const id = idsOf(connection)('ada')
    connection.send({ method: 'DELETE', endpoint: 'Users', id })
    const body = patch({ op: 'replace', path: 'active', value: true })
    const missing = { status: 404, scimType: undefined, detail: `User "${id}" does not exist` }
    expect(connection.try({ method: 'GET', endpoint: 'Users', id })).toEqual(missing)
    expect(connection.try({ method: 'PATCH', endpoint: 'Users', id, body })).toEqual(missing)
    expect(connection.try({ method: 'DELETE', endpoint: 'Users', id })).toEqual(missing)
    expect(list(connection, 'Users', { filter: 'userName eq "ada"' }).found).toEqual([])
    expect(connection.source.membersOf('team', 0, -1).map((member) => member.name)).toEqual(['bea'])
  })
})
