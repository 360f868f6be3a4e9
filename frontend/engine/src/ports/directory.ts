/**
 * One Crowd directory, used for the source and for the target alike.
 *
 * Every method is exactly one call of Crowd's DirectoryManager and so one transaction of its own. Names are looked up
 * whatever their case; a stored name keeps its case. Lists are ordered by lower-cased name. A failure is thrown as a
 * `DirectoryError` (see there for its kinds). Behaviour of internal directories: Crowd 5.1.6 and later.
 */
export interface Directory {
  /** Crowd's id of the directory, a decimal number as text. */
  readonly id: string

  /** The principal of that name with all its attributes, or undefined. */
  findPrincipal(name: string): Principal | undefined
  /** The principal with that external id (case-sensitive), or undefined. */
  findPrincipalById(externalId: string): Principal | undefined
  searchPrincipals(query: DirectoryQuery): readonly Principal[]
  searchPrincipalNames(query: DirectoryQuery): readonly string[]
  /**
   * How many there are. Without a restriction the number may be up to five seconds old, but never older than the last
   * adding or removing on this node.
   */
  countPrincipals(restriction?: Restriction): number
  /**
   * Adds a principal with its attributes in one call; without a password nobody logs in with it. `exists` when the name
   * is taken, `password` when the directory's rules refuse that.
   */
  addPrincipal(principal: NewPrincipal): Principal
  /** Writes every field; does not rename: `fields.name` must be the stored one. */
  updatePrincipal(fields: PrincipalFields): void
  /** `exists` when the new name is somebody else's; changing only the case is allowed. */
  renamePrincipal(name: string, newName: string): void
  /** Replaces the values of the named attributes only; an attribute with no values is an error: use remove. */
  storePrincipalAttributes(name: string, attributes: Attributes): void
  removePrincipalAttribute(name: string, attribute: string): void
  /** `password` when the directory's rules refuse it. */
  setPassword(name: string, password: string): void
  /** Memberships go with the principal. */
  removePrincipal(name: string): void

  findGroup(name: string): DirectoryGroup | undefined
  findGroupById(externalId: string): DirectoryGroup | undefined
  searchGroups(query: DirectoryQuery): readonly DirectoryGroup[]
  searchGroupNames(query: DirectoryQuery): readonly string[]
  /** As `countPrincipals`. */
  countGroups(restriction?: Restriction): number
  /** Crowd stores no attributes here: a second call does. `invalid` (not `exists`) when the name is taken: look first. */
  addGroup(group: GroupFields): DirectoryGroup
  /** Overwrites description, active and external id with what is given; does not rename (case-sensitive). */
  updateGroup(fields: GroupFields): void
  renameGroup(name: string, newName: string): void
  storeGroupAttributes(name: string, attributes: Attributes): void
  removeGroupAttribute(name: string, attribute: string): void
  /** The group's application mappings go with it. */
  removeGroup(name: string): void

  isMember(principalName: string, groupName: string): boolean
  /** `exists` when already a member, `missing` when either is not there. */
  addMember(principalName: string, groupName: string): void
  /** `missing` when not a member or either is not there. */
  removeMember(principalName: string, groupName: string): void
  /** The groups that a principal is directly in, without attributes. */
  groupsOf(principalName: string): readonly MembershipEnd[]
  /** Direct members that are principals; `count` -1 means all. Only for what must look at each: see MemberList. */
  membersOf(groupName: string, start: number, count: number): readonly MembershipEnd[]

  /**
   * Puts a group into another. `exists` when it is there already, `invalid` for a group in itself; longer circles pass:
   * look first. `refused` when the directory's nested groups are off, here and in `unnestGroup`.
   */
  nestGroup(groupName: string, parentName: string): void
  /** `missing` when it is not in there or either is not there. */
  unnestGroup(groupName: string, parentName: string): void
  /** The groups that a group is directly in. */
  parentsOf(groupName: string): readonly MembershipEnd[]
  /** Direct members that are groups; `count` -1 means all. */
  nestedGroupsOf(groupName: string, start: number, count: number): readonly MembershipEnd[]
}

/** A principal or group at the other end of a membership. `externalId` is '' where Crowd has none. */
export interface MembershipEnd {
  readonly name: string
  readonly externalId: string
}

/** Attribute names to sets of values. Crowd keeps values unique whatever their case, in no order, at most 255 long. */
export type Attributes = Readonly<Record<string, readonly string[]>>

export interface PrincipalFields {
  readonly name: string
  readonly active: boolean
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly displayName: string
}

export interface NewPrincipal extends PrincipalFields {
  readonly attributes: Attributes
  /** In clear; Crowd keeps a hash. */
  readonly password?: string
}

/** `created` and `updated` are milliseconds since 1970, UTC. Crowd moves `updated` on attribute writes and logins too. */
export interface Principal extends PrincipalFields {
  /** Made by Crowd, survives a rename; '' for users of very old Crowd versions. */
  readonly externalId: string
  readonly created: number
  readonly updated: number
  readonly attributes: Attributes
}

export interface GroupFields {
  readonly name: string
  readonly active: boolean
  readonly description: string
  /** Crowd makes none for groups: '' unless we wrote one. */
  readonly externalId: string
}

export interface DirectoryGroup extends GroupFields {
  readonly created: number
  readonly updated: number
  readonly attributes: Attributes
}

/** What Crowd itself can search for. String comparisons ignore case, except externalId and a group's description. */
export type Restriction =
  | { readonly kind: 'and' | 'or'; readonly restrictions: readonly Restriction[] }
  | {
      readonly kind: 'field'
      readonly field: SearchField
      readonly match: Match
      /** boolean for `active`, milliseconds for dates, text for the rest. */
      readonly value: string | number | boolean
    }
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly match: Match
      readonly value: string
    }

/** Fields of users; groups know name, description, active, externalId, created and updated. */
export type SearchField =
  | 'name'
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'displayName'
  | 'description'
  | 'active'
  | 'externalId'
  | 'created'
  | 'updated'

/** Crowd does not escape % and _ in contains, startsWith, endsWith: the answer may hold too much, never too little. */
export type Match =
  | 'exactly'
  | 'startsWith'
  | 'endsWith'
  | 'contains'
  | 'lessThan'
  | 'lessOrEqual'
  | 'greaterThan'
  | 'greaterOrEqual'

/** `start` is 0-based; `count` is at least 1, or -1 for all (Crowd refuses 0). */
export interface DirectoryQuery {
  readonly restriction?: Restriction
  readonly start: number
  readonly count: number
}

/** missing: no such user, group or membership · exists: taken · invalid: Crowd refuses the value · refused: the directory
 * does not allow the operation · password: the directory's password rules refuse it, `message` is their text · gone: the directory itself is not there · unavailable: Crowd or its database failed. */
export type DirectoryErrorKind =
  'missing' | 'exists' | 'invalid' | 'refused' | 'password' | 'gone' | 'unavailable'

/** What Crowd could not do. `message` names the operation and is safe to log (no attribute values). */
export class DirectoryError extends Error {
  readonly kind: DirectoryErrorKind
  constructor(kind: DirectoryErrorKind, message: string) {
    super(message)
    Object.setPrototypeOf(this, DirectoryError.prototype)
    this.name = 'DirectoryError'
    this.kind = kind
  }
}

/** True for a DirectoryError, of the given kind if one is named. */
export function isDirectoryError(
  error: unknown,
  kind?: DirectoryErrorKind,
): error is DirectoryError {
  return error instanceof DirectoryError && (kind === undefined || error.kind === kind)
}
