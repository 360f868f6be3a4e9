import type {
  Issue,
  Mode,
  ProviderId,
  ScimSettings,
  UserSyncSettings,
  GroupSyncSettings,
} from './settings'

/**
 * What the admin page and the engine say to one another, as JSON under `<crowd>/plugins/servlet/scim-for-crowd/api`.
 * Every change carries the XSRF header and `Content-Type: application/json`. A refusal is a Problem.
 *
 * GET    /overview                                Overview
 * POST   /connections                             NewConnection → Created (201)
 * PUT    /connections/{id}/scim                   ScimSettings → ConnectionView
 * PUT    /connections/{id}/user-sync              UserSyncSettings → ConnectionView
 * DELETE /connections/{id}                        → DeletedConnection
 * POST   /connections/{id}/tokens                 NewToken → NewTokenShown (201)
 * DELETE /connections/{id}/tokens/{tokenId}       → ConnectionView
 * GET    /directories?connection={id}             DirectoryChoices
 * POST   /connections/{id}/target                 TargetChoice → ConnectionView
 * GET    /connections/{id}/applications           { applications: ApplicationView[] }
 * PUT    /connections/{id}/applications/{appId}   ApplicationMapping → { applications: ApplicationView[] }
 * POST   /connections/{id}/unmap-source           → ConnectionView (takes the source away from every application)
 * POST   /connections/{id}/source                 → ConnectionView (makes a source directory that was deleted anew)
 * GET    /activity?connection={id}&count={n}      { entries: ActivityEntry[] }  (all connections without `connection`)
 * GET    /activity/{ref}                          ActivityDetail
 * GET    /system                                  SystemView
 */
export interface Overview {
  readonly connections: readonly ConnectionView[]
  /** Crowd's configured base URL. */
  readonly baseUrl: string
  readonly warnings: readonly Banner[]
}

export interface Banner {
  readonly kind: 'error' | 'warning' | 'information'
  /** Stable, for tests and for choosing an action: e.g. `baseUrlHttp`, `baseUrlLocalhost`, `sourceMissing`,
   * `sourceMapped`, `targetNone`, `targetMissing`, `targetReadOnly`, `targetInactive`. */
  readonly code: string
  readonly title: string
  readonly text: string
}

export interface ConnectionView {
  readonly id: string
  readonly scimBaseUrl: string
  readonly created: number
  readonly tokens: readonly TokenView[]
  readonly source: DirectoryState
  readonly target: DirectoryState
  readonly scim: ScimSettings
  readonly userSync: UserSyncSettings
  readonly groupSync: GroupSyncSettings
  readonly banners: readonly Banner[]
  readonly contact: Contact
}

export interface TokenView {
  readonly id: string
  readonly name: string
  readonly created: number
  readonly expires: number
  /** 0 if it was never used; exact to a minute. */
  readonly lastUsed: number
}

export interface DirectoryState {
  readonly id: string
  readonly name: string
  /** none: not made or chosen yet · missing: it was deleted under us · notWritable: a permission is off. */
  readonly state: 'none' | 'ready' | 'missing' | 'inactive' | 'notWritable' | 'mapped'
  /** What is wrong and what to do, for people; '' when ready. */
  readonly advice: string
}

/** The line that waits for the first request. Times in milliseconds, 0 for never. */
export interface Contact {
  readonly firstSuccess: number
  readonly lastSuccess: number
  /** The last refusal before or after: what was wrong with it, in words; '' if none. */
  readonly lastProblem: string
  readonly lastProblemAt: number
}

export interface NewConnection {
  readonly appName: string
  readonly provider: ProviderId
}

export interface Created {
  readonly connection: ConnectionView
  /** Shown once. */
  readonly token: string
}

export interface NewToken {
  readonly name: string
  /** 0 for none. */
  readonly expires: number
}

export interface NewTokenShown {
  readonly connection: ConnectionView
  readonly tokenId: string
  readonly token: string
}

export interface DeletedConnection {
  readonly id: string
  /** What stays in Crowd, for people: source directory, target directory, marks. */
  readonly stays: readonly string[]
}

export interface DirectoryChoices {
  readonly directories: readonly DirectoryChoice[]
  /** '' if the connection can take another target directory than it has, else why not, for people. */
  readonly whyNotOther: string
}

export interface DirectoryChoice {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly active: boolean
  /** '' if it can be chosen, else why not, for people. */
  readonly whyNot: string
}

export type TargetChoice =
  | {
      readonly kind: 'create'
      readonly name: string
      readonly description: string
      readonly nestedGroups: boolean
    }
  | { readonly kind: 'choose'; readonly directoryId: string }

export interface ApplicationView {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly mapped: boolean
  readonly allowAll: boolean
  readonly groupNames: readonly string[]
  /** '' if the page may change the mapping, else why not. */
  readonly whyNot: string
}

export interface ApplicationMapping {
  readonly mapped: boolean
  readonly allowAll: boolean
}

/** One exchange, as the list shows it. */
export interface ActivityEntry {
  readonly ref: string
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  readonly connection: string
  /** The administrator's name for an admin action, else ''. */
  readonly by: string
  /** What an administrator did or tried, in words; '' for a request of the provider. */
  readonly deed: string
  readonly method: string
  /** Path within the connection, e.g. `/Users/42`. */
  readonly resource: string
  /** User name or group name concerned; the App Name for what an administrator did; '' if none. */
  readonly name: string
  readonly status: number
  /** What changed in the target, for people; '' for nothing. */
  readonly changed: string
  /** Why it was refused, for people; '' if it was not. */
  readonly problem: string
  readonly milliseconds: number
  readonly correlationId: string
}

export interface ActivityDetail {
  readonly request: string
  readonly answer: string
}

export interface SystemView {
  readonly crowdVersion: string
  readonly appVersion: string
  readonly servletApi: string
  readonly engineMode: string
  readonly baseUrl: string
  readonly rows: readonly {
    readonly name: string
    readonly found: boolean
    readonly detail: string
  }[]
}

/** Body of every refusal. `issues` stand at their fields. */
export interface Problem {
  readonly status: number
  readonly message: string
  readonly issues: readonly Issue[]
  readonly correlationId: string
}

export type { Mode }
