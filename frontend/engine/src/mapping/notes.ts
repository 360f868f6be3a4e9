import type { Attributes } from '../ports/directory'
import { EMPTY } from './document'

/** Names of the attributes in which we keep what we know (docs/storage.md). */
export const note = {
  externalId: 'scim.externalId',
  email: 'scim.email',
  modified: 'scim.modified',
  state: 'scim.state',
  open: 'scim.open',
  target: 'scim.target',
  managed: 'scim.managed',
} as const

/** The note that a membership of this target group was there before us. Stands on the source user. */
export function beforeNote(targetGroupId: string): string {
  return 'scim.before.' + targetGroupId
}

/** `made`: we created it. `joined`: it was there; never deleted by us. */
export type Origin = 'made' | 'joined'

/** The mark on a target user or group: whose it is. */
export interface Mark {
  readonly connection: string
  readonly origin: Origin
  /** External id of the source user or group. */
  readonly sourceId: string
}

export function writeMark(mark: Mark): string {
  return mark.connection + ':' + mark.origin + ':' + mark.sourceId
}

/** undefined where there is no mark, or one that nobody of us wrote. */
export function readMark(text: string | undefined): Mark | undefined {
  const parts = /^([^:]+):(made|joined):(.+)$/.exec(text ?? '')
  if (!parts) return undefined
  return {
    connection: parts[1] ?? '',
    origin: parts[2] === 'made' ? 'made' : 'joined',
    sourceId: parts[3] ?? '',
  }
}

/** What a source user or group is tied to in the target: by Crowd's id, or by name where Crowd has none. */
export type Tie =
  | { readonly kind: 'id'; readonly externalId: string }
  | { readonly kind: 'name'; readonly lowerName: string }

export function writeTie(directoryId: string, externalId: string, lowerName: string): string {
  return directoryId + ':' + (externalId || 'name:' + lowerName)
}

/** undefined where there is none, or where it belongs to another directory. */
export function readTie(text: string | undefined, directoryId: string): Tie | undefined {
  const start = directoryId + ':'
  if (text === undefined || text.slice(0, start.length) !== start) return undefined
  const rest = text.slice(start.length)
  return rest.slice(0, 5) === 'name:'
    ? { kind: 'name', lowerName: rest.slice(5) }
    : { kind: 'id', externalId: rest }
}

/** The values of `scim.open`: names of what is under way. */
export function readOpen(attributes: Attributes): readonly string[] {
  if (!Object.prototype.hasOwnProperty.call(attributes, note.open)) return []
  return (attributes[note.open] ?? []).filter((part) => part !== EMPTY)
}

export function openValues(parts: readonly string[]): readonly string[] {
  return parts.length > 0 ? parts : [EMPTY]
}

/** In `scim.open` of a source group, before the id of a member who is being given and has come to no end yet. */
const GIVE = 'give:'

export function toGive(userId: string): string {
  return GIVE + userId
}

/** The ids of those who are being given. */
export function idsToGive(open: readonly string[]): readonly string[] {
  return open
    .filter((part) => part.slice(0, GIVE.length) === GIVE)
    .map((part) => part.slice(GIVE.length))
}

/**
 * In `scim.open` of a source user: the target user was no administrator of Crowd and is being activated, or given his
 * memberships; whether that makes one of him is not asked yet.
 */
export type Unasked = 'activated' | 'given'

/** In `scim.open` of a source user, before the id of a target group that he was taken out of to see what it does. */
const BACK = 'back:'

export function toGiveBack(targetGroupId: string): string {
  return BACK + targetGroupId
}

/** True for what a cut may have left undecided about a user's rights: it stays open until that is seen to. */
export function isUndecided(part: string): boolean {
  return part === 'activated' || part === 'given' || part.slice(0, BACK.length) === BACK
}
