import type { UserSyncSettings } from '@settings'
import type { PrincipalFields } from '../ports/directory'
import { defaultMapping, mappedFields } from '../mapping/attribute-mapping'
import type { SourceUser } from '../mapping/source-user'

/** What the rules want, and by which of them. */
export interface Wished<T> {
  readonly value: T
  readonly reason: Reason
}

export type Reason =
  | 'same user as in the source'
  | 'attribute mapping'
  | 'active follows the client'
  | 'new in the target'
  | 'active does not follow the client'
  | 'when deactivated: disable'
  | 'when deactivated: disable and remove groups'
  | 'when deactivated: delete'
  | 'when deactivated: nothing'

/** What the target should show of one source user. */
export interface UserWish {
  /** false: where we made the target user it is deleted, else disabled. */
  readonly exists: Wished<boolean>
  readonly name: Wished<string>
  readonly email: Wished<string>
  readonly firstName: Wished<string>
  readonly lastName: Wished<string>
  readonly displayName: Wished<string>
  /** undefined: left as it is. */
  readonly active: Wished<boolean | undefined>
  /** false: no membership of the source reaches the target. */
  readonly memberships: Wished<boolean>
}

export type UserPart = keyof UserWish

export const userParts: readonly UserPart[] = [
  'exists',
  'name',
  'email',
  'firstName',
  'lastName',
  'displayName',
  'active',
  'memberships',
]

/** The wish for a source user; `isNew` while there is no target user of his. Pure. */
export function userWish(settings: UserSyncSettings, user: SourceUser, isNew: boolean): UserWish {
  const mapped = mappedFields(defaultMapping, user.userName, user.document)
  const byMapping = (value: string): Wished<string> => ({ value, reason: 'attribute mapping' })
  return {
    exists: wishedExistence(settings, user),
    name: { value: user.userName, reason: 'same user as in the source' },
    email: byMapping(mapped.email),
    firstName: byMapping(mapped.firstName),
    lastName: byMapping(mapped.lastName),
    displayName: byMapping(mapped.displayName),
    active: wishedActive(settings, user, isNew),
    memberships: wishedMemberships(settings, user),
  }
}

function isDeactivated(settings: UserSyncSettings, user: SourceUser): boolean {
  return settings.followActive && !user.active
}

function wishedExistence(settings: UserSyncSettings, user: SourceUser): Wished<boolean> {
  if (isDeactivated(settings, user) && settings.whenDeactivated === 'delete') {
    return { value: false, reason: 'when deactivated: delete' }
  }
  return { value: true, reason: 'same user as in the source' }
}

function wishedActive(
  settings: UserSyncSettings,
  user: SourceUser,
  isNew: boolean,
): Wished<boolean | undefined> {
  if (!settings.followActive) {
    return isNew
      ? { value: true, reason: 'new in the target' }
      : { value: undefined, reason: 'active does not follow the client' }
  }
  if (user.active) return { value: true, reason: 'active follows the client' }
  if (isNew) return { value: false, reason: 'new in the target' }
  switch (settings.whenDeactivated) {
    case 'nothing':
      return { value: undefined, reason: 'when deactivated: nothing' }
    case 'disable':
      return { value: false, reason: 'when deactivated: disable' }
    case 'disableAndRemoveGroups':
      return { value: false, reason: 'when deactivated: disable and remove groups' }
    case 'delete':
      return { value: false, reason: 'when deactivated: delete' }
  }
}

/** The part of the wish that says whether memberships of the source reach the target. */
export function wishedMemberships(settings: UserSyncSettings, user: SourceUser): Wished<boolean> {
  const removes =
    settings.whenDeactivated === 'disableAndRemoveGroups' || settings.whenDeactivated === 'delete'
  if (!isDeactivated(settings, user) || !removes) {
    return { value: true, reason: 'same user as in the source' }
  }
  return {
    value: false,
    reason:
      settings.whenDeactivated === 'delete'
        ? 'when deactivated: delete'
        : 'when deactivated: disable and remove groups',
  }
}

/**
 * The turn: what differs between two wishes, and what the client takes away by name even where it does not differ.
 * Nothing else changes in the target (ADR 0004).
 */
export function userTurn(
  before: UserWish,
  after: UserWish,
  named: { readonly active?: boolean },
): readonly UserPart[] {
  return userParts.filter(
    (part) => before[part].value !== after[part].value || isTakenAgain(part, after, named),
  )
}

function isTakenAgain(
  part: UserPart,
  after: UserWish,
  named: { readonly active?: boolean },
): boolean {
  if (named.active !== false) return false
  if (part !== 'active' && part !== 'exists' && part !== 'memberships') return false
  return after[part].value === false
}

/** The wish as fields of Crowd, over what is there: parts that did not turn stay as they are. */
export function wishedFields(
  wish: UserWish,
  parts: readonly UserPart[],
  found: PrincipalFields,
): PrincipalFields {
  const turned = (part: 'email' | 'firstName' | 'lastName' | 'displayName'): string =>
    parts.includes(part) ? wish[part].value : found[part]
  return {
    name: found.name,
    active: parts.includes('active') ? (wish.active.value ?? found.active) : found.active,
    email: turned('email'),
    firstName: turned('firstName'),
    lastName: turned('lastName'),
    displayName: turned('displayName'),
  }
}
