import {
  patch,
  person,
  type MemoryConnection,
  type MemoryConnectionOptions,
  type Sent,
} from '../fakes/memory-connection'
import { userUrn } from '../../src/schema/user'
import { addGroup, addUser, members, patchGroup, type Ids } from './walk-scenarios'

export type Request = (ids: Ids) => Sent

/** Two requests on the same user or group. */
export interface Pair {
  readonly name: string
  readonly options?: MemoryConnectionOptions
  readonly prepare?: (connection: MemoryConnection) => void
  readonly one: Request
  readonly other: Request
  /** true: without locks one of them is lost at some switch, which shows that the walk would see it. */
  readonly control?: true
}

/** ada, bea and cyd; team has ada and bea. */
export function prepareTeam(connection: MemoryConnection): void {
  addUser(connection, 'ada', 'bea', 'cyd')
  addGroup(connection, 'team', 'ada', 'bea')
}

export function pairs(): readonly Pair[] {
  const user =
    (name: string, value: Parameters<typeof person>[1]): Request =>
    (ids) => ({
      method: 'PATCH',
      endpoint: 'Users',
      id: ids(name),
      body: patch({ op: 'replace', value: value ?? {} }),
    })
  const put =
    (name: string, more: Parameters<typeof person>[1]): Request =>
    (ids) => ({
      method: 'PUT',
      endpoint: 'Users',
      id: ids(name),
      body: { schemas: [userUrn], userName: name, ...more },
    })
  const remove =
    (endpoint: 'Users' | 'Groups', name: string): Request =>
    (ids) => ({
      method: 'DELETE',
      endpoint,
      id: ids(name),
    })
  const createUser =
    (name: string, more = {}): Request =>
    () => ({
      method: 'POST',
      endpoint: 'Users',
      body: person(name, more),
    })
  const createGroup =
    (displayName: string, ...names: readonly string[]): Request =>
    (ids) => ({
      method: 'POST',
      endpoint: 'Groups',
      body: { displayName, members: members(ids, ...names) },
    })
  const group =
    (op: string, ...names: readonly string[]): Request =>
    (ids) =>
      patchGroup(ids, 'team', { op, path: 'members', value: members(ids, ...names) })
  const renameGroup =
    (name: string): Request =>
    (ids) =>
      patchGroup(ids, 'team', { op: 'replace', path: 'displayName', value: name })
  const removesGroups: MemoryConnectionOptions = {
    userSync: { whenDeactivated: 'disableAndRemoveGroups' },
  }
  const nest =
    (group: string, ...names: readonly string[]): Request =>
    (ids) =>
      patchGroup(ids, group, { op: 'add', path: 'members', value: members(ids, ...names) })
  const withCrew = (connection: MemoryConnection): void => {
    prepareTeam(connection)
    addGroup(connection, 'crew')
  }
  return [
    {
      name: 'put two groups into each other',
      prepare: withCrew,
      one: nest('team', 'crew'),
      other: nest('crew', 'team'),
    },
    {
      name: 'put a group into another and rename it',
      prepare: withCrew,
      one: nest('crew', 'team'),
      other: renameGroup('band'),
    },
    {
      name: 'put a group into another and delete it',
      prepare: withCrew,
      one: nest('crew', 'team', 'ada'),
      other: remove('Groups', 'team'),
    },
    {
      name: 'create the same user twice',
      one: createUser('dan'),
      other: createUser('Dan', { displayName: 'D' }),
    },
    {
      name: 'create a user and rename another to that name',
      one: createUser('dan'),
      other: user('ada', { userName: 'dan' }),
    },
    {
      name: 'rename two users to one name',
      one: user('bea', { userName: 'dan' }),
      other: user('ada', { userName: 'dan' }),
    },
    {
      name: 'change two attributes of one user',
      one: user('ada', { title: 'Dr' }),
      other: user('ada', { nickName: 'Countess' }),
      control: true,
    },
    {
      name: 'change two names of one user by PUT',
      one: put('ada', { displayName: 'Ada King' }),
      other: put('ada', { userType: 'Countess', externalId: 'e2' }),
      control: true,
    },
    {
      name: 'deactivate and update',
      one: user('ada', { active: false }),
      other: user('ada', { displayName: 'A' }),
    },
    {
      name: 'deactivate and activate',
      one: user('ada', { active: false }),
      other: user('ada', { active: true }),
    },
    {
      name: 'rename and deactivate',
      one: user('ada', { userName: 'dan' }),
      other: user('ada', { active: false }),
    },
    {
      name: 'delete and update',
      one: remove('Users', 'ada'),
      other: user('ada', { displayName: 'A' }),
    },
    {
      name: 'delete and activate',
      one: remove('Users', 'ada'),
      other: user('ada', { active: true }),
    },
    {
      name: 'delete a user and create him again',
      one: remove('Users', 'ada'),
      other: createUser('ada'),
    },
    { name: 'delete a user twice', one: remove('Users', 'ada'), other: remove('Users', 'ada') },
    {
      name: 'delete a user and add him to a group',
      one: remove('Users', 'cyd'),
      other: group('add', 'cyd'),
    },
    {
      name: 'delete a user and take him from a group',
      one: remove('Users', 'ada'),
      other: group('remove', 'ada'),
    },
    {
      name: 'delete a user and replace members',
      one: remove('Users', 'ada'),
      other: group('replace', 'ada', 'cyd'),
    },
    {
      name: 'deactivate with groups and add to a group',
      options: removesGroups,
      one: user('cyd', { active: false }),
      other: group('add', 'cyd'),
    },
    {
      name: 'rename a user and add him to a group',
      one: user('cyd', { userName: 'dan' }),
      other: group('add', 'cyd'),
    },
    {
      name: 'rename a user and take him from a group',
      one: user('ada', { userName: 'dan' }),
      other: group('remove', 'ada'),
    },
    {
      name: 'add and remove the same member',
      one: group('add', 'cyd'),
      other: group('remove', 'cyd'),
      control: true,
    },
    {
      name: 'remove and add the same member',
      one: group('remove', 'ada'),
      other: group('add', 'ada'),
    },
    { name: 'add two members', one: group('add', 'cyd'), other: group('add', 'cyd') },
    {
      name: 'replace and replace',
      one: group('replace', 'ada', 'cyd'),
      other: group('replace', 'bea'),
    },
    { name: 'replace and add', one: group('replace', 'bea'), other: group('add', 'cyd') },
    {
      name: 'delete a group and add a member',
      one: remove('Groups', 'team'),
      other: group('add', 'cyd'),
    },
    {
      name: 'delete a group and create it again',
      one: remove('Groups', 'team'),
      other: createGroup('team', 'cyd'),
    },
    {
      name: 'rename a group and add a member',
      one: renameGroup('crew'),
      other: group('add', 'cyd'),
    },
    {
      name: 'rename a group and create one of that name',
      one: renameGroup('crew'),
      other: createGroup('crew', 'cyd'),
    },
    {
      name: 'rename a group and create one of its old name',
      one: renameGroup('crew'),
      other: createGroup('team', 'cyd'),
    },
    {
      name: 'create the same group twice',
      one: createGroup('crew', 'ada'),
      other: createGroup('Crew', 'cyd'),
    },
    {
      name: 'delete a group and one of its users',
      one: remove('Groups', 'team'),
      other: remove('Users', 'ada'),
    },
  ]
}
