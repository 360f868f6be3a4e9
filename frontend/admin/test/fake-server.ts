import {
  isGood,
  newConnection,
  validateApplicationMapping,
  validateNewConnection,
  validateNewToken,
  validateScim,
  validateTarget,
  validateUserSync,
  type ActivityDetail,
  type ActivityEntry,
  type ApplicationView,
  type Banner,
  type Checked,
  type ConnectionView,
  type Contact,
  type DirectoryChoice,
  type Issue,
  type NewConnection,
  type Overview,
  type ScimSettings,
  type SystemView,
  type TokenView,
  type UserSyncSettings,
} from '@settings'
import type { Answer, Method } from '../src/host/host'

/** What the fake server remembers; tests look at it and change it. */
export interface Memory {
  baseUrl: string
  warnings: readonly Banner[]
  connections: ConnectionView[]
  directories: DirectoryChoice[]
  /** Why the target cannot be changed any more; '' if it can. */
  whyNotOther: string
  applications: ApplicationView[]
  activity: ActivityEntry[]
  details: Record<string, ActivityDetail>
  system: SystemView
}

/** The admin API in memory, with the settings' own validation. The clock stands at `now`. */
export interface FakeServer {
  readonly memory: Memory
  readonly send: (method: Method, path: string, body?: unknown) => Promise<Answer>
  /** `GET /overview`, in the order in which they came. */
  readonly requests: readonly string[]
  /** The next request whose line starts so gets this answer; 'offline' means none. */
  readonly failNext: (start: string, answer: Answer | 'offline') => void
  /** Requests whose line starts so wait until the returned function is called. */
  readonly hold: (start: string) => () => void
  /** Adds a connection as a past visit made it. */
  readonly seed: (appName: string, change?: Partial<ConnectionView>) => ConnectionView
  readonly change: (id: string, change: Partial<ConnectionView>) => ConnectionView
  /** A request of the provider arrived and was good, or was refused with these words. */
  readonly arrive: (id: string, contact: Partial<Contact>) => void
}

export const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

interface Planned {
  readonly start: string
  readonly answer: Answer | 'offline'
}

export function createFakeServer(): FakeServer {
  const memory = emptyMemory()
  const requests: string[] = []
  const planned: Planned[] = []
  const holds: { readonly start: string; readonly released: Promise<void> }[] = []
  const state: State = { memory, counter: 0, made: 0 }

  const send = async (method: Method, path: string, body?: unknown): Promise<Answer> => {
    const line = `${method} ${path}`
    requests.push(line)
    for (const hold of holds) if (line.startsWith(hold.start)) await hold.released
    const index = planned.findIndex(({ start }) => line.startsWith(start))
    const [plan] = index < 0 ? [] : planned.splice(index, 1)
    if (plan?.answer === 'offline') throw new Error('offline')
    // through JSON, as over the wire: the page never shares an object with the server
    return plan?.answer ?? overTheWire(answer(state, method, path, overTheWire(body)))
  }
  const seed = (appName: string, change: Partial<ConnectionView> = {}) => {
    const view = { ...makeConnection(state, { appName, provider: 'miniorange' }), ...change }
    memory.connections.push(view)
    return view
  }
  const changeConnection = (id: string, change: Partial<ConnectionView>) =>
    replace(state, { ...connectionOf(state, id), ...change })
  return {
    memory,
    send,
    requests,
    failNext: (start, plan) => void planned.push({ start, answer: plan }),
    hold: (start) => {
      let release = (): void => undefined
      const released = new Promise<void>((resolve) => (release = resolve))
      const hold = { start, released }
      holds.push(hold)
      return () => {
        holds.splice(holds.indexOf(hold), 1)
        release()
      }
    },
    seed,
    change: changeConnection,
    arrive: (id, contact) =>
      void changeConnection(id, {
        contact: { ...connectionOf(state, id).contact, ...contact },
      }),
  }
}

interface State {
  readonly memory: Memory
  counter: number
  made: number
}

class Refusal extends Error {
  readonly status: number
  readonly issues: readonly Issue[]
  constructor(status: number, message: string, issues: readonly Issue[] = []) {
    super(message)
    this.status = status
    this.issues = issues
  }
}

function answer(state: State, method: Method, path: string, body: unknown): Answer {
  try {
    return route(state, method, path, body)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, message, issues } = error
    return { status, body: { status, message, issues, correlationId: 'c-1' } }
  }
}

function route(state: State, method: Method, path: string, body: unknown): Answer {
  const [place = '', query = ''] = path.split('?')
  const [, first = '', id = '', kind = '', other = ''] = place.split('/')
  const line = `${method} ${[first, id && '*', kind, other && '*'].filter(Boolean).join('/')}`
  const found = routes[line]
  if (!found) throw new Refusal(404, 'There is nothing at this address')
  return found({ state, id, other, query: new URLSearchParams(query), body })
}

interface Request {
  readonly state: State
  readonly id: string
  readonly other: string
  readonly query: URLSearchParams
  readonly body: unknown
}

const routes: Readonly<Record<string, (request: Request) => Answer>> = {
  'GET overview': ({ state }) => ok(overviewOf(state)),
  'GET system': ({ state }) => ok(state.memory.system),
  'POST connections': addConnection,
  'PUT connections/*/scim': saveScim,
  'PUT connections/*/user-sync': ({ state, id, body }) => {
    const userSync = take<UserSyncSettings>(validateUserSync(body))
    return ok(replace(state, { ...connectionOf(state, id), userSync }))
  },
  'DELETE connections/*': deleteConnection,
  'POST connections/*/tokens': addToken,
  'DELETE connections/*/tokens/*': ({ state, id, other }) => {
    const view = connectionOf(state, id)
    if (!view.tokens.some((token) => token.id === other)) throw new Refusal(404, 'No such token')
    return ok(replace(state, { ...view, tokens: view.tokens.filter((one) => one.id !== other) }))
  },
  'GET directories': ({ state }) =>
    ok({ directories: state.memory.directories, whyNotOther: state.memory.whyNotOther }),
  'POST connections/*/target': setTarget,
  'POST connections/*/source': ({ state, id }) =>
    ok(replace(state, { ...connectionOf(state, id), source: sourceOf('made anew'), banners: [] })),
  'POST connections/*/unmap-source': ({ state, id }) => {
    const view = connectionOf(state, id)
    return ok(replace(state, { ...view, source: sourceOf(view.scim.appName), banners: [] }))
  },
  'GET connections/*/applications': ({ state }) => ok({ applications: state.memory.applications }),
  'PUT connections/*/applications/*': mapApplication,
  'GET activity': ({ state, query }) => {
    const wanted = query.get('connection') ?? ''
    const all = state.memory.activity.filter((one) => wanted === '' || one.connection === wanted)
    return ok({ entries: all.slice(0, Number(query.get('count'))) })
  },
  'GET activity/*': ({ state, id }) => {
    const detail = state.memory.details[id]
    if (!detail) throw new Refusal(404, 'This entry is no longer kept')
    return ok(detail)
  },
}

function overviewOf({ memory }: State): Overview {
  const { connections, baseUrl, warnings } = memory
  return { connections, baseUrl, warnings }
}

function addConnection({ state, body }: Request): Answer {
  const taken = state.memory.connections.map(({ scim }) => scim.appName)
  const wanted = take<NewConnection>(validateNewConnection(body, taken))
  const connection = makeConnection(state, wanted)
  state.memory.connections.push(connection)
  return { status: 201, body: { connection, token: `secret-of-${connection.tokens[0]?.id}` } }
}

function saveScim({ state, id, body }: Request): Answer {
  const view = connectionOf(state, id)
  const others = state.memory.connections.filter((one) => one.id !== id)
  const scim = take<ScimSettings>(
    validateScim(
      body,
      others.map((one) => one.scim.appName),
    ),
  )
  return ok(replace(state, { ...view, scim }))
}

function deleteConnection({ state, id }: Request): Answer {
  const view = connectionOf(state, id)
  state.memory.connections = state.memory.connections.filter((one) => one.id !== id)
  const stays = [`The source directory “${view.source.name}”.`]
  return ok({
    id,
    stays: view.target.name ? [...stays, `The directory “${view.target.name}”.`] : stays,
  })
}

function addToken({ state, id, body }: Request): Answer {
  const view = connectionOf(state, id)
  const wanted = take(validateNewToken(body, NOW))
  const live = view.tokens.filter(({ expires }) => expires === 0 || expires > NOW)
  if (live.length >= 2) throw new Refusal(409, 'Two tokens are live already')
  const token = makeToken(state, wanted.name, wanted.expires)
  const connection = replace(state, { ...view, tokens: [...live, token] })
  return { status: 201, body: { connection, tokenId: token.id, token: `secret-of-${token.id}` } }
}

function setTarget({ state, id, body }: Request): Answer {
  const view = connectionOf(state, id)
  const choice = take(validateTarget(body))
  const target = choice.kind === 'create' ? makeDirectory(state, choice) : pick(state, choice)
  return ok(
    replace(state, {
      ...view,
      target: { id: target.id, name: target.name, state: 'ready', advice: '' },
      banners: view.banners.filter(({ code }) => !code.startsWith('target')),
    }),
  )
}

function makeDirectory(state: State, { name }: { readonly name: string }): DirectoryChoice {
  const path = 'target.name'
  if (state.memory.directories.some((one) => one.name === name))
    throw new Refusal(400, 'Some fields need your attention', [
      { path, message: 'Crowd has a directory of this name' },
    ])
  const id = String(1000 + ++state.counter)
  const made = { id, name, type: 'INTERNAL', active: true, whyNot: '' }
  state.memory.directories.push(made)
  return made
}

function pick(state: State, { directoryId }: { readonly directoryId: string }): DirectoryChoice {
  const found = state.memory.directories.find(({ id }) => id === directoryId)
  const message = found ? found.whyNot : 'This directory is not in Crowd any more'
  if (!found || message !== '')
    throw new Refusal(400, 'Some fields need your attention', [
      { path: 'target.directoryId', message },
    ])
  return found
}

function mapApplication({ state, id, other, body }: Request): Answer {
  connectionOf(state, id)
  const mapping = take(validateApplicationMapping(body))
  state.memory.applications = state.memory.applications.map((one) =>
    one.id === other ? { ...one, ...mapping } : one,
  )
  return ok({ applications: state.memory.applications })
}

function makeConnection(state: State, wanted: NewConnection): ConnectionView {
  const id = `conn${++state.made}`
  const { scim, userSync, groupSync } = newConnection(id, NOW, wanted)
  return {
    id,
    created: NOW,
    scim,
    userSync,
    groupSync,
    scimBaseUrl: `${state.memory.baseUrl}/plugins/servlet/scim/${id}/v2`,
    tokens: [makeToken(state, 'Token 1', 0)],
    source: sourceOf(wanted.appName),
    target: { id: '', name: '', state: 'none', advice: 'Make or choose a directory.' },
    banners: [
      {
        kind: 'information',
        code: 'targetNone',
        title: 'No directory yet',
        text: 'Make or choose a directory.',
      },
    ],
    contact: { firstSuccess: 0, lastSuccess: 0, lastProblem: '', lastProblemAt: 0 },
  }
}

function sourceOf(appName: string): ConnectionView['source'] {
  return { id: '900', name: `SCIM source · ${appName}`, state: 'ready', advice: '' }
}

function makeToken(state: State, name: string, expires: number): TokenView {
  return { id: `token${++state.counter}`, name, created: NOW, expires, lastUsed: 0 }
}

function connectionOf({ memory }: State, id: string): ConnectionView {
  const found = memory.connections.find((one) => one.id === id)
  if (!found) throw new Refusal(404, 'This connection does not exist any more')
  return found
}

function replace({ memory }: State, view: ConnectionView): ConnectionView {
  memory.connections = memory.connections.map((one) => (one.id === view.id ? view : one))
  return view
}

function take<T>(checked: Checked<T>): T {
  if (isGood(checked)) return checked.value
  throw new Refusal(400, 'Some fields need your attention', checked.issues)
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}

function overTheWire<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}

function emptyMemory(): Memory {
  return {
    baseUrl: 'https://crowd.example.org/crowd',
    warnings: [],
    connections: [],
    directories: [
      { id: '1', name: 'Staff', type: 'INTERNAL', active: true, whyNot: '' },
      {
        id: '2',
        name: 'Head office',
        type: 'CONNECTOR',
        active: true,
        whyNot: 'An LDAP connector.',
      },
      { id: '3', name: 'Old staff', type: 'INTERNAL', active: false, whyNot: 'It is inactive.' },
    ],
    whyNotOther: '',
    applications: [
      application('10', 'jira', 'JIRA', ['jira-users']),
      application('11', 'wiki', 'CONFLUENCE', []),
      { ...application('12', 'crowd', 'CROWD', []), whyNot: 'The Crowd console itself.' },
    ],
    activity: [],
    details: {},
    system: {
      crowdVersion: '7.0.1',
      appVersion: '0.1.0',
      servletApi: 'jakarta',
      engineMode: 'interpreted',
      baseUrl: 'https://crowd.example.org/crowd',
      rows: [
        { name: 'DirectoryManager.addUser', found: true, detail: '' },
        { name: 'ClusterLockService', found: false, detail: 'one node only' },
      ],
    },
  }
}

function application(
  id: string,
  name: string,
  type: string,
  groupNames: readonly string[],
): ApplicationView {
  return { id, name, type, mapped: false, allowAll: false, groupNames, whyNot: '' }
}

/** An exchange as Activity lists it. */
export function entry(change: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    ref: 'e1',
    at: NOW,
    connection: 'conn1',
    by: '',
    deed: '',
    method: 'POST',
    resource: '/Users',
    name: 'ada',
    status: 201,
    changed: 'made user ada',
    problem: '',
    milliseconds: 12,
    correlationId: 'c-7',
    ...change,
  }
}
