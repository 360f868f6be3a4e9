import type { Directory } from './directory'

/** All that the engine may ask of the world around it. Synchronous; built once for each scope. */
export interface Ports {
  /** A handle on one directory; asks Crowd nothing. Its calls throw `gone` if the directory is not there. */
  directory(id: string): Directory
  readonly crowd: Crowd
  readonly settings: SettingsPort
  readonly activity: ActivityPort
  readonly clock: Clock
  readonly random: Random
  readonly locks: Locks
  readonly patterns: Patterns
}

/** Crowd around the directories: what an administrator can see and set up. */
export interface Crowd {
  /** Crowd's configured base URL without trailing slash, e.g. https://id.example.com/crowd. */
  baseUrl(): string
  /** Crowd's own lower-casing of names (IdentifierUtils, -Dcrowd.identifier.language). */
  lowerCase(name: string): string
  directories(): readonly DirectorySummary[]
  /** undefined when it is not there. */
  findDirectory(id: string): DirectorySummary | undefined
  /** An internal directory with all rights, no password rules. DirectoryError `exists` when the name is taken. */
  addDirectory(directory: NewDirectory): DirectorySummary
  /** Replaces the named directory attributes, keeps the others. */
  storeDirectoryAttributes(id: string, attributes: Readonly<Record<string, string>>): void
  removeDirectory(id: string): void
  applications(): readonly ApplicationSummary[]
  /** Lets the users of the directory log in to the application (all of them, or only members of mapped groups). */
  mapDirectory(applicationId: string, directoryId: string, allowAll: boolean): void
  unmapDirectory(applicationId: string, directoryId: string): void
  /** True if the user of that name administers Crowd (any permission); false where Crowd cannot say. */
  isAdministrator(userName: string): boolean
  /** What was found at start, for the System panel. */
  system(): SystemReport
  /** Names who changes something, for Crowd's audit log, until the exchange is over. Absent where nobody keeps one. */
  actAs?(author: string): void
}

export interface DirectorySummary {
  readonly id: string
  readonly name: string
  readonly description: string
  /** INTERNAL, CONNECTOR, CUSTOM, DELEGATING, CROWD, AZURE_AD or UNKNOWN. */
  readonly type: string
  readonly active: boolean
  /** CREATE_USER, UPDATE_USER, … as Crowd names them. */
  readonly allowedOperations: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

export interface NewDirectory {
  readonly name: string
  readonly description: string
  readonly active: boolean
  readonly nestedGroups: boolean
  readonly attributes: Readonly<Record<string, string>>
}

export interface ApplicationSummary {
  readonly id: string
  readonly name: string
  /** CROWD is the console itself: its mappings are never touched. */
  readonly type: string
  readonly mappings: readonly {
    readonly directoryId: string
    readonly allowAll: boolean
    readonly groupNames: readonly string[]
  }[]
}

export interface SystemReport {
  readonly crowdVersion: string
  readonly servletApi: string
  readonly engineMode: string
  readonly appVersion: string
  readonly rows: readonly {
    readonly name: string
    readonly found: boolean
    readonly detail: string
  }[]
}

/** Crowd's PluginSettings. Values are text; a key is at most 255 characters. */
export interface SettingsPort {
  /** May be up to two seconds old. */
  read(key: string): string | undefined
  /** Never from a cache; for read-change-write under a lock. */
  readFresh(key: string): string | undefined
  /** undefined removes the key. */
  write(key: string, value: string | undefined): void
}

/** Exchanges and administrators' actions, kept in the shared home. Writing never throws. */
export interface ActivityPort {
  /**
   * `summary` is one line of JSON of at most 400 bytes, `detail` JSON of at most 128 KB, both already redacted; '' for none.
   * What can be a token of ours is hidden here, wherever it stands: 64 hexadecimal digits or more, also as percent escapes.
   */
  append(connection: string, summary: string, detail: string): void
  /** The newest first, at most `count`, of one connection or ('') of all; each is the summary with a `ref` added. */
  latest(connection: string, count: number): readonly string[]
  detail(ref: string): string | undefined
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export interface Random {
  uuid(): string
  /** 256 random bits as 64 hexadecimal digits. */
  token(): string
  /** SHA-256 of the UTF-8 text, as 64 lower-case hexadecimal digits. */
  sha256(text: string): string
}

export interface Locks {
  /** Runs `work` holding all named locks (taken in sorted order; reentrant). Throws LockTimeout after 10 seconds. */
  holding<T>(names: readonly string[], work: () => T): T
}

/** A lock could not be had in time: 503 with Retry-After. */
export class LockTimeout extends Error {
  constructor(name: string) {
    super('waited too long for ' + name)
    Object.setPrototypeOf(this, LockTimeout.prototype)
    this.name = 'LockTimeout'
  }
}

/** Administrators' regular expressions, RE2 syntax, linear time. */
export interface Patterns {
  /** undefined if the pattern is good, else what is wrong with it. */
  problem(pattern: string): string | undefined
  matches(pattern: string, text: string): boolean
  /** Whole match required; `$1` in the replacement. Gives the text unchanged where it does not match. */
  replace(pattern: string, replacement: string, text: string): string
}
