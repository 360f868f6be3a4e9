import type { Json, JsonObject } from '../json'

/**
 * What a PATCH or PUT changes, never a rewritten document: later rooms apply it under the lock to what is stored then.
 * For users: the document after all operations is computed from the stored one by `applyChanges`; for groups, members
 * are deltas and the stored list is not read.
 */
export interface UserChange {
  /**
   * The document as it will be, in RFC form: with userName and active, without schemas (`schemasOf` tells them), id,
   * meta, groups and password. Names are in the schema's own case; no value is null, '' or [].
   */
  readonly document: JsonObject
  /** True if it differs from the stored document; the order of the values of a list does not matter. */
  readonly changed: boolean
  /** What the request says of `active`: undefined if it does not name it. An explicit false takes away even if stored so. */
  readonly named: { readonly active?: boolean }
  /** Sent password, never stored; undefined if none. */
  readonly password?: string
}

export interface GroupChange {
  /** As for users; with displayName, without members. */
  readonly document: JsonObject
  readonly changed: boolean
  readonly members: readonly MemberChange[]
}

/**
 * In the request's order. Ids as sent, each once. `replace` with no ids empties the group; `add` and `remove` with none
 * do nothing.
 */
export interface MemberChange {
  readonly kind: 'add' | 'remove' | 'replace'
  readonly ids: readonly string[]
}

export type { Json }
