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

// What a client may send wrongly is in the recordings of test/exchanges/hostile, which exchanges.test.ts replays. Here is
// what a recording cannot say: sizes, Crowd failing, and the log.

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
const post = (body: unknown, path = '/Users'): ScimRequest => ({ method: 'POST', path, body })
let connection: TestConnection
let knownId: string

const standInTest = crowd.standInLog ? test : test.skip

beforeAll(async () => {
  connection = await makeConnection(await openApi(), `Bad input ${Date.now()}`)
  const answer = await connection.send(post(user({ userName: 'known' })))
  expect(answer.status).toBe(201)
  knownId = (answer.body as { id: string }).id
})

test('a body of 2 MB is refused before it is read', async () => {
  const answer = await connection.send(post(`{"x":"${'y'.repeat(2_000_000)}"}`))
  expect(answer).toMatchObject({ status: 413, body: { status: '413' } })
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
