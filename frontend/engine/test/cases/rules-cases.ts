import { defaultUserSync, type UserSyncSettings } from '@settings'
import type { SourceUser } from '../../src/mapping/source-user'
import type { Ports } from '../../src/ports/ports'
import { readApplicationFacts } from '../../src/rules/protection'
import { userTurn, userWish, type UserRules } from '../../src/rules/user-wish'
import { assertSame, eachRow, type Case } from './case'

const settings = defaultUserSync

const user: SourceUser = {
  id: 'id-1',
  userName: 'ada',
  active: true,
  document: {
    displayName: 'Ada L',
    name: { givenName: 'Ada' },
    emails: [{ value: 'a@x', type: 'work' }],
  },
  creating: false,
  open: [],
  target: undefined,
  attributes: {},
  created: 1,
  modified: 1,
}

/** No row here has a pattern. */
function rulesOf(changed: Partial<UserSyncSettings> = {}): UserRules {
  return { settings: { ...settings, ...changed }, replace: (_pattern, _replacement, text) => text }
}

interface WishRow {
  readonly name: string
  readonly settings?: Partial<UserSyncSettings>
  readonly active: boolean
  readonly isNew?: boolean
  /** active, exists, memberships; each with its reason. */
  readonly wish: readonly (readonly [boolean | undefined, string])[]
}

const same = [true, 'same user as in the source'] as const

const wishRows: readonly WishRow[] = [
  { name: 'active', active: true, wish: [[true, 'active follows the client'], same, same] },
  {
    name: 'new and inactive',
    active: false,
    isNew: true,
    wish: [[false, 'new in the target'], same, same],
  },
  { name: 'disable', active: false, wish: [[false, 'when deactivated: disable'], same, same] },
  {
    name: 'disable and remove groups',
    settings: { whenDeactivated: 'disableAndRemoveGroups' },
    active: false,
    wish: [
      [false, 'when deactivated: disable and remove groups'],
      same,
      [false, 'when deactivated: disable and remove groups'],
    ],
  },
  {
    name: 'delete',
    settings: { whenDeactivated: 'delete' },
    active: false,
    wish: [
      [false, 'when deactivated: delete'],
      [false, 'when deactivated: delete'],
      [false, 'when deactivated: delete'],
    ],
  },
  {
    name: 'nothing',
    settings: { whenDeactivated: 'nothing' },
    active: false,
    wish: [[undefined, 'when deactivated: nothing'], same, same],
  },
  {
    name: 'active does not follow',
    settings: { followActive: false, whenDeactivated: 'delete' },
    active: false,
    wish: [[undefined, 'active does not follow the client'], same, same],
  },
  {
    name: 'active does not follow, new',
    settings: { followActive: false },
    active: false,
    isNew: true,
    wish: [[true, 'new in the target'], same, same],
  },
]

const wishCases = eachRow(
  'wish',
  wishRows,
  (row) => row.name,
  (row) => {
    const wish = userWish(
      rulesOf(row.settings),
      { ...user, active: row.active },
      row.isNew === true ? 'new' : 'known',
    )
    const parts = [wish.active, wish.exists, wish.memberships]
    assertSame(
      parts.map((part) => [part.value ?? null, part.reason]),
      row.wish.map(([value, reason]) => [value ?? null, reason]),
    )
  },
)

interface TurnRow {
  readonly name: string
  readonly settings?: Partial<UserSyncSettings>
  readonly before: Partial<SourceUser>
  readonly after: Partial<SourceUser>
  readonly named?: { readonly active?: boolean }
  readonly turn: readonly string[]
}

const inactive = { active: false }

const turnRows: readonly TurnRow[] = [
  { name: 'nothing', before: {}, after: {}, turn: [] },
  { name: 'active restated', before: {}, after: {}, named: { active: true }, turn: [] },
  { name: 'deactivated', before: {}, after: inactive, named: inactive, turn: ['active'] },
  {
    name: 'deactivated once more',
    before: inactive,
    after: inactive,
    named: inactive,
    turn: ['active'],
  },
  { name: 'inactive and not named', before: inactive, after: inactive, turn: [] },
  {
    name: 'deactivated once more, but it does not follow',
    settings: { followActive: false },
    before: inactive,
    after: inactive,
    named: inactive,
    turn: [],
  },
  {
    name: 'deactivated once more, with groups',
    settings: { whenDeactivated: 'disableAndRemoveGroups' },
    before: inactive,
    after: inactive,
    named: inactive,
    turn: ['active', 'memberships'],
  },
  {
    name: 'activated again after a delete',
    settings: { whenDeactivated: 'delete' },
    before: inactive,
    after: {},
    turn: ['exists', 'active', 'memberships'],
  },
  { name: 'renamed', before: {}, after: { userName: 'eve' }, turn: ['name'] },
  {
    name: 'all fields',
    before: {},
    after: { document: { displayName: 'X', name: { givenName: 'Y', familyName: 'Z' } } },
    turn: ['email', 'firstName', 'lastName', 'displayName'],
  },
  {
    name: 'what no rule reads',
    before: {},
    after: { document: { ...user.document, title: 'x' } },
    turn: [],
  },
]

const turnCases = eachRow(
  'turn',
  turnRows,
  (row) => row.name,
  (row) => {
    const rules = rulesOf(row.settings)
    const before = userWish(rules, { ...user, ...row.before }, 'known')
    const after = userWish(rules, { ...user, ...row.after }, 'known')
    assertSame(userTurn(before, after, row.named ?? {}), row.turn)
  },
)

/** Names of groups: those that people take for a protected one are protected too. */
const lookAlikes: readonly { readonly name: string; readonly isProtected: boolean }[] = [
  { name: 'crowd-administrators', isProtected: true },
  { name: 'Crowd-Administrators', isProtected: true },
  { name: ' crowd-administrators ', isProtected: true },
  { name: 'crowd\u200b-administrators', isProtected: true },
  { name: '\ufeffcrowd-admini\u00adstrators', isProtected: true },
  { name: 'crowd-administrators\ufe0f', isProtected: true },
  { name: 'crowd-administrators\udb40\udc61', isProtected: true },
  { name: '\uff23\uff52\uff4f\uff57\uff44\uff0d\uff41dministrators', isProtected: true },
  { name: 'crowd\u2011administrators', isProtected: true },
  { name: 'crowd\u2013administrators', isProtected: true },
  { name: 'crowd\u2212administrators', isProtected: true },
  { name: '\u24d2rowd-administrators', isProtected: true },
  { name: 'Operators', isProtected: true },
  { name: 'op\u2060erators', isProtected: true },
  { name: 'crowd-administrators-2', isProtected: false },
  { name: 'crowd administrators', isProtected: false },
  { name: 'crowdadministrators', isProtected: false },
  { name: '\u0441rowd-administrators', isProtected: false },
  { name: '__proto__', isProtected: false },
  { name: 'STAFF', isProtected: true },
  { name: 'st\u200baff', isProtected: true },
  { name: 'staff-2', isProtected: false },
  { name: '\u200b', isProtected: false },
]

const lookAlikeCases = eachRow(
  'protected name',
  lookAlikes,
  (row) => JSON.stringify(row.name),
  ({ name, isProtected }) => {
    const { protection, isMapped } = readApplicationFacts(consolePorts, '7', [
      'Op\u00adus',
      'Staff',
    ])
    assertSame(protection(name) !== undefined, isProtected)
    assertSame(isMapped(name), isProtected && /^op\W?e/i.test(name))
  },
)

const consolePorts = {
  crowd: {
    lowerCase: (name: string) => name.toLowerCase(),
    applications: () => [
      {
        id: '1',
        name: 'crowd',
        type: 'CROWD',
        mappings: [{ directoryId: '7', allowAll: false, groupNames: ['operators'] }],
      },
    ],
  },
  directory: () => ({ parentsOf: () => [] }),
} as unknown as Ports

/** Case tables of the rules room. */
export const rulesCases: readonly Case[] = wishCases.concat(turnCases).concat(lookAlikeCases)
