import { readFileSync } from 'node:fs'
import {
  crowd,
  deleteDirectory,
  lookInto,
  makeConnection,
  openApi,
  setDatabase,
  type ScimRequest,
  type TestConnection,
} from './crowd'

/** Must never stand in Crowd's log: it is in every body that is sent here. */
const secret = 'Zaphodine-secret-word'

const user = (fields: object): unknown => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  name: { givenName: secret },
  emails: [{ value: 'someone@example.org', primary: true }],
  ...fields,
})
const group = (fields: object): unknown => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  ...fields,
})
const patch = (operation: object): unknown => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [operation],
})
const post = (body: unknown, path = '/Users'): ScimRequest => ({ method: 'POST', path, body })
const unknownId = '00000000-0000-4000-8000-000000000000'

interface Row {
  readonly name: string
  readonly request: ScimRequest
  readonly status: number
  readonly scimType?: string
  /** What the detail must name. */
  readonly names?: string
}

const refused: readonly Row[] = [
  {
    name: 'broken JSON',
    request: post('{"userName": "broken'),
    status: 400,
    scimType: 'invalidSyntax',
  },
  { name: 'no JSON object', request: post('[]'), status: 400, scimType: 'invalidSyntax' },
  { name: 'no body', request: post(''), status: 400, scimType: 'invalidSyntax' },
  {
    name: '1 MB of nested arrays',
    request: post('['.repeat(1_000_000)),
    status: 400,
    scimType: 'invalidSyntax',
  },
  {
    name: 'nested arrays in an attribute',
    request: post(`{"userName":"nested","x":${'['.repeat(300)}${']'.repeat(300)}}`),
    status: 400,
    scimType: 'invalidSyntax',
  },
  { name: 'a body of 2 MB', request: post(`{"x":"${'y'.repeat(2_000_000)}"}`), status: 413 },
  {
    name: 'a number as userName',
    request: post(user({ userName: 5 })),
    status: 400,
    scimType: 'invalidValue',
    names: 'userName',
  },
  {
    name: 'a word as active',
    request: post(user({ userName: 'wrong', active: 'perhaps' })),
    status: 400,
    scimType: 'invalidValue',
    names: 'active',
  },
  {
    name: 'a number as members',
    request: post(group({ displayName: 'wrong', members: 7 }), '/Groups'),
    status: 400,
    scimType: 'invalidValue',
    names: 'members',
  },
  {
    name: 'neither userName nor e-mail',
    request: post(user({ emails: [] })),
    status: 400,
    scimType: 'invalidValue',
    names: 'userName',
  },
  {
    name: 'only blanks as userName',
    request: post(user({ userName: '   ', emails: [] })),
    status: 400,
    scimType: 'invalidValue',
    names: 'userName',
  },
  {
    name: 'a userName of 256 characters',
    request: post(user({ userName: 'u'.repeat(256) })),
    status: 400,
    scimType: 'invalidValue',
    names: 'userName',
  },
  {
    name: 'a displayName of 256 characters',
    request: post(group({ displayName: 'g'.repeat(256) }), '/Groups'),
    status: 400,
    scimType: 'invalidValue',
    names: 'displayName',
  },
  {
    name: 'a value of 300 characters where Crowd keeps 255',
    request: post(user({ userName: 'long', name: { familyName: 'f'.repeat(300) } })),
    status: 400,
    scimType: 'invalidValue',
    names: 'familyName',
  },
  {
    name: 'control characters in userName',
    request: post(user({ userName: 'a\u0000b' })),
    status: 400,
    scimType: 'invalidValue',
    names: 'userName',
  },
  {
    name: '__proto__ as an attribute',
    request: post('{"userName":"proto","__proto__":{"active":false}}'),
    status: 400,
    scimType: 'invalidValue',
    names: '__proto__',
  },
  {
    name: '__proto__ as a path',
    request: {
      method: 'PATCH',
      path: '/Users/{{known}}',
      body: patch({ op: 'replace', path: '__proto__.active', value: true }),
    },
    status: 400,
    scimType: 'invalidPath',
    names: '__proto__',
  },
  {
    name: 'GET of an unknown id',
    request: { method: 'GET', path: `/Users/${unknownId}` },
    status: 404,
  },
  {
    name: 'PATCH of an unknown id',
    request: {
      method: 'PATCH',
      path: `/Users/${unknownId}`,
      body: patch({ op: 'replace', path: 'active', value: false }),
    },
    status: 404,
  },
  {
    name: 'DELETE of an unknown group',
    request: { method: 'DELETE', path: `/Groups/${unknownId}` },
    status: 404,
  },
  {
    name: 'a duplicate in another case',
    request: post(user({ userName: 'KNOWN' })),
    status: 409,
    scimType: 'uniqueness',
    names: 'userName',
  },
  {
    name: 'a filter that is none',
    request: { method: 'GET', path: '/Users', query: 'filter=userName%20is%20%22ada%22' },
    status: 400,
    scimType: 'invalidFilter',
  },
  {
    name: 'no token',
    request: { method: 'GET', path: '/Users', headers: { Authorization: '' } },
    status: 401,
  },
  {
    name: 'a wrong token',
    request: {
      method: 'GET',
      path: '/Users',
      headers: { Authorization: `Bearer ${'x'.repeat(43)}` },
    },
    status: 401,
  },
  { name: 'an unknown endpoint', request: { method: 'GET', path: '/Nonsense' }, status: 404 },
  { name: 'an unknown method', request: { method: 'PUT', path: '/Users', body: {} }, status: 405 },
]

let connection: TestConnection
let knownId: string

const standInTest = crowd.standInLog ? test : test.skip

beforeAll(async () => {
  connection = await makeConnection(await openApi(), `Bad input ${Date.now()}`)
  const answer = await connection.send(post(user({ userName: 'known' })))
  expect(answer.status).toBe(201)
  knownId = (answer.body as { id: string }).id
})

test.each(refused)('refuses $name', async ({ request, status, scimType, names }) => {
  const path = request.path.replace('{{known}}', knownId)
  const answer = await connection.send({ ...request, path })
  expect({ status: answer.status, body: answer.body }).toEqual({
    status,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(status),
      detail: expect.stringContaining(names ?? ''),
      ...(scimType ? { scimType } : {}),
    },
  })
})

test('a missing and a wrong token are told apart', async () => {
  const details = await Promise.all(
    ['', 'Bearer wrong'].map(async (Authorization) => {
      const answer = await connection.send({
        method: 'GET',
        path: '/Users',
        headers: { Authorization },
      })
      return (answer.body as { detail: string }).detail
    }),
  )
  expect(details[0]).not.toEqual(details[1])
})

standInTest('what was refused left nothing behind', async () => {
  const [source, target] = await Promise.all(
    [connection.sourceId, connection.targetId].map(lookInto),
  )
  const names = (view: typeof source) => view?.users.map(({ name }) => name)
  expect([names(source), names(target)]).toEqual([['known'], ['known']])
  expect([source?.groups, target?.groups]).toEqual([[], []])
})

test('blanks around a userName are not part of it', async () => {
  const answer = await connection.send(post(user({ userName: '  blank ' })))
  expect(answer).toMatchObject({ status: 201, body: { userName: 'blank' } })
})

test('a value of 300 characters comes back whole where we keep it', async () => {
  const title = 't'.repeat(300)
  const made = await connection.send(post(user({ userName: 'titled', title })))
  expect(made).toMatchObject({ status: 201, body: { title } })
  const { id } = made.body as { id: string }
  const read = await connection.send({ method: 'GET', path: `/Users/${id}` })
  expect(read).toMatchObject({ status: 200, body: { title } })
})

standInTest('a group named like an administration group reaches no target group', async () => {
  const body = group({ displayName: 'crowd-administrators', members: [{ value: knownId }] })
  const answer = await connection.send(post(body, '/Groups'))
  expect(answer.status).toBe(201)
  const target = await lookInto(connection.targetId)
  const reached = target.groups.filter(({ users }) => users.length > 0)
  expect(reached).toEqual([])
})

describe('when Crowd fails under us', () => {
  const list: ScimRequest = { method: 'GET', path: '/Users' }
  const create = (name: string) => post(user({ userName: name }))

  standInTest('a stopped database is 503, and all is well once it runs again', async () => {
    await setDatabase('stopped')
    try {
      const answers = [await connection.send(list), await connection.send(create('during'))]
      expect(answers.map(({ status }) => status)).toEqual([503, 503])
      expect(answers[0]?.headers['retry-after']).toMatch(/^\d+$/)
    } finally {
      await setDatabase('running')
    }
    expect((await connection.send(list)).status).toBe(200)
    expect((await connection.send(create('during'))).status).toBe(201)
  })

  standInTest.each([
    ['target', 'targetMissing'],
    ['source', 'sourceMissing'],
  ] as const)('a deleted %s directory is 503 and a banner', async (which, code) => {
    const other = await makeConnection(connection.api, `Deleted ${which} ${Date.now()}`)
    expect((await other.send(create('before'))).status).toBe(201)
    await deleteDirectory(which === 'target' ? other.targetId : other.sourceId)
    const answer = await other.send(create('after'))
    expect(answer.status).toBe(503)
    const { connections } = (await connection.api('GET', '/overview')) as {
      connections: readonly { id: string; banners: readonly { code: string }[] }[]
    }
    const banners = connections.find(({ id }) => id === other.id)?.banners
    expect(banners?.map((banner) => banner.code)).toContain(code)
  })
})

standInTest("Crowd's log holds neither token nor body", () => {
  const log = readFileSync(crowd.standInLog ?? '', 'utf8')
  expect(log.includes(connection.token)).toBe(false)
  expect(log.includes(secret)).toBe(false)
})
