import type { JsonObject } from '../../src/json'
import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type Sent,
} from '../fakes/memory-connection'
import { atRest } from './at-rest'
import { addGroup, addUser, handMade, idsOf, members, patchGroup } from './walk-scenarios'

function long(length: number): string {
  return new Array(length + 1).join('x')
}

/** Bad values: refused with the place, and nothing is stored. */
const bad: readonly { name: string; body: JsonObject; detail: string | RegExp }[] = [
  {
    name: 'a name of 256 characters',
    body: person(long(256), { emails: [] }),
    detail: /^userName: must have at most 255 /,
  },
  { name: 'a blank name', body: person('  '), detail: /^userName/ },
  { name: 'a control character in the name', body: person('a\u0007b'), detail: /^userName/ },
  {
    name: 'a display name of 300',
    body: person('ada', { displayName: long(300) }),
    detail: /^displayName: must have at most 255 /,
  },
  {
    name: 'a given name of 300',
    body: person('ada', { name: { givenName: long(300) } }),
    detail: /^name.givenName: must have at most 255 /,
  },
  {
    name: 'an e-mail of 300',
    body: person('ada', { emails: [{ value: long(300) }] }),
    detail: /^emails\[0\].value: must have at most 255 /,
  },
  {
    name: 'a full name of 300, joined',
    body: person('ada', {
      displayName: null,
      name: { givenName: long(150), familyName: long(149) },
    }),
    detail: /^displayName: must have at most 255 characters, has 300 \(found "x/,
  },
  {
    name: 'a resource of 40 KB',
    body: person('ada', { title: long(40000) }),
    detail: 'resource: is longer than 32 KB when stored',
  },
]

describe('POST /Users', () => {
  it.each(bad)('refuses $name', ({ body, detail }) => {
    const connection = memoryConnection()
    const refused = connection.try({ method: 'POST', endpoint: 'Users', body })
    expect(refused).toMatchObject({
      status: 400,
      scimType: 'invalidValue',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    })
    expect(connection.picture()).toEqual({
      source: { users: [], groups: [] },
      target: { users: [], groups: [] },
    })
  })

  it('trims blanks around the name and keeps attributes of 300 characters whole', () => {
    const connection = memoryConnection()
    const answer = connection.send({
      method: 'POST',
      endpoint: 'Users',
      body: person(' ada ', { title: long(300), nickName: 'Zoë 李 "\\', emails: [] }),
    })
    const id = String(answer.body?.['id'])
    expect(connection.send({ method: 'GET', endpoint: 'Users', id }).body).toMatchObject({
      userName: 'ada',
      title: long(300),
      nickName: 'Zoë 李 "\\',
    })
  })
})

/** ada is in team; eve is somebody in the target alone. */
function prepared(): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, 'ada', 'bea')
  addGroup(connection, 'team', 'ada')
  connection.target.addPrincipal(handMade('eve'))
  return connection
}

const refused: readonly {
  name: string
  forbidden?: string
  request(connection: MemoryConnection): Sent
  status: number
  scimType?: string
}[] = [
  {
    name: 'rename to a name of the source',
    request: (c) => user(c, { userName: 'BEA' }),
    status: 409,
    scimType: 'uniqueness',
  },
  {
    name: 'rename to a name of the target',
    request: (c) => user(c, { userName: 'Eve' }),
    status: 409,
    scimType: 'uniqueness',
  },
  {
    name: 'create with a name of the target',
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('eve') }),
    status: 409,
    scimType: 'uniqueness',
  },
  {
    name: 'create where the target lets nobody create',
    forbidden: 'CREATE_USER',
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('cyd') }),
    status: 503,
  },
  {
    name: 'update and rename where the target lets nobody update',
    forbidden: 'UPDATE_USER',
    request: (c) => user(c, { userName: 'Ada2', displayName: 'x', title: 'y' }),
    status: 503,
  },
  {
    name: 'create a group where the target lets nobody create',
    forbidden: 'CREATE_GROUP',
    request: (c) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: 'crew', members: members(idsOf(c), 'ada') },
    }),
    status: 503,
  },
  {
    name: 'add a member where the target lets nobody change groups',
    forbidden: 'UPDATE_GROUP',
    request: (c) =>
      patchGroup(idsOf(c), 'team', { op: 'add', path: 'members', value: members(idsOf(c), 'bea') }),
    status: 503,
  },
  {
    name: 'rename a group where the target lets nobody change groups',
    forbidden: 'UPDATE_GROUP',
    request: (c) =>
      patchGroup(idsOf(c), 'team', {
        op: 'replace',
        value: { displayName: 'crew', externalId: 'x' },
      }),
    status: 503,
  },
  {
    name: 'delete a user where the target lets nobody change groups',
    forbidden: 'UPDATE_GROUP',
    request: (c) => ({ method: 'DELETE', endpoint: 'Users', id: idsOf(c)('ada') }),
    status: 503,
  },
  {
    name: 'rename a group to a name of the source',
    request: (c) => {
      addGroup(c, 'crew')
      return patchGroup(idsOf(c), 'team', { op: 'replace', path: 'displayName', value: 'CREW' })
    },
    status: 409,
    scimType: 'uniqueness',
  },
]

function user(connection: MemoryConnection, value: JsonObject): Sent {
  const id = idsOf(connection)('ada')
  return { method: 'PATCH', endpoint: 'Users', id, body: patch({ op: 'replace', value }) }
}

describe('what is refused leaves both directories as they were', () => {
  it.each(refused)('$name: $status', ({ forbidden, request, status, scimType }) => {
    const connection = prepared()
    const sent = request(connection)
    if (forbidden) connection.world.forbid(connection.targetId, forbidden)
    const before = atRest(connection)
    expect(connection.try(sent)).toMatchObject({ status, scimType })
    expect(atRest(connection)).toEqual(before)
    expect(connection.world.heldLocks()).toEqual([])
  })
})

describe('a directory that was deleted under us', () => {
  const requests = (connection: MemoryConnection): readonly Sent[] => {
    const ids = idsOf(connection)
    return [
      { method: 'POST', endpoint: 'Users', body: person('cyd') },
      user(connection, { active: false }),
      { method: 'DELETE', endpoint: 'Users', id: ids('ada') },
      { method: 'POST', endpoint: 'Groups', body: { displayName: 'crew' } },
      patchGroup(ids, 'team', { op: 'remove', path: 'members', value: members(ids, 'ada') }),
      { method: 'DELETE', endpoint: 'Groups', id: ids('team') },
    ]
  }

  it('target: 503 that says what to do, and the client can repeat', () => {
    const connection = prepared()
    const all = requests(connection)
    connection.world.deleteDirectory(connection.targetId)
    for (const request of all) {
      expect(connection.try(request)).toEqual({
        status: 503,
        scimType: undefined,
        detail: expect.stringMatching(
          /^The target directory of this connection was deleted in Crowd\. /,
        ),
      })
    }
    expect(connection.source.searchPrincipalNames({ start: 0, count: -1 })).toEqual(['ada', 'bea'])
    expect(connection.source.isMember('ada', 'team')).toBe(true)
  })

  it('source: 503 that says what to do', () => {
    const connection = prepared()
    const all = requests(connection).concat([
      { method: 'GET', endpoint: 'Users' },
      { method: 'GET', endpoint: 'Groups', id: 'x' },
    ])
    connection.world.deleteDirectory(connection.sourceId)
    for (const request of all) {
      expect(connection.try(request)).toMatchObject({
        status: 503,
        detail: expect.stringMatching(
          /^The source directory of this connection was deleted in Crowd\. /,
        ),
      })
    }
  })
})

describe("miniOrange's ids in the path", () => {
  const lenient = () => {
    const connection = memoryConnection({ policies: { lenientIds: true } })
    addUser(connection, 'ada', 'bea')
    connection.said.length = 0
    return connection
  }
  it.each(['ext-ada', 'ADA', 'Ada@Example.com'])(
    '%s is taken for the user, and it is noted',
    (id) => {
      const connection = lenient()
      expect(connection.send({ method: 'DELETE', endpoint: 'Users', id })).toEqual({ status: 204 })
      expect(connection.source.findPrincipal('ada')).toBeUndefined()
      expect(connection.said).toEqual([
        '(the id in the path is not ours; taken for ada)',
        'deactivated ada',
      ])
    },
  )

  it.each(['-', '', 'nobody', '1'])('%j is nobody', (id) => {
    expect(lenient().try({ method: 'DELETE', endpoint: 'Users', id })).toMatchObject({
      status: 404,
    })
  })

  it('an e-mail address of two users is nobody', () => {
    const connection = lenient()
    const emails = [{ value: 'ada@example.com' }]
    connection.send({ method: 'POST', endpoint: 'Users', body: person('cyd', { emails }) })
    const request: Sent = { method: 'DELETE', endpoint: 'Users', id: 'ada@example.com' }
    expect(connection.try(request)).toMatchObject({ status: 404 })
  })

  it('is off for other clients', () => {
    const connection = memoryConnection()
    addUser(connection, 'ada')
    expect(connection.try({ method: 'GET', endpoint: 'Users', id: 'ada' })).toMatchObject({
      status: 404,
    })
  })
})
