import type { Context } from '../../src/connections/context'
import type { ScimRequest } from '../../src/protocol/scim-request'
import { patchGroup as changeGroup } from '../../src/resources/groups'
import { patchUser } from '../../src/resources/users'
import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type Sent,
} from '../fakes/memory-connection'
import {
  addGroup,
  addUser,
  handMade,
  idsOf,
  members,
  patchGroup,
} from '../resources/walk-scenarios'

/** ada is in team, by the client. */
function prepared(): MemoryConnection {
  const connection = memoryConnection()
  addUser(connection, 'ada', 'bea')
  addGroup(connection, 'team', 'ada')
  connection.said.length = 0
  return connection
}

function setActiveByHand(connection: MemoryConnection, name: string, active: boolean): void {
  const found = connection.target.findPrincipal(name)
  if (found) connection.target.updatePrincipal({ ...found, active })
}

interface Turn {
  readonly name: string
  byHand(connection: MemoryConnection): void
  requests(connection: MemoryConnection): readonly Sent[]
  /** Facts of the target afterwards. */
  readonly expected: {
    readonly active: boolean
    readonly member: boolean
    readonly displayName?: string
  }
}

function user(connection: MemoryConnection, value: Parameters<typeof person>[1]): Sent {
  const id = idsOf(connection)('ada')
  return {
    method: 'PATCH',
    endpoint: 'Users',
    id,
    body: patch({ op: 'replace', value: value ?? {} }),
  }
}

function put(connection: MemoryConnection, more: Parameters<typeof person>[1]): Sent {
  return {
    method: 'PUT',
    endpoint: 'Users',
    id: idsOf(connection)('ada'),
    body: person('ada', more),
  }
}

function group(connection: MemoryConnection, op: string, ...names: readonly string[]): Sent {
  const ids = idsOf(connection)
  return patchGroup(ids, 'team', { op, path: 'members', value: members(ids, ...names) })
}

/** What an administrator did by hand is left alone until the client turns that very thing (ADR 0004). */
const turns: readonly Turn[] = [
  {
    name: 'disabled by hand: another field changed by the client leaves him disabled',
    byHand: (connection) => setActiveByHand(connection, 'ada', false),
    requests: (connection) => [user(connection, { displayName: 'Ada King' })],
    expected: { active: false, member: true, displayName: 'Ada King' },
  },
  {
    name: 'disabled by hand: active true restated gives nothing',
    byHand: (connection) => setActiveByHand(connection, 'ada', false),
    requests: (connection) => [
      user(connection, { active: true }),
      put(connection, { active: true }),
    ],
    expected: { active: false, member: true },
  },
  {
    name: 'disabled by hand: deactivated and activated by the client is a turn',
    byHand: (connection) => setActiveByHand(connection, 'ada', false),
    requests: (connection) => [
      user(connection, { active: false }),
      user(connection, { active: true }),
    ],
    expected: { active: true, member: true },
  },
  {
    name: 'activated by hand after the client deactivated: named once more he is deactivated',
    byHand: (connection) => {
      connection.send(user(connection, { active: false }))
      setActiveByHand(connection, 'ada', true)
    },
    requests: (connection) => [user(connection, { active: false })],
    expected: { active: false, member: true },
  },
  {
    name: 'activated by hand after the client deactivated: a change of another field leaves him active',
    byHand: (connection) => {
      connection.send(user(connection, { active: false }))
      setActiveByHand(connection, 'ada', true)
    },
    requests: (connection) => [user(connection, { displayName: 'Ada King' })],
    expected: { active: true, member: true, displayName: 'Ada King' },
  },
  {
    name: 'renamed by hand in the display name: another field leaves it',
    byHand: (connection) => {
      const found = connection.target.findPrincipal('ada')
      if (found) connection.target.updatePrincipal({ ...found, displayName: 'By Hand' })
    },
    requests: (connection) => [user(connection, { emails: [{ value: 'x@example.com' }] })],
    expected: { active: true, member: true, displayName: 'By Hand' },
  },
  {
    name: 'taken from the group by hand: restated by replace gives nothing',
    byHand: (connection) => connection.target.removeMember('ada', 'team'),
    requests: (connection) => [group(connection, 'replace', 'ada', 'bea')],
    expected: { active: true, member: false },
  },
  {
    name: 'taken from the group by hand: a PATCH add is a turn',
    byHand: (connection) => connection.target.removeMember('ada', 'team'),
    requests: (connection) => [group(connection, 'add', 'ada')],
    expected: { active: true, member: true },
  },
  {
    name: 'given by hand after the client took him away: a removal named once more takes him away',
    byHand: (connection) => {
      connection.send(group(connection, 'remove', 'ada'))
      connection.target.addMember('ada', 'team')
    },
    requests: (connection) => [group(connection, 'remove', 'ada')],
    expected: { active: true, member: false },
  },
  {
    name: 'in the group before us: removed by the client, twice, he stays',
    byHand: (connection) => {
      connection.send(group(connection, 'remove', 'ada'))
      connection.target.addMember('ada', 'team')
      connection.send(group(connection, 'add', 'ada'))
    },
    requests: (connection) => [
      group(connection, 'remove', 'ada'),
      group(connection, 'remove', 'ada'),
    ],
    expected: { active: true, member: true },
  },
  {
    name: 'in the group before us, taken by hand and given by the client: then it is ours to take',
    byHand: (connection) => {
      connection.send(group(connection, 'remove', 'ada'))
      connection.target.addMember('ada', 'team')
      connection.send(group(connection, 'add', 'ada'))
      connection.target.removeMember('ada', 'team')
    },
    requests: (connection) => [group(connection, 'add', 'ada'), group(connection, 'remove', 'ada')],
    expected: { active: true, member: false },
  },
  {
    name: 'deleted by the client: his memberships are taken back and he is disabled',
    byHand: () => undefined,
    requests: (connection) => [
      { method: 'DELETE', endpoint: 'Users', id: idsOf(connection)('ada') },
    ],
    expected: { active: false, member: false },
  },
]

describe('turns', () => {
  it.each(turns)('$name', ({ byHand, requests, expected }) => {
    const connection = prepared()
    byHand(connection)
    for (const request of requests(connection)) connection.send(request)
    const found = connection.target.findPrincipal('ada')
    expect({
      active: found?.active,
      member: connection.target.isMember('ada', 'team'),
      displayName: found?.displayName,
    }).toEqual({ displayName: 'Ada Lovelace', ...expected })
  })

  it('leaves a target user alone whom an administrator deleted', () => {
    const connection = prepared()
    connection.target.removePrincipal('ada')
    connection.send(user(connection, { displayName: 'Ada King' }))
    connection.send(group(connection, 'add', 'ada'))
    expect(connection.target.findPrincipal('ada')).toBeUndefined()
    expect(connection.said).toEqual(['(ada is no longer in the target directory: left so)'])
  })

  it('leaves a target group alone that an administrator deleted', () => {
    const connection = prepared()
    connection.target.removeGroup('team')
    connection.send(group(connection, 'add', 'bea'))
    expect(connection.target.findGroup('team')).toBeUndefined()
    expect(connection.said).toEqual(['(the target group of team was taken away: left so)'])
  })

  it('does not mind that an administrator renamed user and group in the target', () => {
    const connection = prepared()
    connection.target.renamePrincipal('ada', 'ada.l')
    connection.target.renameGroup('team', 'crew')
    connection.send(group(connection, 'remove', 'ada'))
    connection.send(user(connection, { active: false }))
    expect(connection.target.findPrincipal('ada.l')).toMatchObject({ active: false })
    expect(connection.target.isMember('ada.l', 'crew')).toBe(false)
  })
})

describe('settings of enabling and disabling', () => {
  const deactivate = (
    userSync: NonNullable<Parameters<typeof memoryConnection>[0]>['userSync'],
  ) => {
    const connection = memoryConnection(userSync ? { userSync } : {})
    addUser(connection, 'ada')
    addGroup(connection, 'team', 'ada')
    connection.send(user(connection, { active: false }))
    const found = connection.target.findPrincipal('ada')
    return found && [found.active, connection.target.isMember('ada', 'team')]
  }
  it.each([
    [{}, [false, true]],
    [{ whenDeactivated: 'disableAndRemoveGroups' as const }, [false, false]],
    [{ whenDeactivated: 'delete' as const }, undefined],
    [{ whenDeactivated: 'nothing' as const }, [true, true]],
    [{ followActive: false }, [true, true]],
  ])('%j: active and membership in the target are %j', (userSync, expected) => {
    expect(deactivate(userSync)).toEqual(expected)
  })

  it('makes an inactive user as inactive', () => {
    const connection = memoryConnection()
    connection.send({ method: 'POST', endpoint: 'Users', body: person('ada', { active: false }) })
    expect(connection.target.findPrincipal('ada')).toMatchObject({ active: false })
  })

  it('never deletes a joined target user, only disables him', () => {
    const connection = memoryConnection({ userSync: { onDelete: 'delete' } })
    addUser(connection, 'ada')
    const mark = String(connection.target.findPrincipal('ada')?.attributes['scim.managed']?.[0])
    connection.target.storePrincipalAttributes('ada', {
      'scim.managed': [mark.replace(':made:', ':joined:')],
    })
    connection.send({ method: 'DELETE', endpoint: 'Users', id: idsOf(connection)('ada') })
    expect(connection.target.findPrincipal('ada')).toMatchObject({ active: false })
  })
})

describe('without a target', () => {
  const withoutTarget = () => {
    const connection = memoryConnection({ withoutTarget: true })
    addUser(connection, 'ada', 'bea')
    addGroup(connection, 'team', 'ada')
    return connection
  }
  /** The same connection after an administrator has chosen its target. */
  const chosen = (connection: MemoryConnection): Context => ({
    ...connection.context,
    target: connection.world.ports.directory(connection.targetId),
  })
  const request = (sent: Sent): ScimRequest => ({
    id: '',
    query: {},
    body: {},
    minimal: false,
    ...sent,
  })

  it('the source follows', () => {
    expect(withoutTarget().picture()).toMatchObject({
      source: {
        users: [{ name: 'ada', groups: ['team'] }, { name: 'bea' }],
        groups: [{ name: 'team' }],
      },
      target: { users: [], groups: [] },
    })
  })

  it('the first change after there is one makes target user and target group, with their memberships', () => {
    const connection = withoutTarget()
    const context = chosen(connection)
    patchUser(context, request(user(connection, { title: 'x', displayName: 'Ada King' })))
    expect(connection.picture().target).toMatchObject({
      users: [{ name: 'ada', groups: [] }],
      groups: [],
    })
    patchUser(
      context,
      request({ ...user(connection, { displayName: 'Bea' }), id: idsOf(connection)('bea') }),
    )
    changeGroup(context, request(group(connection, 'add', 'bea')))
    expect(connection.picture().target).toMatchObject({
      users: [
        { name: 'ada', displayName: 'Ada King', groups: ['team'] },
        { name: 'bea', groups: ['team'] },
      ],
      groups: [{ name: 'team' }],
    })
  })

  it('somebody of the same name who was there is left alone, and the client can still deactivate', () => {
    const connection = withoutTarget()
    connection.target.addPrincipal(handMade('ADA'))
    const before = connection.world.picture(connection.targetId)
    const answer = patchUser(chosen(connection), request(user(connection, { active: false })))
    expect(answer).toMatchObject({ status: 200, body: { active: false } })
    expect(connection.world.picture(connection.targetId)).toEqual(before)
    expect(connection.said).toEqual(['(ada is somebody else in the target: left alone)'])
  })
})
