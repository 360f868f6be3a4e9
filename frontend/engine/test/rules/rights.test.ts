import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type MemoryConnectionOptions,
  type Sent,
} from '../fakes/memory-connection'
import type { Cut } from '../fakes/memory-calls'
import { atRest } from '../resources/at-rest'
import {
  addGroup,
  addUser,
  idsOf,
  members,
  patchGroup,
  type Ids,
} from '../resources/walk-scenarios'

/**
 * A target group whose members administer Crowd while nothing but Crowd knows (ADR 0012). Nobody keeps those rights by
 * SCIM, wherever an operation is cut and whatever request comes next.
 */
interface Giving {
  readonly name: string
  readonly userSync?: MemoryConnectionOptions['userSync']
  /** Only where Crowd does not count deactivated users as administrators. */
  readonly ignoresInactive?: true
  prepare(connection: MemoryConnection): void
  request(ids: Ids): Sent
  /** Whether ada is in the group and active in the target at the end. */
  readonly end: { readonly isMember: boolean; readonly active: boolean }
}

const withGroups = { whenDeactivated: 'disableAndRemoveGroups' } as const

const givings: readonly Giving[] = [
  {
    name: 'create a group with her',
    prepare: () => undefined,
    request: (ids) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: 'helpers', members: members(ids, 'bea', 'ada') },
    }),
    end: { isMember: false, active: true },
  },
  {
    name: 'add her',
    prepare: (connection) => addGroup(connection, 'helpers', 'bea'),
    request: (ids) => group(ids, 'add', 'ada', 'cyd'),
    end: { isMember: false, active: true },
  },
  {
    name: 'add her again whom an administrator took out',
    prepare: (connection) => addGroup(connection, 'helpers', 'ada'),
    request: (ids) => group(ids, 'add', 'ada'),
    end: { isMember: false, active: true },
  },
  {
    name: 'replace all members by her',
    prepare: (connection) => addGroup(connection, 'helpers', 'bea'),
    request: (ids) => group(ids, 'replace', 'ada'),
    end: { isMember: false, active: true },
  },
  {
    name: 'replace all by PUT',
    prepare: (connection) => addGroup(connection, 'helpers', 'bea'),
    request: (ids) => putGroup(ids, 'cyd', 'ada'),
    end: { isMember: false, active: true },
  },
  {
    name: 'add another to a group that has reached no target group yet',
    prepare: (connection) => {
      addGroup(connection, 'helpers', 'ada')
      connection.source.storeGroupAttributes('helpers', { 'scim.target': ['-'] })
    },
    request: (ids) => group(ids, 'add', 'cyd'),
    end: { isMember: false, active: true },
  },
  {
    name: 'activate her, giving her groups back',
    userSync: withGroups,
    prepare: (connection) => {
      deactivate(connection)
      addGroup(connection, 'helpers', 'ada')
      addGroup(connection, 'team', 'ada')
    },
    request: (ids) => user(ids, { active: true }),
    end: { isMember: false, active: true },
  },
  {
    name: 'activate her who was deleted when deactivated',
    userSync: { whenDeactivated: 'delete' },
    prepare: (connection) => {
      deactivate(connection)
      addGroup(connection, 'helpers', 'ada')
      addGroup(connection, 'team', 'ada')
    },
    request: (ids) => user(ids, { active: true }),
    end: { isMember: false, active: true },
  },
  {
    name: 'activate her who was given the group while inactive',
    ignoresInactive: true,
    prepare: (connection) => {
      deactivate(connection)
      addGroup(connection, 'team', 'ada')
      addGroup(connection, 'helpers', 'ada')
    },
    request: (ids) => user(ids, { active: true, displayName: 'Ada King' }),
    end: { isMember: false, active: true },
  },
  {
    name: 'activate her who was put into the group by hand while inactive',
    ignoresInactive: true,
    prepare: (connection) => {
      deactivate(connection)
      addGroup(connection, 'team', 'ada')
      connection.target.addMember('ada', 'helpers')
    },
    request: (ids) => user(ids, { active: true }),
    end: { isMember: true, active: false },
  },
  {
    name: 'create her anew, taking up the deactivated one whom somebody put into the group',
    ignoresInactive: true,
    prepare: (connection) => {
      connection.send(removed(idsOf(connection)))
      connection.target.addMember('ada', 'helpers')
    },
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('ada') }),
    end: { isMember: true, active: false },
  },
]

/** Requests that come next in place of the retry, and what they are about: what a cut left is noted there. */
const nexts: readonly {
  readonly name: string
  readonly about: 'user' | 'membership' | 'group'
  requests(ids: Ids): readonly Sent[]
}[] = [
  {
    name: 'a change of a field',
    about: 'user',
    requests: (ids) => [user(ids, { displayName: 'A. K.' })],
  },
  {
    name: 'a rename',
    about: 'user',
    requests: (ids) => [user(ids, { userName: 'ada.king' })],
  },
  {
    name: 'a deactivation',
    about: 'user',
    requests: (ids) => [user(ids, { active: false })],
  },
  {
    name: 'a deactivation and an activation',
    about: 'user',
    requests: (ids) => [user(ids, { active: false }), user(ids, { active: true })],
  },
  {
    name: 'a PUT of the user',
    about: 'user',
    requests: (ids) => [
      {
        method: 'PUT',
        endpoint: 'Users',
        id: ids('ada'),
        body: person('ada', { displayName: 'A. K.' }),
      },
    ],
  },
  { name: 'a DELETE of the user', about: 'user', requests: (ids) => [removed(ids)] },
  {
    name: 'a PATCH add of her',
    about: 'membership',
    requests: (ids) => [group(ids, 'add', 'ada')],
  },
  { name: 'a removal', about: 'membership', requests: (ids) => [group(ids, 'remove', 'ada')] },
  {
    name: 'a DELETE of the group',
    about: 'membership',
    requests: (ids) => [{ method: 'DELETE', endpoint: 'Groups', id: ids('helpers') }],
  },
  {
    name: 'a PATCH add of another',
    about: 'group',
    requests: (ids) => [group(ids, 'add', 'cyd')],
  },
  {
    name: 'a replace that restates her',
    about: 'group',
    requests: (ids) => [group(ids, 'replace', 'ada')],
  },
  {
    name: 'a PUT that restates her',
    about: 'group',
    requests: (ids) => [putGroup(ids, 'ada', 'bea')],
  },
  {
    name: 'a change of the group',
    about: 'group',
    requests: (ids) => [
      patchGroup(ids, 'helpers', { op: 'replace', value: { externalId: 'g-9' } }),
    ],
  },
]

const worlds: readonly (Giving & { readonly ignores: boolean })[] = givings.reduce<
  readonly (Giving & { readonly ignores: boolean })[]
>(
  (all, giving) =>
    all.concat(
      [false, true]
        .filter((ignores) => ignores || !giving.ignoresInactive)
        .map((ignores) => ({ ...giving, ignores })),
    ),
  [],
)

describe.each(worlds)('$name (Crowd ignores inactive users: $ignores)', (giving) => {
  const uncut = run(giving)
  const dangerous = deaths(uncut.calls).filter((cut) => {
    const { connection, request } = started(giving)
    cutAt(connection, request, cut)
    return factsOf(connection, 'ada').administers
  })

  it('gives no rights', () => {
    expect(factsOf(uncut.connection, 'ada')).toEqual({ ...giving.end, administers: false })
  })

  it('gives none after any cut and the retry, and ends as if nothing had happened', () => {
    for (const cut of cuts(uncut.calls)) {
      const { connection, request } = started(giving)
      cutAt(connection, request, cut)
      connection.try(request)
      expect([cut, atRest(connection)]).toEqual([cut, atRest(uncut.connection)])
    }
  })

  it.each(nexts)('gives none after any cut and $name', ({ about, requests }) => {
    expect(dangerous.length).toBeGreaterThan(0)
    for (const cut of dangerous) {
      const { connection, request } = started(giving)
      cutAt(connection, request, cut)
      if (!isNoted(connection, about)) continue
      const ids = idsOf(connection)
      for (const next of requests(ids)) connection.send(next)
      const names = ['ada', 'ada.king'].filter((name) => factsOf(connection, name).administers)
      expect([cut, names]).toEqual([cut, []])
    }
  })

  it('who administers Crowd anyhow keeps that and all memberships after any cut and the retry', () => {
    const anyhow = run(giving, true)
    for (const cut of deaths(anyhow.calls)) {
      const { connection, request } = started(giving, true)
      cutAt(connection, request, cut)
      connection.try(request)
      expect([cut, atRest(connection)]).toEqual([cut, atRest(anyhow.connection)])
    }
  })
})

/** A request on a group sees what a request on that group left; one on a membership or a user sees both. */
function isNoted({ source }: MemoryConnection, about: 'user' | 'membership' | 'group'): boolean {
  if (about === 'user') return true
  const helpers = source.findGroup('helpers')
  if (!helpers) return false
  const open = helpers.attributes['scim.open'] ?? []
  return about === 'membership' || open.some((part) => /^give:/.test(part))
}

function started(giving: Giving & { readonly ignores: boolean }, isAdministrator = false) {
  const connection = memoryConnection({
    grants: ['helpers', 'bosses'].map((name) => ({ directory: 'People', group: name })),
    ignoresInactive: giving.ignores,
    ...(giving.userSync ? { userSync: giving.userSync } : {}),
  })
  for (const name of ['helpers', 'bosses'])
    connection.target.addGroup({ name, active: true, description: '', externalId: '' })
  addUser(connection, 'ada', 'bea', 'cyd')
  giving.prepare(connection)
  if (isAdministrator && connection.target.findPrincipal('ada'))
    connection.target.addMember('ada', 'bosses')
  connection.world.calls.clear()
  return { connection, request: giving.request(idsOf(connection)) }
}

function run(giving: Giving & { readonly ignores: boolean }, isAdministrator = false) {
  const { connection, request } = started(giving, isAdministrator)
  connection.try(request)
  return { connection, calls: connection.world.calls.list().length }
}

function cutAt(connection: MemoryConnection, request: Sent, cut: Cut): void {
  connection.world.calls.cutAt(cut)
  connection.try(request)
  connection.world.calls.cutAt(undefined)
}

/** The node that died before a call; a call that failed after its effect. */
function cuts(calls: number): readonly Cut[] {
  const failures = deaths(calls).map(({ call }) => ({ call, when: 'after' as const }))
  return deaths(calls).concat(failures)
}

function deaths(calls: number): readonly Cut[] {
  return Array.from({ length: calls }, (_, n) => ({ call: n + 1, when: 'before', lasts: true }))
}

function factsOf({ target, world }: MemoryConnection, name: string) {
  return {
    isMember: target.isMember(name, 'helpers'),
    active: target.findPrincipal(name)?.active === true,
    administers: world.ports.crowd.isAdministrator(name),
  }
}

function user(ids: Ids, value: Parameters<typeof person>[1]): Sent {
  const body = patch({ op: 'replace', value: value ?? {} })
  return { method: 'PATCH', endpoint: 'Users', id: ids('ada'), body }
}

function removed(ids: Ids): Sent {
  return { method: 'DELETE', endpoint: 'Users', id: ids('ada') }
}

function group(ids: Ids, op: string, ...names: readonly string[]): Sent {
  return patchGroup(ids, 'helpers', { op, path: 'members', value: members(ids, ...names) })
}

function putGroup(ids: Ids, ...names: readonly string[]): Sent {
  const body = { displayName: 'helpers', members: members(ids, ...names) }
  return { method: 'PUT', endpoint: 'Groups', id: ids('helpers'), body }
}

function deactivate(connection: MemoryConnection): void {
  connection.send(user(idsOf(connection), { active: false }))
}
