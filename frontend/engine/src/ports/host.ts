import {
  DirectoryError,
  type Attributes,
  type Directory,
  type DirectoryErrorKind,
  type DirectoryGroup,
  type DirectoryQuery,
  type GroupFields,
  type MembershipEnd,
  type NewPrincipal,
  type Principal,
  type PrincipalFields,
} from './directory'
import {
  LockTimeout,
  type ApplicationSummary,
  type Crowd,
  type DirectorySummary,
  type NewDirectory,
  type Ports,
  type SystemReport,
} from './ports'

/**
 * How the shell offers its ports: one function that takes the port's name, the method's name and a JSON array of
 * arguments, and gives JSON: `{"value": …}` (no value when absent), or `{"failure": {"kind": …, "message": …}}` where
 * kind is a DirectoryErrorKind or `timeout` for a lock. Nothing but text crosses the border (ADR 0001).
 */
export type HostCall = (port: string, method: string, args: string) => string

type Reply = {
  readonly value?: unknown
  readonly failure?: { readonly kind: DirectoryErrorKind | 'timeout'; readonly message: string }
}

/** A reply without a value, which most changes give. */
const NOTHING = '{}'

/** Ports that reach the shell through its one function. */
export function hostPorts(call: HostCall): Ports {
  const ask = (port: string, method: string, args: readonly unknown[]): unknown => {
    const text = call(port, method, JSON.stringify(args))
    if (text === NOTHING) return undefined
    const reply = JSON.parse(text) as Reply
    const failure = reply.failure
    if (!failure) return reply.value
    if (failure.kind === 'timeout') throw new LockTimeout(failure.message)
    throw new DirectoryError(failure.kind, failure.message)
  }
  return {
    directory: (id) => hostDirectory(ask, id),
    crowd: hostCrowd(ask),
    settings: {
      read: (key) => ask('settings', 'read', [key]) as string | undefined,
      readFresh: (key) => ask('settings', 'readFresh', [key]) as string | undefined,
      write: (key, value) =>
        void ask('settings', 'write', [key, value === undefined ? null : value]),
    },
    activity: {
      append: (connection, summary, detail) =>
        void ask('activity', 'append', [connection, summary, detail]),
      latest: (connection, count) =>
        ask('activity', 'latest', [connection, count]) as readonly string[],
      detail: (ref) => ask('activity', 'detail', [ref]) as string | undefined,
    },
    clock: { now: () => ask('clock', 'now', []) as number },
    random: {
      uuid: () => ask('random', 'uuid', []) as string,
      token: () => ask('random', 'token', []) as string,
      sha256: (text) => ask('random', 'sha256', [text]) as string,
    },
    locks: {
      holding: (names, work) => {
        ask('locks', 'take', [names])
        try {
          return work()
        } finally {
          ask('locks', 'release', [names])
        }
      },
    },
    patterns: {
      problem: (pattern) => ask('patterns', 'problem', [pattern]) as string | undefined,
      matches: (pattern, text) => ask('patterns', 'matches', [pattern, text]) as boolean,
      replace: (pattern, replacement, text) =>
        ask('patterns', 'replace', [pattern, replacement, text]) as string,
    },
  }
}

type Ask = (port: string, method: string, args: readonly unknown[]) => unknown

function hostDirectory(ask: Ask, id: string): Directory {
  const to = (method: string, args: readonly unknown[]): unknown => ask('directory', method, args)
  return {
    id,
    findPrincipal: (name) => to('findPrincipal', [id, name]) as Principal | undefined,
    findPrincipalById: (externalId) =>
      to('findPrincipalById', [id, externalId]) as Principal | undefined,
    searchPrincipals: (query: DirectoryQuery) =>
      to('searchPrincipals', [id, query]) as readonly Principal[],
    searchPrincipalNames: (query) => to('searchPrincipalNames', [id, query]) as readonly string[],
    countPrincipals: (restriction) => to('countPrincipals', [id, restriction ?? null]) as number,
    addPrincipal: (principal: NewPrincipal) => to('addPrincipal', [id, principal]) as Principal,
    updatePrincipal: (fields: PrincipalFields) => void to('updatePrincipal', [id, fields]),
    renamePrincipal: (name, newName) => void to('renamePrincipal', [id, name, newName]),
    storePrincipalAttributes: (name, attributes: Attributes) =>
      void to('storePrincipalAttributes', [id, name, attributes]),
    removePrincipalAttribute: (name, attribute) =>
      void to('removePrincipalAttribute', [id, name, attribute]),
    setPassword: (name, password) => void to('setPassword', [id, name, password]),
    removePrincipal: (name) => void to('removePrincipal', [id, name]),
    findGroup: (name) => to('findGroup', [id, name]) as DirectoryGroup | undefined,
    findGroupById: (externalId) =>
      to('findGroupById', [id, externalId]) as DirectoryGroup | undefined,
    searchGroups: (query) => to('searchGroups', [id, query]) as readonly DirectoryGroup[],
    searchGroupNames: (query) => to('searchGroupNames', [id, query]) as readonly string[],
    countGroups: (restriction) => to('countGroups', [id, restriction ?? null]) as number,
    addGroup: (group: GroupFields) => to('addGroup', [id, group]) as DirectoryGroup,
    updateGroup: (fields) => void to('updateGroup', [id, fields]),
    renameGroup: (name, newName) => void to('renameGroup', [id, name, newName]),
    storeGroupAttributes: (name, attributes) =>
      void to('storeGroupAttributes', [id, name, attributes]),
    removeGroupAttribute: (name, attribute) =>
      void to('removeGroupAttribute', [id, name, attribute]),
    removeGroup: (name) => void to('removeGroup', [id, name]),
    isMember: (principalName, groupName) =>
      to('isMember', [id, principalName, groupName]) as boolean,
    addMember: (principalName, groupName) => void to('addMember', [id, principalName, groupName]),
    removeMember: (principalName, groupName) =>
      void to('removeMember', [id, principalName, groupName]),
    groupsOf: (principalName) => to('groupsOf', [id, principalName]) as readonly MembershipEnd[],
    membersOf: (groupName, start, count) =>
      to('membersOf', [id, groupName, start, count]) as readonly MembershipEnd[],
    nestGroup: (groupName, parentName) => void to('nestGroup', [id, groupName, parentName]),
    unnestGroup: (groupName, parentName) => void to('unnestGroup', [id, groupName, parentName]),
    parentsOf: (groupName) => to('parentsOf', [id, groupName]) as readonly MembershipEnd[],
    nestedGroupsOf: (groupName, start, count) =>
      to('nestedGroupsOf', [id, groupName, start, count]) as readonly MembershipEnd[],
  }
}

function hostCrowd(ask: Ask): Crowd {
  const to = (method: string, args: readonly unknown[]): unknown => ask('crowd', method, args)
  return {
    baseUrl: () => to('baseUrl', []) as string,
    lowerCase: (name) => to('lowerCase', [name]) as string,
    directories: () => to('directories', []) as readonly DirectorySummary[],
    findDirectory: (id) => to('findDirectory', [id]) as DirectorySummary | undefined,
    addDirectory: (directory: NewDirectory) => to('addDirectory', [directory]) as DirectorySummary,
    storeDirectoryAttributes: (id, attributes) =>
      void to('storeDirectoryAttributes', [id, attributes]),
    removeDirectory: (id) => void to('removeDirectory', [id]),
    applications: () => to('applications', []) as readonly ApplicationSummary[],
    mapDirectory: (applicationId, directoryId, allowAll) =>
      void to('mapDirectory', [applicationId, directoryId, allowAll]),
    unmapDirectory: (applicationId, directoryId) =>
      void to('unmapDirectory', [applicationId, directoryId]),
    isAdministrator: (userName) => to('isAdministrator', [userName]) as boolean,
    system: () => to('system', []) as SystemReport,
    actAs: (author) => void to('actAs', [author]),
  }
}
