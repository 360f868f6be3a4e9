/** The document under `scim.settings`. Written whole, under a cluster lock; read with a migration for each older format. */
export interface Settings {
  readonly format: 1
  readonly connections: readonly Connection[]
}

/** One provisioning client, one source directory, one target directory (ADR 0006). */
export interface Connection {
  /** Random, lower-case letters and digits, 12 long; part of the base URL; never changes. */
  readonly id: string
  /** Milliseconds since 1970, UTC. */
  readonly created: number
  /** Crowd's id of our own source directory; '' until it is made. */
  readonly sourceDirectoryId: string
  /** Crowd's id of the directory that people log in with; '' until one is made or chosen. */
  readonly targetDirectoryId: string
  readonly tokens: readonly Token[]
  readonly scim: ScimSettings
  readonly userSync: UserSyncSettings
  readonly groupSync: GroupSyncSettings
}

export interface Token {
  readonly id: string
  readonly name: string
  /** SHA-256 of the token, 64 hexadecimal digits. The token itself is shown once and kept nowhere. */
  readonly hash: string
  readonly created: number
  /** Milliseconds since 1970, UTC; 0 means that it does not expire. */
  readonly expires: number
}

export type Mode = 'live' | 'paused'

export interface ScimSettings {
  readonly appName: string
  readonly provider: ProviderId
  readonly mode: Mode
  /** Name of a second header that may carry the token, for proxies that strip Authorization; '' is off. */
  readonly tokenHeader: string
  /** Requests a second that each node takes; 0 is any number. The shell holds it (settings/Connections.java). */
  readonly requestsPerSecond: number
  /** Requests at once that each node takes; 0 is any number. */
  readonly requestsAtOnce: number
  /** on: a group request that names a member whom nobody knows is refused; off: the others are taken. */
  readonly strictMembers: boolean
}

export type ProviderId =
  | 'miniorange'
  | 'entra'
  | 'okta'
  | 'onelogin'
  | 'jumpcloud'
  | 'ping'
  | 'google'
  | 'oracle'
  | 'keycloak'
  | 'custom'

export type Login = 'sso' | 'delegated' | 'password' | 'scimPassword'
export type WhenDeactivated = 'disable' | 'disableAndRemoveGroups' | 'delete' | 'nothing'
export type OnDelete = 'disable' | 'delete' | 'ignore'

/** Whether a user who is in the target already is taken over when the client creates one like him. */
export type LinkExisting = 'off' | 'userName' | 'userNameOrEmail'

/** RE2; the whole name must match, else it stays as it is. `replacement` may hold `$1`. An empty pattern is no rule. */
export interface NameRule {
  readonly pattern: string
  readonly replacement: string
}

export type CrowdField = 'email' | 'firstName' | 'lastName' | 'displayName'
export type Transform = 'none' | 'trim' | 'lower' | 'upper' | 'pattern'
export type WriteWhen = 'always' | 'ifEmpty' | 'onCreate'

/** Where one field of a Crowd user comes from. Of several rows of one field the first that has a value counts. */
export interface MappingRow {
  /** A CrowdField, or the name of a Crowd attribute. */
  readonly field: string
  /** A SCIM path, `emails[type eq "work"].value`, or a template, `${name.givenName} ${name.familyName}`. */
  readonly from: string
  readonly transform: Transform
  /** RE2, for the transform `pattern` alone: as in a NameRule. */
  readonly pattern?: string
  readonly replacement?: string
  readonly when: WriteWhen
}

export interface UserSyncSettings {
  readonly login: Login
  /** off: a user that is not in the source yet is refused with the reason. */
  readonly importUsers: boolean
  /** off: the source follows the client, the target's names and attributes are left alone. */
  readonly updateUsers: boolean
  readonly linkExisting: LinkExisting
  readonly nameRule: NameRule
  readonly attributeMapping: readonly MappingRow[]
  /** Names of target users that SCIM never touches, besides those who administer Crowd. */
  readonly protectedUsers: readonly string[]
  /** Names of target groups that SCIM never touches, besides administration groups. */
  readonly protectedGroups: readonly string[]
  /** off: `active` of the client is kept in the source and does not reach the target. */
  readonly followActive: boolean
  readonly whenDeactivated: WhenDeactivated
  readonly onDelete: OnDelete
}

/** On-the-fly mapping with its defaults; the Group Sync tab adds rows here. */
export interface GroupSyncSettings {
  readonly mode: 'onTheFly'
  /** What the target does with groups in groups; the source keeps them. */
  readonly nestedGroups: 'ignore'
}

/** One thing wrong with what was typed. `path` is the field's place, e.g. `scim.appName`; `message` is for people. */
export interface Issue {
  readonly path: string
  readonly message: string
}
