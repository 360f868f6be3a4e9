import { atRest } from './at-rest'
import { membersOf, newGroup, newUser, patch } from './bodies'
import {
  armFault,
  crowd,
  disarmFault,
  lookInto,
  makeConnection,
  openApi,
  type AdminApi,
  type DirectoryView,
  type ScimAnswer,
  type ScimRequest,
  type TestConnection,
} from './crowd'

const writers = 16
const rounds = 3
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const standInTest = crowd.standInLog ? test : test.skip
const standInDescribe = crowd.standInLog ? describe : describe.skip

let api: AdminApi

beforeAll(async () => {
  api = await openApi()
})

const connect = (name: string): Promise<TestConnection> =>
  makeConnection(api, `${name} ${Date.now()}`)

/** Sends all requests, as many at once as there are writers; the answers in order. */
async function sendAll(
  { send }: TestConnection,
  requests: readonly ScimRequest[],
): Promise<readonly ScimAnswer[]> {
  const answers: ScimAnswer[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < requests.length; at = next++)
      answers[at] = await send(requests[at] as ScimRequest)
  }
  await Promise.all(Array.from({ length: writers }, worker))
  return answers
}

async function makeUsers(connection: TestConnection, count: number): Promise<readonly string[]> {
  const requests = Array.from({ length: count }, (_, at) => newUser(`user-${at}`))
  const answers = await sendAll(connection, requests)
  expect(answers.filter(({ status }) => status !== 201)).toEqual([])
  return answers.map(({ body }) => (body as { id: string }).id)
}

/** Adds the user to the group and takes him away again, time after time; what was not answered well. */
async function comeAndGo(
  { send }: TestConnection,
  group: string,
  id: string,
): Promise<readonly ScimAnswer[]> {
  const answers: ScimAnswer[] = []
  for (let round = 0; round < rounds; round++) {
    const add = { op: 'add', path: 'members', value: membersOf([id]) }
    answers.push(await send(patch(group, add)))
    answers.push(await send(patch(group, { op: 'remove', path: `members[value eq "${id}"]` })))
  }
  return answers.filter(({ status }) => status >= 300)
}

const sizes = crowd.long ? [10, 1_000, 10_000] : [10, 1_000]

const patience = crowd.long ? 900_000 : 120_000

standInDescribe.each(sizes)('a group of %d', (size) => {
  let connection: TestConnection
  let ids: readonly string[]
  let path: string

  beforeAll(async () => {
    connection = await connect(`Members ${size}`)
    ids = await makeUsers(connection, size + writers)
    const group = await connection.send(newGroup('crew', ids.slice(writers)))
    expect(group.status).toBe(201)
    path = `/Groups/${(group.body as { id: string }).id}`
  }, patience)

  test(
    'ends as it was after 16 writers came and went',
    async () => {
      const before = await atRest(connection)
      const work = ids.slice(0, writers).map((id) => comeAndGo(connection, path, id))
      expect((await Promise.all(work)).flat()).toEqual([])
      expect(await atRest(connection)).toEqual(before)
    },
    patience,
  )

  const replace = (members: readonly string[]): ScimRequest =>
    patch(path, { op: 'replace', path: 'members', value: membersOf(members) })
  const put = (members: readonly string[]): ScimRequest => ({
    ...newGroup('crew', members),
    method: 'PUT',
    path,
  })
  const replacements = [
    { name: 'PATCH to one other member', request: () => replace(ids.slice(1, size + 1)) },
    { name: 'PUT to half of them', request: () => put(ids.slice(0, size / 2)) },
    { name: 'PUT to all of them', request: () => put(ids.slice(0, size)) },
    { name: 'PATCH to none', request: () => replace([]) },
  ]

  test.each(replacements)(
    'goes on when $name is cut in the middle and sent again',
    async ({ request }) => {
      const sent = request()
      const wanted = wantedMembers(sent, ids)
      // Each try gets further than the one before; a small group is through before the later cuts.
      const statuses: number[] = []
      for (const call of [12, 25, size]) {
        await armFault(call, 'cut')
        const { status } = await connection.send(sent)
        await disarmFault()
        statuses.push(status)
      }
      expect(statuses[0]).toBe(503)
      expect(statuses.filter((status) => status !== 503 && status >= 300)).toEqual([])
      expect((await connection.send(sent)).status).toBeLessThan(300)
      const { source, target } = await atRest(connection)
      expect([membersIn(source), membersIn(target)]).toEqual([wanted, wanted])
    },
    patience,
  )
})

/** The names of those whom the request names, in order. */
function wantedMembers({ body }: ScimRequest, ids: readonly string[]): readonly string[] {
  const text = JSON.stringify(body)
  return ids.flatMap((id, at) => (text.includes(id) ? [`user-${at}`] : [])).sort()
}

function membersIn({ groups }: DirectoryView): readonly string[] {
  return groups.flatMap(({ users }) => users).sort()
}

const attributes: readonly string[] = [
  ...['title', 'nickName', 'preferredLanguage', 'locale', 'timezone', 'userType', 'externalId'],
  ...['displayName', 'name.givenName', 'name.familyName', 'name.middleName'],
  ...['department', 'costCenter', 'organization', 'division', 'employeeNumber'].map(
    (name) => `${enterprise}:${name}`,
  ),
]

standInTest('16 writers on different attributes of one user all leave their mark', async () => {
  const connection = await connect('Attributes')
  const { id } = (await connection.send(newUser('ada'))).body as { id: string }
  const path = `/Users/${id}`
  const requests = attributes.map((name, at) =>
    patch(path, { op: 'replace', path: name, value: `value ${at}` }),
  )
  const answers = await Promise.all(requests.map(connection.send))
  expect(answers.map(({ status }) => status)).toEqual(attributes.map(() => 200))
  const read = await connection.send({ method: 'GET', path })
  expect(attributes.map((name) => valueAt(read.body, name))).toEqual(
    attributes.map((_, at) => `value ${at}`),
  )
  const target = await lookInto(connection.targetId)
  expect(target.users).toMatchObject([
    { name: 'ada', displayName: 'value 7', firstName: 'value 8', lastName: 'value 9' },
  ])
})

function valueAt(body: unknown, name: string): unknown {
  const names = name.startsWith(enterprise)
    ? [enterprise, name.slice(enterprise.length + 1)]
    : name.split('.')
  return names.reduce((value, one) => (value as Record<string, unknown>)[one], body)
}

standInTest('of 16 clients that create the same user at once one wins', async () => {
  const connection = await connect('Creators')
  const request = newUser('ada')
  const answers = await Promise.all(Array.from({ length: writers }, () => connection.send(request)))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([201, ...new Array<number>(writers - 1).fill(409)])
  const { source, target } = await atRest(connection)
  expect([source.users.length, target.users.length]).toEqual([1, 1])
  expect(source.users).toMatchObject([{ name: 'ada', groups: [] }])
  expect(target.users).toMatchObject([{ name: 'ada', active: true, groups: [] }])
})
