import { atRest, type AtRest } from './at-rest'
import { membersOf, newGroup, newUser, patch } from './bodies'
import {
  armFault,
  crowd,
  disarmFault,
  makeConnection,
  openApi,
  type ScimAnswer,
  type ScimRequest,
  type Strike,
  type TestConnection,
} from './crowd'

// Crowd fails before or after each single call that an operation makes, or the app is cut off there; then the client
// sends its request again. Source and target must end as if nothing had happened.

/** Where a walk stands: names carry its number, so that one connection serves for all points. */
interface Place {
  readonly send: TestConnection['send']
  /** The name of a user or group at this point. */
  name(word: string): string
  /** The SCIM id of a user or group that was prepared. */
  id(word: string): string
}

interface Operation {
  readonly name: string
  /** Users that are there before; those of `team` are members of the group of that name. */
  readonly users: readonly string[]
  readonly team?: readonly string[]
  request(place: Place): ScimRequest
  /** What the retry may be answered beside the answer of the undisturbed request. */
  readonly retryMay?: number
  /** Walked by `npm test` too; the others by `npm run test:long`. */
  readonly always?: true
}

const crew = ['ada', 'bea', 'cyd']

const operations: readonly Operation[] = [
  {
    name: 'create a user',
    users: [],
    request: ({ name }) => newUser(name('ada')),
    retryMay: 409,
    always: true,
  },
  {
    name: 'update a user',
    users: crew,
    request: ({ id }) =>
      patch(`/Users/${id('ada')}`, { op: 'replace', value: { displayName: 'Ada', title: 'Dr' } }),
  },
  {
    name: 'rename a user by PUT',
    users: crew,
    team: crew,
    request: ({ id, name }) => ({
      ...newUser(name('zoe')),
      method: 'PUT',
      path: `/Users/${id('ada')}`,
    }),
  },
  {
    name: 'deactivate a user',
    users: crew,
    team: crew,
    request: ({ id }) =>
      patch(`/Users/${id('ada')}`, { op: 'replace', path: 'active', value: false }),
  },
  {
    name: 'create a group with members',
    users: crew,
    request: ({ id, name }) => newGroup(name('team'), crew.map(id)),
    retryMay: 409,
  },
  {
    name: 'add members',
    users: crew,
    team: ['ada'],
    request: ({ id }) =>
      patch(`/Groups/${id('team')}`, {
        op: 'add',
        path: 'members',
        value: membersOf([id('bea'), id('cyd')]),
      }),
  },
  {
    name: 'remove a member',
    users: crew,
    team: crew,
    request: ({ id }) =>
      patch(`/Groups/${id('team')}`, { op: 'remove', path: `members[value eq "${id('ada')}"]` }),
  },
  {
    name: 'replace the members',
    users: crew,
    team: ['ada', 'bea'],
    request: ({ id }) =>
      patch(`/Groups/${id('team')}`, {
        op: 'replace',
        path: 'members',
        value: membersOf([id('bea'), id('cyd')]),
      }),
    always: true,
  },
  {
    name: 'rename a group',
    users: crew,
    team: crew,
    request: ({ id, name }) =>
      patch(`/Groups/${id('team')}`, { op: 'replace', path: 'displayName', value: name('club') }),
  },
  {
    name: 'delete a group',
    users: crew,
    team: crew,
    request: ({ id }) => ({ method: 'DELETE', path: `/Groups/${id('team')}` }),
    retryMay: 404,
  },
  {
    name: 'delete a user',
    users: crew,
    team: crew,
    request: ({ id }) => ({ method: 'DELETE', path: `/Users/${id('ada')}` }),
    retryMay: 404,
  },
]

const strikes: readonly Strike[] = crowd.long ? ['before', 'after', 'cut'] : ['cut']
const walks = operations
  .filter(({ always }) => crowd.long || always)
  .flatMap((operation) => strikes.map((strike) => ({ operation, strike, title: operation.name })))

const standInDescribe = crowd.standInLog ? describe : describe.skip

standInDescribe('a failing call of Crowd', () => {
  test.each(walks)(
    '$title: $strike any call, and sent again',
    async ({ operation, strike }) => {
      const connection = await makeConnection(await openApi(), `Walk ${Date.now()}`)
      const undisturbed = await prepare(connection, operation, 0)
      const { status } = await connection.send(undisturbed.request)
      const end = await pictureOf(connection, undisturbed)
      const calls = await walk(connection, operation, strike, { status, end })
      expect(calls).toBeGreaterThan(5)
    },
    600_000,
  )
})

interface Prepared {
  readonly suffix: string
  readonly request: ScimRequest
}

interface Expected {
  readonly status: number
  readonly end: unknown
}

/** Gives the number of calls that could fail. */
async function walk(
  connection: TestConnection,
  operation: Operation,
  strike: Strike,
  expected: Expected,
): Promise<number> {
  for (let call = 1; ; call++) {
    const prepared = await prepare(connection, operation, call)
    const { struck, first } = await disturbed(connection, prepared.request, call, strike)
    if (!struck) return call - 1
    const retried = await connection.send(prepared.request)
    const end = await pictureOf(connection, prepared)
    expect({ call, end }).toEqual({ call, end: expected.end })
    expect([503, expected.status]).toContain(first.status)
    expect([expected.status, operation.retryMay]).toContain(retried.status)
  }
}

async function disturbed(
  { send }: TestConnection,
  request: ScimRequest,
  call: number,
  strike: Strike,
): Promise<{ readonly struck: boolean; readonly first: ScimAnswer }> {
  await armFault(call, strike)
  const first = await send(request)
  return { struck: await disarmFault(), first }
}

/** Makes users and group of one point and gives its request. */
async function prepare(
  { send }: TestConnection,
  operation: Operation,
  point: number,
): Promise<Prepared> {
  const suffix = `-${String(point).padStart(3, '0')}`
  const ids: Record<string, string> = {}
  const name = (word: string): string => word + suffix
  const id = (word: string): string => ids[word] as string
  for (const word of operation.users) ids[word] = idOf(await send(newUser(name(word))))
  if (operation.team) {
    ids['team'] = idOf(await send(newGroup(name('team'), operation.team.map(id))))
  }
  return { suffix, request: operation.request({ send, name, id }) }
}

function idOf({ status, body }: ScimAnswer): string {
  expect(status).toBe(201)
  return (body as { readonly id: string }).id
}

/** What belongs to one point, as Crowd keeps it and as SCIM shows it; ids, number and times are taken out. */
async function pictureOf(connection: TestConnection, { suffix }: Prepared): Promise<unknown> {
  const { source, target } = await atRest(connection)
  const own = (one: AtRest['source']) => ({
    users: one.users.filter(({ name }) => name.endsWith(suffix)).map(withoutDocument),
    groups: one.groups.filter(({ name }) => name.endsWith(suffix)).map(withoutDocument),
  })
  const places = { source: own(source), target: own(target) }
  const shown = [
    ...places.source.users.map(({ externalId }) => `/Users/${externalId}`),
    ...places.source.groups.map(({ externalId }) => `/Groups/${externalId}`),
  ]
  const answers: unknown[] = []
  for (const path of shown) answers.push((await connection.send({ method: 'GET', path })).body)
  return comparable({ ...places, answers }, places, suffix)
}

/** The stored document begins with a hash, which no two points share: SCIM shows what it holds. */
function withoutDocument<T extends { readonly attributes: object }>(one: T): T {
  const notes = Object.entries(one.attributes).filter(([name]) => !name.startsWith('scim.doc.'))
  return { ...one, attributes: Object.fromEntries(notes) }
}

interface Named {
  readonly name: string
  readonly externalId: string
}
type Side = { readonly users: readonly Named[]; readonly groups: readonly Named[] }

function comparable(
  picture: unknown,
  places: { readonly source: Side; readonly target: Side },
  suffix: string,
): unknown {
  let text = JSON.stringify(picture)
  for (const [side, { users, groups }] of Object.entries(places))
    for (const { name, externalId } of [...users, ...groups])
      if (externalId) text = text.split(externalId).join(`<${side} ${name}>`)
  // What is left of ids are those of users and groups that were deleted.
  const gone = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  const time = /\d{4}-\d\d-\d\dT[\d:.]+Z/g
  return JSON.parse(text.replace(gone, '<gone>').split(suffix).join('').replace(time, '<time>'))
}
