import type { JsonObject } from '../../src/json'
import type { Cut } from '../fakes/memory-calls'
import { patch, person, withNamesForIds } from '../fakes/memory-connection'
import { memoryWorld } from '../fakes/memory-world'
import { restOf } from '../resources/at-rest'
import { bearer, openDoor } from './admin-client'

/** One exchange through the door; `<ada>` stands for an id. */
interface Scenario {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body?: JsonObject
  readonly token?: string
  /** What a retry may be answered beside the answer of the uncut exchange. */
  readonly retryMay?: number
}

const scenarios: readonly Scenario[] = [
  {
    name: 'create a user with an attribute that is learned',
    method: 'POST',
    path: '/Users',
    body: person('eve', { shoeSize: '38' }),
    retryMay: 409,
  },
  { name: 'read a user', method: 'GET', path: '/Users/<ada>' },
  {
    name: 'change a user',
    method: 'PATCH',
    path: '/Users/<ada>',
    body: patch({ op: 'replace', value: { active: false, displayName: 'Ada King' } }),
  },
  { name: 'delete a user', method: 'DELETE', path: '/Users/<ada>', retryMay: 404 },
  {
    name: 'create a group',
    method: 'POST',
    path: '/Groups',
    body: { displayName: 'crew', members: [{ value: '<ada>' }] },
    retryMay: 409,
  },
  {
    name: 'replace members',
    method: 'PATCH',
    path: '/Groups/<team>',
    body: patch({ op: 'replace', path: 'members', value: [{ value: '<bea>' }] }),
  },
  { name: 'read the schemas', method: 'GET', path: '/Schemas' },
  { name: 'ask with a wrong token', method: 'GET', path: '/Users', token: 'wrong' },
  { name: 'ask for what is not there', method: 'GET', path: '/Persons' },
]

/**
 * Every call of settings, activity and locks, and of the directories beside them, fails before or after its effect or is
 * the last of its node: the answer is the right one or 503, and the exchange, sent again, ends as if nothing had happened.
 */
describe.each(scenarios)('cut walk through the door: $name', (scenario) => {
  const whole = prepared()
  const uncut = { status: whole.send(scenario), end: whole.end() }
  const calls = whole.world.calls.list()

  it('passes settings and activity on its way', () => {
    const ports = calls.map(({ port }) => port)
    expect(ports).toEqual(expect.arrayContaining(['settings', 'activity']))
    const changes = !['GET'].includes(scenario.method)
    expect(ports.includes('locks')).toBe(changes)
  })

  it.each([false, true])('ends right; every later call fails too: %s', (lasts) => {
    for (let call = 1; call <= calls.length; call++)
      for (const when of ['before', 'after'] as const)
        check(scenario, uncut, lasts ? { call, when, lasts } : { call, when })
  })
})

function check(
  scenario: Scenario,
  uncut: { readonly status: number; readonly end: unknown },
  cut: Cut,
): void {
  const { world, send, end } = prepared()
  world.calls.cutAt(cut)
  const first = send(scenario)
  world.calls.cutAt(undefined)
  const retried = send(scenario)
  const place = { cut, first, retried }
  expect({ ...place, end: end() }).toEqual({ ...place, end: uncut.end })
  expect([503, uncut.status]).toContain(first)
  expect([uncut.status, scenario.retryMay]).toContain(retried)
  expect(world.heldLocks()).toEqual([])
}

/** ada and bea, and ada in team; a target directory is there. */
function prepared() {
  const world = memoryWorld({ everyPort: true })
  const { admin, connect, scim } = openDoor({}, world)
  const { connection, token } = connect()
  const target = { kind: 'create', name: 'People', description: '', nestedGroups: true }
  const view = admin('POST', `/connections/${connection.id}/target`, target).body as {
    readonly source: { readonly id: string }
    readonly target: { readonly id: string }
  }
  const ids: Record<string, string> = {}
  const named = (text: string): string =>
    text.replace(/<(\w+)>/g, (_, name: string) => ids[name] ?? '')
  const ask = ({ method, path, body, token: wrong }: Omit<Scenario, 'name'>) =>
    scim(method, `/${connection.id}/v2${named(path)}`, {
      ...bearer(wrong ?? token),
      body: body ? named(JSON.stringify(body)) : '',
    })
  const create = (name: string, path: string, body: JsonObject): void => {
    ids[name] = (ask({ method: 'POST', path, body }).body as { id: string }).id
  }
  create('ada', '/Users', person('ada'))
  create('bea', '/Users', person('bea'))
  create('team', '/Groups', { displayName: 'team', members: [{ value: '<ada>' }] })
  world.calls.clear()
  return {
    world,
    send: (scenario: Scenario): number => ask(scenario).status,
    /** Both directories, and what the schemas declare. */
    end: (): unknown => {
      const [source, people] = [world.picture(view.source.id), world.picture(view.target.id)]
      const pictures = withNamesForIds(source, people)
      const { body } = ask({ method: 'GET', path: '/Schemas' })
      return { source: restOf(pictures.source), target: restOf(pictures.target), schemas: body }
    },
  }
}
