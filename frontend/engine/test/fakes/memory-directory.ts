import type {
  Directory,
  DirectoryGroup,
  DirectoryQuery,
  MembershipEnd,
  NewPrincipal,
  Principal,
  PrincipalFields,
  GroupFields,
  Restriction,
} from '../../src/ports/directory'
import { isFound, pageOf } from './memory-search'
import {
  checkName,
  cutTo255,
  fail,
  storedFields,
  withAttributes,
  type GroupRow,
  type MemoryStore,
  type UserRow,
} from './memory-store'

/** What a directory needs of the world that it is in. */
export interface MemoryDirectoryWorld {
  /** undefined once the directory was deleted. */
  store(): MemoryStore | undefined
  isAllowed(operation: string): boolean
  /** Throws where the directory's rules refuse the password. */
  checkPassword(password: string): void
  /** False where the directory's nested groups are off. */
  allowsNesting(): boolean
  now(): number
  uuid(): string
  /** Called when a group is gone: its application mappings go with it. */
  forgetGroup(name: string): void
}

/** An internal Crowd directory in memory, with Crowd's unpleasant parts. */
export function memoryDirectory(id: string, world: MemoryDirectoryWorld): Directory {
  const store = (): MemoryStore =>
    world.store() ?? fail('gone', 'directory ' + id + ' is not there')
  const writable = (operation: string): MemoryStore => {
    const found = store()
    if (!world.isAllowed(operation)) fail('refused', 'directory ' + id + ' forbids ' + operation)
    return found
  }
  return {
    id,
    ...userMethods(world, store, writable),
    ...groupMethods(world, store, writable),
    ...membershipMethods(store, writable),
    ...nestingMethods(id, world, store, writable),
  }
}

type Open = () => MemoryStore
type OpenToWrite = (operation: string) => MemoryStore

type UserMethod =
  | 'findPrincipal'
  | 'findPrincipalById'
  | 'searchPrincipals'
  | 'searchPrincipalNames'
  | 'countPrincipals'
  | 'addPrincipal'
  | 'updatePrincipal'
  | 'renamePrincipal'
  | 'storePrincipalAttributes'
  | 'removePrincipalAttribute'
  | 'setPassword'
  | 'removePrincipal'

function userMethods(
  world: MemoryDirectoryWorld,
  store: Open,
  writable: OpenToWrite,
): Pick<Directory, UserMethod> {
  const search = (query: DirectoryQuery): readonly Principal[] => {
    const found = inOrder(store().users).filter((row) =>
      isFound(query.restriction, searchableUser(row)),
    )
    return pageOf(query, found).map(toPrincipal)
  }
  return {
    findPrincipal: (name) => {
      const row = store().users.get(name.toLowerCase())
      return row && toPrincipal(row)
    },
    findPrincipalById: (externalId) => {
      const row = inOrder(store().users).find((each) => each.externalId === externalId)
      return row && toPrincipal(row)
    },
    searchPrincipals: search,
    searchPrincipalNames: (query) => search(query).map((principal) => principal.name),
    countPrincipals: (restriction) => search(allOf(restriction)).length,
    addPrincipal: (principal: NewPrincipal) => {
      const { users } = writable('CREATE_USER')
      checkName('add user', principal.name)
      if (users.has(principal.name.toLowerCase())) fail('exists', 'add user: the name is taken')
      const { attributes, password, ...fields } = principal
      if (password !== undefined) world.checkPassword(password)
      const row: UserRow = {
        fields: storedFields(fields),
        externalId: world.uuid(),
        created: world.now(),
        updated: world.now(),
        attributes: withAttributes({}, attributes),
        password,
      }
      users.set(principal.name.toLowerCase(), row)
      return toPrincipal(row)
    },
    updatePrincipal: (fields: PrincipalFields) => {
      const row = userRow(writable('UPDATE_USER'), 'update user', fields.name)
      row.fields = { ...storedFields(fields), name: row.fields.name }
      row.updated = world.now()
    },
    renamePrincipal: (name, newName) => {
      const found = writable('UPDATE_USER')
      const row = userRow(found, 'rename user', name)
      checkName('rename user', newName)
      const taken = found.users.get(newName.toLowerCase())
      if (taken && taken !== row) fail('exists', 'rename user: the name is taken')
      renameMember(found, name.toLowerCase(), newName.toLowerCase())
      found.users.delete(name.toLowerCase())
      found.users.set(newName.toLowerCase(), row)
      row.fields = { ...row.fields, name: newName }
      row.updated = world.now()
    },
    storePrincipalAttributes: (name, attributes) => {
      const row = userRow(writable('UPDATE_USER_ATTRIBUTE'), 'store attributes', name)
      row.attributes = withAttributes(row.attributes, attributes)
      if (Object.keys(attributes).some((each) => each !== 'lastActive')) row.updated = world.now()
    },
    removePrincipalAttribute: (name, attribute) => {
      const row = userRow(writable('UPDATE_USER_ATTRIBUTE'), 'remove attribute', name)
      row.attributes = without(row.attributes, attribute)
      row.updated = world.now()
    },
    setPassword: (name, password) => {
      const row = userRow(writable('UPDATE_USER'), 'set password', name)
      world.checkPassword(password)
      row.password = password
    },
    removePrincipal: (name) => {
      const found = writable('DELETE_USER')
      userRow(found, 'remove user', name)
      found.users.delete(name.toLowerCase())
      found.groups.forEach((group) => {
        group.members = group.members.filter((member) => member !== name.toLowerCase())
      })
    },
  }
}

type GroupMethod =
  | 'findGroup'
  | 'findGroupById'
  | 'searchGroups'
  | 'searchGroupNames'
  | 'countGroups'
  | 'addGroup'
  | 'updateGroup'
  | 'renameGroup'
  | 'storeGroupAttributes'
  | 'removeGroupAttribute'
  | 'removeGroup'

function groupMethods(
  world: MemoryDirectoryWorld,
  store: Open,
  writable: OpenToWrite,
): Pick<Directory, GroupMethod> {
  const search = (query: DirectoryQuery): readonly DirectoryGroup[] => {
    const found = inOrder(store().groups).filter((row) =>
      isFound(query.restriction, searchableGroup(row)),
    )
    return pageOf(query, found).map(toGroup)
  }
  return {
    findGroup: (name) => {
      const row = store().groups.get(name.toLowerCase())
      return row && toGroup(row)
    },
    findGroupById: (externalId) => {
      const row = inOrder(store().groups).find((each) => each.externalId === externalId)
      return row && toGroup(row)
    },
    searchGroups: search,
    searchGroupNames: (query) => search(query).map((group) => group.name),
    countGroups: (restriction) => search(allOf(restriction)).length,
    addGroup: (group: GroupFields) => {
      const { groups } = writable('CREATE_GROUP')
      checkName('add group', group.name)
      if (groups.has(group.name.toLowerCase())) fail('invalid', 'add group: the name is taken')
      const row: GroupRow = {
        name: group.name,
        active: group.active,
        description: cutTo255(group.description),
        externalId: group.externalId,
        created: world.now(),
        updated: world.now(),
        attributes: {},
        members: [],
        nested: [],
      }
      groups.set(group.name.toLowerCase(), row)
      return toGroup(row)
    },
    updateGroup: (fields: GroupFields) => {
      const row = groupRow(writable('UPDATE_GROUP'), 'update group', fields.name)
      if (row.name !== fields.name) fail('invalid', 'update group: the name differs')
      row.active = fields.active
      row.description = cutTo255(fields.description)
      row.externalId = fields.externalId
      row.updated = world.now()
    },
    renameGroup: (name, newName) => {
      const found = writable('UPDATE_GROUP')
      const row = groupRow(found, 'rename group', name)
      checkName('rename group', newName)
      const taken = found.groups.get(newName.toLowerCase())
      if (taken && taken !== row) fail('invalid', 'rename group: the name is taken')
      renameNested(found, name.toLowerCase(), newName.toLowerCase())
      found.groups.delete(name.toLowerCase())
      found.groups.set(newName.toLowerCase(), row)
      row.name = newName
      row.updated = world.now()
    },
    storeGroupAttributes: (name, attributes) => {
      const row = groupRow(writable('UPDATE_GROUP_ATTRIBUTE'), 'store group attributes', name)
      row.attributes = withAttributes(row.attributes, attributes)
      row.updated = world.now()
    },
    removeGroupAttribute: (name, attribute) => {
      const row = groupRow(writable('UPDATE_GROUP_ATTRIBUTE'), 'remove group attribute', name)
      row.attributes = without(row.attributes, attribute)
      row.updated = world.now()
    },
    removeGroup: (name) => {
      const found = writable('DELETE_GROUP')
      groupRow(found, 'remove group', name)
      found.groups.delete(name.toLowerCase())
      found.groups.forEach((group) => {
        group.nested = group.nested.filter((each) => each !== name.toLowerCase())
      })
      world.forgetGroup(name)
    },
  }
}

type MembershipMethod = 'isMember' | 'addMember' | 'removeMember' | 'groupsOf' | 'membersOf'

function membershipMethods(store: Open, writable: OpenToWrite): Pick<Directory, MembershipMethod> {
  return {
    isMember: (principalName, groupName) => {
      const group = store().groups.get(groupName.toLowerCase())
      return group !== undefined && group.members.indexOf(principalName.toLowerCase()) >= 0
    },
    addMember: (principalName, groupName) => {
      const found = writable('UPDATE_GROUP')
      userRow(found, 'add member', principalName)
      const group = groupRow(found, 'add member', groupName)
      const member = principalName.toLowerCase()
      if (group.members.indexOf(member) >= 0) fail('exists', 'add member: already a member')
      group.members = group.members.concat([member])
    },
    removeMember: (principalName, groupName) => {
      const found = writable('UPDATE_GROUP')
      userRow(found, 'remove member', principalName)
      const group = groupRow(found, 'remove member', groupName)
      const member = principalName.toLowerCase()
      if (group.members.indexOf(member) < 0) fail('missing', 'remove member: not a member')
      group.members = group.members.filter((each) => each !== member)
    },
    groupsOf: (principalName) => {
      const member = principalName.toLowerCase()
      return inOrder(store().groups)
        .filter((group) => group.members.indexOf(member) >= 0)
        .map((group) => ({ name: group.name, externalId: group.externalId }))
    },
    membersOf: (groupName, start, count) => {
      const found = store()
      const group = found.groups.get(groupName.toLowerCase())
      if (!group) return []
      const ends: MembershipEnd[] = []
      for (const row of inOrder(found.users)) {
        if (group.members.indexOf(row.fields.name.toLowerCase()) < 0) continue
        ends.push({ name: row.fields.name, externalId: row.externalId })
      }
      return pageOf({ start, count }, ends)
    },
  }
}

type NestingMethod = 'nestGroup' | 'unnestGroup' | 'parentsOf' | 'nestedGroupsOf'

function nestingMethods(
  id: string,
  world: MemoryDirectoryWorld,
  store: Open,
  writable: OpenToWrite,
): Pick<Directory, NestingMethod> {
  const nestable = (): MemoryStore => {
    const found = writable('UPDATE_GROUP')
    if (!world.allowsNesting()) fail('refused', 'directory ' + id + ' has no nested groups')
    return found
  }
  return {
    nestGroup: (groupName, parentName) => {
      const found = nestable()
      if (groupName === parentName) fail('invalid', 'nest group: in itself')
      groupRow(found, 'nest group', groupName)
      const parent = groupRow(found, 'nest group', parentName)
      const nested = groupName.toLowerCase()
      if (parent.nested.indexOf(nested) >= 0) fail('exists', 'nest group: there already')
      parent.nested = parent.nested.concat([nested])
    },
    unnestGroup: (groupName, parentName) => {
      const found = nestable()
      groupRow(found, 'unnest group', groupName)
      const parent = groupRow(found, 'unnest group', parentName)
      const nested = groupName.toLowerCase()
      if (parent.nested.indexOf(nested) < 0) fail('missing', 'unnest group: not in there')
      parent.nested = parent.nested.filter((each) => each !== nested)
    },
    parentsOf: (groupName) =>
      inOrder(store().groups)
        .filter((group) => group.nested.indexOf(groupName.toLowerCase()) >= 0)
        .map(({ name, externalId }) => ({ name, externalId })),
    nestedGroupsOf: (groupName, start, count) => {
      const found = store()
      const nested = found.groups.get(groupName.toLowerCase())?.nested ?? []
      const ends = inOrder(found.groups)
        .filter((group) => nested.indexOf(group.name.toLowerCase()) >= 0)
        .map(({ name, externalId }) => ({ name, externalId }))
      return pageOf({ start, count }, ends)
    },
  }
}

function allOf(restriction: Restriction | undefined): DirectoryQuery {
  return { ...(restriction ? { restriction } : {}), start: 0, count: -1 }
}

/** Rows by lower-cased name, as Crowd's only order. */
function inOrder<T>(rows: Map<string, T>): readonly T[] {
  const names = Array.from(rows.keys()).sort()
  return names.map((name) => rows.get(name) as T)
}

function userRow(store: MemoryStore, operation: string, name: string): UserRow {
  return store.users.get(name.toLowerCase()) ?? fail('missing', operation + ': no such user')
}

function groupRow(store: MemoryStore, operation: string, name: string): GroupRow {
  return store.groups.get(name.toLowerCase()) ?? fail('missing', operation + ': no such group')
}

function renameMember(store: MemoryStore, from: string, to: string): void {
  store.groups.forEach((group) => {
    group.members = group.members.map((member) => (member === from ? to : member))
  })
}

function renameNested(store: MemoryStore, from: string, to: string): void {
  store.groups.forEach((group) => {
    group.nested = group.nested.map((each) => (each === from ? to : each))
  })
}

function without(
  attributes: Record<string, readonly string[]>,
  name: string,
): Record<string, readonly string[]> {
  const { [name]: _, ...rest } = attributes
  return rest
}

function toPrincipal(row: UserRow): Principal {
  const { externalId, created, updated } = row
  return { ...row.fields, externalId, created, updated, attributes: { ...row.attributes } }
}

function toGroup(row: GroupRow): DirectoryGroup {
  const { name, active, description, externalId, created, updated } = row
  return {
    name,
    active,
    description,
    externalId,
    created,
    updated,
    attributes: { ...row.attributes },
  }
}

function searchableUser(row: UserRow) {
  const { externalId, created, updated, attributes } = row
  return { fields: { ...row.fields, externalId, created, updated }, attributes }
}

function searchableGroup(row: GroupRow) {
  const { name, active, description, externalId, created, updated, attributes } = row
  return { fields: { name, active, description, externalId, created, updated }, attributes }
}
