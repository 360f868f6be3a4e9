import type { CrowdField, UserSyncSettings } from '@settings'
import {
  mappedValues,
  ruledName,
  type MappedValue,
  type Replace,
} from '../mapping/attribute-mapping'
import type { Person } from '../mapping/mapping-source'
import type { Attributes, PrincipalFields } from '../ports/directory'

/** What the rules for users go by. */
export interface UserRules {
  readonly settings: UserSyncSettings
  readonly replace: Replace
}

/** What the rules want, and by which of them. */
export interface Wished<T> {
  readonly value: T
  readonly reason: Reason
  /** Where a mapped value comes from: `from` of the row. */
  readonly from?: string
  /** Written only where the target has nothing. */
  readonly ifEmpty?: true
}

export type Reason =
  | 'same user as in the source'
  | 'user name rule'
  | 'attribute mapping'
  | 'active follows the client'
  | 'new in the target'
  | 'active does not follow the client'
  | 'when deactivated: disable'
  | 'when deactivated: disable and remove groups'
  | 'when deactivated: delete'
  | 'when deactivated: nothing'
  | 'update users is off'
  | 'written only on create'
  | 'no row of the attribute mapping'

/** undefined: left as it is; the reason says why. */
export type WishedText = Wished<string | undefined>

/** What the target should show of one source user. */
export interface UserWish {
  /** false: where we made the target user it is deleted, else disabled. */
  readonly exists: Wished<boolean>
  readonly name: WishedText
  readonly email: WishedText
  readonly firstName: WishedText
  readonly lastName: WishedText
  readonly displayName: WishedText
  /** Attributes that have a row; '' takes one away. */
  readonly attributes: readonly { readonly name: string; readonly wished: WishedText }[]
  /** undefined: left as it is. */
  readonly active: Wished<boolean | undefined>
  /** false: no membership of the source reaches the target. */
  readonly memberships: Wished<boolean>
}

type FixedPart = Exclude<keyof UserWish, 'attributes'>
export type UserPart = FixedPart | `attribute:${string}`

const fixedParts: readonly FixedPart[] = [
  'exists',
  'name',
  'email',
  'firstName',
  'lastName',
  'displayName',
  'active',
  'memberships',
]

/** All parts of a wish. */
export function partsOf(wish: UserWish): readonly UserPart[] {
  return (fixedParts as readonly UserPart[]).concat(
    wish.attributes.map(({ name }) => attributePart(name)),
  )
}

function attributePart(name: string): UserPart {
  return `attribute:${name}`
}

/**
 * What the source user has in the target as yet. `new`: nobody. `takenUp`: one of ours, whom nobody is tied to. `known`:
 * his own, or one who is linked.
 */
export type Standing = 'new' | 'takenUp' | 'known'

/** The wish for a source user. Pure. */
export function userWish(rules: UserRules, user: Person, standing: Standing): UserWish {
  const { settings } = rules
  const mapped = mappedValues(settings.attributeMapping, user, rules.replace)
  const isNew = standing === 'new'
  const text = (field: CrowdField): WishedText =>
    wishedText(settings, mapped.filter((each) => each.field === field)[0], isNew)
  return {
    exists: wishedExistence(settings, user),
    name: wishedName(rules, user, standing),
    email: text('email'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    displayName: text('displayName'),
    attributes: mapped
      .filter(({ field }) => !isCrowdField(field))
      .map((each) => ({ name: each.field, wished: wishedText(settings, each, isNew) })),
    active: wishedActive(settings, user, standing !== 'known'),
    memberships: wishedMemberships(settings, user),
  }
}

const crowdFields: readonly CrowdField[] = ['email', 'firstName', 'lastName', 'displayName']

function isCrowdField(name: string): name is CrowdField {
  return (crowdFields as readonly string[]).includes(name)
}

/** The name of the target user, '' where the user name rule leaves nothing of it. */
export function targetName({ settings, replace }: UserRules, userName: string): string {
  return ruledName(settings.nameRule, userName, replace)
}

function wishedName(rules: UserRules, { userName }: Person, standing: Standing): WishedText {
  if (!rules.settings.updateUsers && standing !== 'new')
    return { value: undefined, reason: 'update users is off' }
  const value = targetName(rules, userName)
  return { value, reason: value === userName ? 'same user as in the source' : 'user name rule' }
}

function wishedText(
  settings: UserSyncSettings,
  mapped: MappedValue | undefined,
  isNew: boolean,
): WishedText {
  if (!mapped) return { value: undefined, reason: 'no row of the attribute mapping' }
  const { value, from, when } = mapped
  if (!isNew && !settings.updateUsers) return { value: undefined, reason: 'update users is off' }
  if (!isNew && when === 'onCreate')
    return { value: undefined, reason: 'written only on create', from }
  const wished = { value, reason: 'attribute mapping' as const, from }
  return when === 'ifEmpty' ? { ...wished, ifEmpty: true } : wished
}

function isDeactivated(settings: UserSyncSettings, user: Person): boolean {
  return settings.followActive && !user.active
}

function wishedExistence(settings: UserSyncSettings, user: Person): Wished<boolean> {
  if (isDeactivated(settings, user) && settings.whenDeactivated === 'delete') {
    return { value: false, reason: 'when deactivated: delete' }
  }
  return { value: true, reason: 'same user as in the source' }
}

function wishedActive(
  settings: UserSyncSettings,
  user: Person,
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
export function wishedMemberships(settings: UserSyncSettings, user: Person): Wished<boolean> {
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
  const attributes = after.attributes.filter(
    ({ name, wished }) => wished.value !== wishedAttribute(before, name),
  )
  return (fixedParts as readonly UserPart[])
    .filter((part) => isTurned(before, after, part as FixedPart, named))
    .concat(attributes.map(({ name }) => attributePart(name)))
}

function isTurned(
  before: UserWish,
  after: UserWish,
  part: FixedPart,
  named: { readonly active?: boolean },
): boolean {
  return before[part].value !== after[part].value || isTakenAgain(part, after, named)
}

function wishedAttribute(wish: UserWish, name: string): string | undefined {
  return wish.attributes.filter((each) => each.name === name)[0]?.wished.value
}

function isTakenAgain(
  part: FixedPart,
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
  const turned = (field: CrowdField): string =>
    parts.includes(field) ? written(wish[field], found[field]) : found[field]
  return {
    name: found.name,
    active: parts.includes('active') ? (wish.active.value ?? found.active) : found.active,
    email: turned('email'),
    firstName: turned('firstName'),
    lastName: turned('lastName'),
    displayName: turned('displayName'),
  }
}

function written({ value, ifEmpty }: WishedText, found: string): string {
  return value === undefined || (ifEmpty && found !== '') ? found : value
}

/** What changes in the attributes: no values where one goes. Parts that did not turn are not in it. */
export function wishedAttributes(
  wish: UserWish,
  parts: readonly UserPart[],
  found: Attributes,
): readonly { readonly name: string; readonly values: readonly string[] }[] {
  const changes: { readonly name: string; readonly values: readonly string[] }[] = []
  for (const { name, wished } of wish.attributes) {
    if (!parts.includes(attributePart(name)) || wished.value === undefined) continue
    const standing = valuesOf(found, name)
    const isKept = wished.ifEmpty === true && standing.length > 0
    const values = wished.value === '' ? [] : [wished.value]
    if (!isKept && standing.join('\n') !== values.join('\n')) changes.push({ name, values })
  }
  return changes
}

/** The values of an attribute, none where there is no such. */
export function valuesOf(attributes: Attributes, name: string): readonly string[] {
  return Object.prototype.hasOwnProperty.call(attributes, name) ? (attributes[name] ?? []) : []
}
