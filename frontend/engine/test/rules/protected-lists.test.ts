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

/** What an administrator puts on the lists of protected users and groups is left alone; the source follows. */

/** `ada` is in `team`; both are on the lists afterwards, in another letter case. */
function withListed(): MemoryConnection {
  const protectedUsers: string[] = []
  const protectedGroups: string[] = []
  const connection = memoryConnection({ userSync: { protectedUsers, protectedGroups } })
  addUser(connection, 'ada', 'bea')
  addGroup(connection, 'team', 'ada')
  protectedUsers.push('ADA')
  protectedGroups.push('staff', 'Team')
  connection.said.length = 0
  return connection
}

type Request = (connection: MemoryConnection) => Sent

const user =
  (method: 'PATCH' | 'PUT' | 'DELETE', body: Sent['body'] = {}): Request =>
  (connection) => ({ method, endpoint: 'Users', id: idsOf(connection)('ada'), body })

const group =
  (operation: Parameters<typeof patchGroup>[2]): Request =>
  (connection) =>
    patchGroup(idsOf(connection), 'team', operation)

const alone = (who: string) => [`(${who}: the target is left alone)`]
const adaIs = 'ada is a protected user'
const teamIs = 'team is a protected group'

const requests: readonly [string, Request, readonly string[]][] = [
  ['disable him', user('PATCH', patch({ op: 'replace', value: { active: false } })), alone(adaIs)],
  ['rename him', user('PATCH', patch({ op: 'replace', value: { userName: 'eve' } })), alone(adaIs)],
  ['change him', user('PUT', person('ada', { displayName: 'A' })), alone(adaIs)],
  ['empty it', group({ op: 'remove', path: 'members' }), alone(teamIs)],
  ['rename it', group({ op: 'replace', path: 'displayName', value: 'crew' }), alone(teamIs)],
  [
    'delete it',
    (connection) => ({ method: 'DELETE', endpoint: 'Groups', id: idsOf(connection)('team') }),
    alone(teamIs),
  ],
]

test.each(requests)('a request to %s does not reach the target', (_name, request, said) => {
  const connection = withListed()
  const before = connection.world.picture(connection.targetId)
  expect(connection.send(request(connection)).status).toBeLessThan(300)
  expect(connection.world.picture(connection.targetId)).toEqual(before)
  expect(connection.said).toEqual(said)
})

test('a DELETE takes the source user away and leaves the target user and his groups', () => {
  const connection = withListed()
  const before = connection.world.picture(connection.targetId)
  connection.send(user('DELETE')(connection))
  expect(connection.world.picture(connection.targetId)).toEqual(before)
  expect(connection.source.findPrincipal('ada')).toBeUndefined()
})

test('a listed group is not joined, one that is not there is not made', () => {
  const connection = withListed()
  addGroup(connection, 'Staff', 'bea')
  expect(connection.target.findGroup('staff')).toBeUndefined()
  connection.target.addGroup({ name: 'staff', active: true, description: '', externalId: '' })
  const ids = idsOf(connection)
  connection.send(
    patchGroup(ids, 'Staff', { op: 'add', path: 'members', value: members(ids, 'ada') }),
  )
  expect(connection.target.membersOf('staff', 0, -1)).toEqual([])
})

test('nobody gets the name of a listed user', () => {
  const connection = memoryConnection({ userSync: { protectedUsers: ['root', 'boss'] } })
  connection.target.addPrincipal(handMade('root'))
  addUser(connection, 'eve', 'boss')
  const before = connection.picture()
  const rename = (userName: string) =>
    connection.try({
      method: 'PATCH',
      endpoint: 'Users',
      id: idsOf(connection)('eve'),
      body: patch({ op: 'replace', value: { userName } }),
    })
  expect(connection.try({ method: 'POST', endpoint: 'Users', body: person('Root') })).toEqual({
    status: 409,
    scimType: 'uniqueness',
    detail: 'userName: "Root" is taken in the target directory',
  })
  expect(rename('Root')).toMatchObject({
    status: 409,
    detail: 'userName: "Root" is a protected user',
  })
  expect(connection.picture()).toEqual(before)
  expect(connection.target.findPrincipal('boss')).toBeUndefined()
  expect(connection.said).toEqual([
    'created eve',
    '(boss is a protected user: the target is left alone)',
  ])
})
