import type { Directory } from '../../src/ports/directory'
import { DirectoryError } from '../../src/ports/directory'
import type {
  ApplicationSummary,
  Crowd,
  DirectorySummary,
  Locks,
  NewDirectory,
  Ports,
} from '../../src/ports/ports'
import { memoryCalls, observed, type Calls } from './memory-calls'
import { memoryDirectory } from './memory-directory'
import {
  memoryActivity,
  memoryLocks,
  noLocks,
  memoryPatterns,
  memoryRandom,
  memorySettings,
} from './memory-ports'
import type { MemoryStore } from './memory-store'

export interface MemoryWorldOptions {
  /** Milliseconds since 1970; the clock stands until `setNow`. */
  readonly now?: number
  readonly baseUrl?: string
  /** Names of users that administer Crowd. */
  readonly administrators?: readonly string[]
  /** Groups whose members administer Crowd; directories by name. */
  readonly grants?: readonly { readonly directory: string; readonly group: string }[]
  /** Whether a deactivated user counts as an administrator is not known of Crowd: true if not. */
  readonly ignoresInactive?: boolean
  readonly applications?: readonly ApplicationSummary[]
  /** true: nobody waits for anybody. */
  readonly withoutLocks?: boolean
  /** true: the calls of settings, activity and locks are seen, and can be cut, as those of directories are. */
  readonly everyPort?: boolean
}

/** Crowd and everything else around the engine, in memory. */
export interface MemoryWorld {
  readonly ports: Ports
  /** Every call of a directory and of Crowd; cuts and interleaving. */
  readonly calls: Calls
  setNow(now: number): void
  /** Names of the locks that are held now. */
  heldLocks(): readonly string[]
  /** Makes an internal directory with all rights; gives its id. */
  addDirectory(name: string): string
  /** Deletes it under us. */
  deleteDirectory(id: string): void
  /** Takes a permission away from the directory, e.g. CREATE_USER. */
  forbid(id: string, operation: string): void
  setApplications(applications: readonly ApplicationSummary[]): void
  /** The directory as an administrator uses it: not counted, not cut. */
  byHand(id: string): Directory
  /** What somebody logs in with; undefined for no password. */
  passwordOf(id: string, name: string): string | undefined
  /** Everything in the directory but dates, to compare whole states. */
  picture(id: string): DirectoryPicture
}

export interface DirectoryPicture {
  readonly users: readonly object[]
  readonly groups: readonly object[]
}

const allOperations: readonly string[] = [
  'CREATE_USER',
  'UPDATE_USER',
  'UPDATE_USER_ATTRIBUTE',
  'DELETE_USER',
  'CREATE_GROUP',
  'UPDATE_GROUP',
  'UPDATE_GROUP_ATTRIBUTE',
  'DELETE_GROUP',
]

interface Place {
  summary: DirectorySummary
  readonly store: MemoryStore
}

export function memoryWorld(options: MemoryWorldOptions = {}): MemoryWorld {
  const places = new Map<string, Place>()
  const calls = memoryCalls()
  const locks = options.withoutLocks ? noLocks : memoryLocks(calls)
  const random = memoryRandom()
  const ids = memoryRandom()
  let now = options.now ?? Date.UTC(2026, 10, 24, 9, 0, 0)
  let applications = options.applications ?? []

  const byHand = (id: string): Directory =>
    memoryDirectory(id, {
      store: () => places.get(id)?.store,
      isAllowed: (operation) => operations(places.get(id)).indexOf(operation) >= 0,
      checkPassword: (password) => checkPassword(password, places.get(id)?.summary.attributes),
      allowsNesting: () => places.get(id)?.summary.attributes['useNestedGroups'] === 'true',
      now: () => now,
      uuid: () => 'id-' + ids.uuid().slice(-4),
      forgetGroup: (name) => {
        applications = applications.map((each) => withoutGroup(each, id, name))
      },
    })
  const crowd = memoryCrowd({
    places,
    baseUrl: options.baseUrl ?? 'https://id.example.com/crowd',
    isAdministrator: (userName) =>
      isNamed(options, places, userName) || isGranted(options, places, userName),
    applications: () => applications,
    setApplications: (next) => {
      applications = next
    },
  })
  const see = <T extends object>(name: string, port: T): T =>
    options.everyPort ? observed(calls, name, port) : port
  return {
    calls,
    byHand,
    setNow: (next) => {
      now = next
    },
    heldLocks: () => locks.held(),
    addDirectory: (name) =>
      crowd.addDirectory({
        name,
        description: '',
        active: true,
        nestedGroups: true,
        attributes: {},
      }).id,
    deleteDirectory: (id) => void places.delete(id),
    forbid: (id, operation) => {
      const place = places.get(id)
      if (!place) return
      const allowedOperations = operations(place).filter((each) => each !== operation)
      place.summary = { ...place.summary, allowedOperations }
    },
    setApplications: (next) => {
      applications = next
    },
    passwordOf: (id, name) => places.get(id)?.store.users.get(name.toLowerCase())?.password,
    picture: (id) => pictureOf(byHand(id)),
    ports: {
      directory: (id) => observed(calls, id, byHand(id)),
      crowd: observedCrowd(calls, crowd),
      settings: see('settings', memorySettings()),
      activity: see('activity', memoryActivity()),
      clock: { now: () => now },
      random,
      locks: options.everyPort ? observedLocks(calls, locks) : locks,
      patterns: memoryPatterns,
    },
  }
}

/** Two calls, as the shell is asked: what runs between them is none of its own. */
function observedLocks(calls: Calls, locks: Locks): Locks {
  return {
    holding: (names, work) => {
      calls.observe('locks', 'take', () => undefined)
      try {
        return locks.holding(names, work)
      } finally {
        calls.observe('locks', 'release', () => undefined)
      }
    },
  }
}

/** Lower-casing and the base URL are no calls of Crowd. */
function observedCrowd(calls: Calls, crowd: Crowd): Crowd {
  return {
    ...observed(calls, 'crowd', crowd),
    lowerCase: crowd.lowerCase,
    baseUrl: crowd.baseUrl,
  }
}

interface CrowdState {
  readonly places: Map<string, Place>
  readonly baseUrl: string
  isAdministrator(userName: string): boolean
  applications(): readonly ApplicationSummary[]
  setApplications(next: readonly ApplicationSummary[]): void
}

function memoryCrowd(state: CrowdState): Crowd {
  const { places } = state
  const place = (id: string): Place => {
    const found = places.get(id)
    if (!found) throw new DirectoryError('gone', 'directory ' + id + ' is not there')
    return found
  }
  const changeMappings = (
    applicationId: string,
    change: (mappings: ApplicationSummary['mappings']) => ApplicationSummary['mappings'],
  ): void =>
    state.setApplications(
      state
        .applications()
        .map((each) =>
          each.id === applicationId ? { ...each, mappings: change(each.mappings) } : each,
        ),
    )
  let lastId = 32768
  return {
    baseUrl: () => state.baseUrl,
    lowerCase: (name) => name.toLowerCase(),
    directories: () => Array.from(places.values()).map((each) => each.summary),
    findDirectory: (id) => places.get(id)?.summary,
    addDirectory: (directory: NewDirectory) => {
      const { nestedGroups, attributes, ...rest } = directory
      const taken = Array.from(places.values()).some(
        (each) => each.summary.name.toLowerCase() === directory.name.toLowerCase(),
      )
      if (taken) throw new DirectoryError('exists', 'add directory: the name is taken')
      const summary: DirectorySummary = {
        ...rest,
        id: String(++lastId),
        type: 'INTERNAL',
        allowedOperations: allOperations,
        attributes: { useNestedGroups: String(nestedGroups), ...attributes },
      }
      places.set(summary.id, { summary, store: { users: new Map(), groups: new Map() } })
      return summary
    },
    storeDirectoryAttributes: (id, attributes) => {
      const found = place(id)
      found.summary = {
        ...found.summary,
        attributes: { ...found.summary.attributes, ...attributes },
      }
    },
    removeDirectory: (id) => {
      place(id)
      places.delete(id)
    },
    applications: () => state.applications(),
    mapDirectory: (applicationId, directoryId, allowAll) =>
      changeMappings(applicationId, (mappings) =>
        mappings
          .filter((each) => each.directoryId !== directoryId)
          .concat([{ directoryId, allowAll, groupNames: [] }]),
      ),
    unmapDirectory: (applicationId, directoryId) =>
      changeMappings(applicationId, (mappings) =>
        mappings.filter((each) => each.directoryId !== directoryId),
      ),
    isAdministrator: state.isAdministrator,
    system: () => ({
      crowdVersion: '7.0.0',
      servletApi: 'jakarta',
      engineMode: 'memory',
      appVersion: '0.1.0',
      rows: [],
    }),
  }
}

function isNamed(
  options: MemoryWorldOptions,
  places: ReadonlyMap<string, Place>,
  userName: string,
): boolean {
  const names = options.administrators ?? []
  const isOne = names.some((each) => each.toLowerCase() === userName.toLowerCase())
  return isOne && Array.from(places.values()).every((place) => counts(options, place, userName))
}

/** Looked up anew at each call, as Crowd does. */
function isGranted(
  options: MemoryWorldOptions,
  places: ReadonlyMap<string, Place>,
  userName: string,
): boolean {
  return (options.grants ?? []).some(({ directory, group }) =>
    Array.from(places.values()).some(
      (place) =>
        place.summary.name === directory &&
        place.store.groups.get(group)?.members.includes(userName.toLowerCase()) &&
        counts(options, place, userName),
    ),
  )
}

/** False for one who is inactive there, where Crowd does not count such. */
function counts(options: MemoryWorldOptions, { store }: Place, userName: string): boolean {
  return (
    !options.ignoresInactive || store.users.get(userName.toLowerCase())?.fields.active !== false
  )
}

/** Crowd's rules as far as the stand-in has them: length and expression. */
function checkPassword(password: string, rules: Readonly<Record<string, string>> = {}): void {
  if (password.trim() === '') {
    throw new DirectoryError('password', 'You cannot have an empty password')
  }
  const isLong = password.length >= Number(rules['password_minimum_length'] ?? 0)
  const fits = new RegExp(rules['password_regex'] ?? '').test(password)
  if (isLong && fits) return
  throw new DirectoryError(
    'password',
    rules['password_complexity_message'] ??
      'The new password does not meet the directory complexity requirements',
  )
}

function operations(place: Place | undefined): readonly string[] {
  return place ? place.summary.allowedOperations : allOperations
}

function withoutGroup(
  application: ApplicationSummary,
  directoryId: string,
  groupName: string,
): ApplicationSummary {
  const mappings = application.mappings.map((each) =>
    each.directoryId !== directoryId
      ? each
      : {
          ...each,
          groupNames: each.groupNames.filter(
            (name) => name.toLowerCase() !== groupName.toLowerCase(),
          ),
        },
  )
  return { ...application, mappings }
}

function pictureOf(directory: Directory): DirectoryPicture {
  const everything = { start: 0, count: -1 }
  return {
    users: directory.searchPrincipals(everything).map(({ created: _, updated: __, ...user }) => ({
      ...user,
      groups: directory.groupsOf(user.name).map((group) => group.name),
    })),
    groups: directory.searchGroups(everything).map(({ created: _, updated: __, ...group }) => {
      const nested = directory.nestedGroupsOf(group.name, 0, -1).map(({ name }) => name)
      return nested.length > 0 ? { ...group, nested } : group
    }),
  }
}
