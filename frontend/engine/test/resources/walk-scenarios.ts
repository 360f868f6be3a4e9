import type { JsonObject } from '../../src/json'
import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type MemoryConnectionOptions,
  type Sent,
} from '../fakes/memory-connection'

/** A state of the world and a request that changes it. */
export interface Scenario {
  readonly name: string
  readonly options?: MemoryConnectionOptions
  /** Brings the world there; gives the ids by user or group name. */
  prepare(connection: MemoryConnection): void
  request(ids: Ids): Sent
  /** Answers that a retry after a cut may give, beside that of the uncut run. */
  readonly retryMay?: readonly number[]
}

/** SCIM ids by lower-cased name. */
export type Ids = (name: string) => string

export function idsOf(connection: MemoryConnection): Ids {
  return (name) =>
    connection.source.findPrincipal(name)?.externalId ??
    connection.source.findGroup(name)?.externalId ??
    'unknown-' + name
}

export function start(scenario: Scenario): MemoryConnection {
  const connection = memoryConnection(scenario.options)
  scenario.prepare(connection)
  connection.world.calls.clear()
  connection.said.length = 0
  return connection
}

export function addUser(connection: MemoryConnection, ...names: readonly string[]): void {
  for (const name of names)
    connection.send({ method: 'POST', endpoint: 'Users', body: person(name) })
}

export function addGroup(
  connection: MemoryConnection,
  displayName: string,
  ...members: readonly string[]
): void {
  const ids = idsOf(connection)
  const body = { displayName, members: members.map((name) => ({ value: ids(name) })) }
  connection.send({ method: 'POST', endpoint: 'Groups', body })
}

export function handMade(name: string) {
  const fields = { name, active: true, email: '', firstName: 'By', lastName: 'Hand' }
  return { ...fields, displayName: 'By Hand', attributes: {} }
}

function patchUser(ids: Ids, name: string, ...operations: readonly JsonObject[]): Sent {
  return { method: 'PATCH', endpoint: 'Users', id: ids(name), body: patch(...operations) }
}

export function patchGroup(ids: Ids, name: string, ...operations: readonly JsonObject[]): Sent {
  return { method: 'PATCH', endpoint: 'Groups', id: ids(name), body: patch(...operations) }
}

export function members(ids: Ids, ...names: readonly string[]) {
  return names.map((name) => ({ value: ids(name) }))
}

/** ada, bea and cyd; team has ada and bea. The target group was there, and cyd was put into it by hand. */
function prepareTeam(connection: MemoryConnection): void {
  addUser(connection, 'ada', 'bea', 'cyd')
  connection.target.addGroup({ name: 'Team', active: true, description: 'Ours', externalId: '' })
  connection.target.addMember('cyd', 'Team')
  connection.target.addMember('bea', 'Team')
  addGroup(connection, 'team', 'ada', 'bea')
}

function prepareMadeGroup(connection: MemoryConnection): void {
  addUser(connection, 'ada', 'bea')
  addGroup(connection, 'team', 'ada', 'bea')
}

export const scenarios: readonly Scenario[] = [
  {
    name: 'create a user',
    prepare: () => undefined,
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('ada') }),
    retryMay: [409],
  },
  {
    name: 'create a user who takes a deactivated target user up again',
    prepare: (connection) => {
      addUser(connection, 'Ada')
      connection.send({ method: 'DELETE', endpoint: 'Users', id: idsOf(connection)('ada') })
    },
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('ada') }),
    retryMay: [409],
  },
  {
    name: 'update a user by PATCH',
    prepare: (connection) => addUser(connection, 'ada'),
    request: (ids) =>
      patchUser(
        ids,
        'ada',
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'new@example.com' },
        { op: 'replace', path: 'displayName', value: 'Ada King' },
      ),
  },
  {
    name: 'create a user with a password',
    options: { userSync: { login: 'scimPassword' } },
    prepare: () => undefined,
    request: () => ({ method: 'POST', endpoint: 'Users', body: person('ada', { password: 'p' }) }),
    retryMay: [409],
  },
  {
    name: 'update a user and his password',
    options: { userSync: { login: 'scimPassword' } },
    prepare: (connection) => addUser(connection, 'ada'),
    request: (ids) => patchUser(ids, 'ada', { op: 'add', value: { password: 'p', title: 'Dr' } }),
  },
  {
    name: 'rename a user by PUT',
    prepare: prepareMadeGroup,
    request: (ids) => ({
      method: 'PUT',
      endpoint: 'Users',
      id: ids('ada'),
      body: person('ada.king', { displayName: 'Ada King' }),
    }),
  },
  {
    name: 'rename a user who is tied by name, since Crowd has no id of him',
    prepare: (connection) => {
      prepareMadeGroup(connection)
      const tie = connection.targetId + ':name:ada'
      connection.source.storePrincipalAttributes('ada', { 'scim.target': [tie] })
    },
    request: (ids) => patchUser(ids, 'ada', { op: 'replace', value: { userName: 'ada.king' } }),
  },
  {
    name: 'deactivate a user whom an administrator had activated by hand',
    prepare: (connection) => {
      addUser(connection, 'ada')
      const request = patchUser(idsOf(connection), 'ada', {
        op: 'replace',
        value: { active: false },
      })
      connection.send(request)
      const found = connection.target.findPrincipal('ada')
      if (found) connection.target.updatePrincipal({ ...found, active: true })
    },
    request: (ids) => patchUser(ids, 'ada', { op: 'replace', value: { active: 'False' } }),
  },
  {
    name: 'deactivate a user, rename him and change his e-mail at once',
    prepare: prepareMadeGroup,
    request: (ids) =>
      patchUser(ids, 'ada', {
        op: 'replace',
        value: { active: false, userName: 'ada.king', emails: [{ value: 'k@example.com' }] },
      }),
  },
  {
    name: 'deactivate a user, taking his groups',
    options: { userSync: { whenDeactivated: 'disableAndRemoveGroups' } },
    prepare: prepareTeam,
    request: (ids) => patchUser(ids, 'bea', { op: 'replace', path: 'active', value: false }),
  },
  {
    name: 'activate a user, giving his groups back',
    options: { userSync: { whenDeactivated: 'disableAndRemoveGroups' } },
    prepare: (connection) => {
      prepareTeam(connection)
      const request = patchUser(idsOf(connection), 'ada', {
        op: 'replace',
        value: { active: false },
      })
      connection.send(request)
    },
    request: (ids) => patchUser(ids, 'ada', { op: 'replace', path: 'active', value: true }),
  },
  {
    name: 'deactivate a user, deleting him',
    options: { userSync: { whenDeactivated: 'delete' } },
    prepare: prepareTeam,
    request: (ids) => patchUser(ids, 'ada', { op: 'replace', path: 'active', value: false }),
  },
  {
    name: 'activate a user who was deleted when deactivated',
    options: { userSync: { whenDeactivated: 'delete' } },
    prepare: (connection) => {
      prepareMadeGroup(connection)
      const request = patchUser(idsOf(connection), 'ada', {
        op: 'replace',
        value: { active: false },
      })
      connection.send(request)
    },
    request: (ids) => patchUser(ids, 'ada', { op: 'replace', path: 'active', value: true }),
  },
  {
    name: 'delete a user, disabling him',
    prepare: prepareTeam,
    request: (ids) => ({ method: 'DELETE', endpoint: 'Users', id: ids('bea') }),
    retryMay: [404],
  },
  {
    name: 'delete a user, deleting him in the target',
    options: { userSync: { onDelete: 'delete' } },
    prepare: prepareTeam,
    request: (ids) => ({ method: 'DELETE', endpoint: 'Users', id: ids('ada') }),
    retryMay: [404],
  },
  {
    name: 'delete a user, ignoring it in the target',
    options: { userSync: { onDelete: 'ignore' } },
    prepare: prepareTeam,
    request: (ids) => ({ method: 'DELETE', endpoint: 'Users', id: ids('ada') }),
    retryMay: [404],
  },
  {
    name: 'create a group with members',
    prepare: (connection) => addUser(connection, 'ada', 'bea'),
    request: (ids) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: 'team', members: members(ids, 'ada', 'bea') },
    }),
    retryMay: [409],
  },
  {
    name: 'create a group that joins an existing one with members',
    prepare: (connection) => {
      addUser(connection, 'ada', 'bea')
      connection.target.addGroup({
        name: 'Team',
        active: true,
        description: 'Ours',
        externalId: '',
      })
      connection.target.addMember('bea', 'Team')
    },
    request: (ids) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: 'team', members: members(ids, 'ada', 'bea') },
    }),
    retryMay: [409],
  },
  {
    name: 'rename a group that we made',
    prepare: prepareMadeGroup,
    request: (ids) =>
      patchGroup(ids, 'team', { op: 'replace', path: 'displayName', value: 'crew' }),
  },
  {
    name: 'add a member',
    prepare: prepareTeam,
    request: (ids) =>
      patchGroup(ids, 'team', { op: 'add', path: 'members', value: members(ids, 'cyd') }),
  },
  {
    name: 'remove a member',
    prepare: prepareTeam,
    request: (ids) =>
      patchGroup(ids, 'team', { op: 'remove', path: `members[value eq "${ids('ada')}"]` }),
  },
  {
    name: 'remove a member who was there before',
    prepare: prepareTeam,
    request: (ids) =>
      patchGroup(ids, 'team', { op: 'remove', path: `members[value eq "${ids('bea')}"]` }),
  },
  {
    name: 'replace all members by PATCH',
    prepare: prepareTeam,
    request: (ids) =>
      patchGroup(ids, 'team', {
        op: 'replace',
        path: 'members',
        value: members(ids, 'bea', 'cyd'),
      }),
  },
  {
    name: 'replace all members, restating one whom an administrator took away',
    prepare: (connection) => {
      prepareTeam(connection)
      connection.target.removeMember('ada', 'team')
    },
    request: (ids) =>
      patchGroup(ids, 'team', {
        op: 'replace',
        path: 'members',
        value: members(ids, 'ada', 'cyd', 'nobody'),
      }),
  },
  {
    name: 'add a member to a group that has reached no target group yet',
    prepare: (connection) => {
      prepareMadeGroup(connection)
      connection.target.removeGroup('team')
      connection.source.storeGroupAttributes('team', { 'scim.target': ['-'] })
      addUser(connection, 'cyd')
    },
    request: (ids) =>
      patchGroup(ids, 'team', { op: 'add', path: 'members', value: members(ids, 'cyd') }),
  },
  {
    name: 'rename a group that was like an administration group',
    prepare: (connection) => {
      addUser(connection, 'ada', 'bea')
      addGroup(connection, 'crowd-administrators', 'ada', 'bea')
    },
    request: (ids) =>
      patchGroup(ids, 'crowd-administrators', {
        op: 'replace',
        path: 'displayName',
        value: 'team',
      }),
  },
  {
    name: 'replace a group by PUT',
    prepare: prepareMadeGroup,
    request: (ids) => ({
      method: 'PUT',
      endpoint: 'Groups',
      id: ids('team'),
      body: { displayName: 'crew', externalId: 'g1', members: members(ids, 'bea') },
    }),
  },
  {
    name: 'create a group with a group in it',
    prepare: prepareMadeGroup,
    request: (ids) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName: 'all', members: members(ids, 'ada', 'team') },
    }),
    retryMay: [409],
  },
  {
    name: 'replace users by a group',
    prepare: (connection) => {
      prepareTeam(connection)
      addGroup(connection, 'crew', 'ada')
    },
    request: (ids) =>
      patchGroup(ids, 'team', {
        op: 'replace',
        path: 'members',
        value: members(ids, 'crew', 'cyd'),
      }),
  },
  {
    name: 'take a group out of a group',
    prepare: (connection) => {
      prepareMadeGroup(connection)
      addGroup(connection, 'all', 'team', 'ada')
    },
    request: (ids) =>
      patchGroup(ids, 'all', { op: 'remove', path: 'members', value: members(ids, 'team') }),
  },
  {
    name: 'empty a group',
    prepare: prepareTeam,
    request: (ids) => patchGroup(ids, 'team', { op: 'replace', path: 'members', value: [] }),
  },
  {
    name: 'delete a group that we made',
    prepare: prepareMadeGroup,
    request: (ids) => ({ method: 'DELETE', endpoint: 'Groups', id: ids('team') }),
    retryMay: [404],
  },
  {
    name: 'delete a group that we joined',
    prepare: prepareTeam,
    request: (ids) => ({ method: 'DELETE', endpoint: 'Groups', id: ids('team') }),
    retryMay: [404],
  },
]
