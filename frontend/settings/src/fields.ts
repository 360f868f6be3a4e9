import { defaultAttributeMapping, mappingInWords, readMappingRows } from './attribute-mapping'
import { own, type Checked } from './checked'
import { nameRuleInWords, namesInWords, readNameRule, readNames } from './composed'
import { isReservedHeader, textProblem } from './names'
import { providers } from './providers'
import type { GroupSyncSettings, Issue, ScimSettings, UserSyncSettings } from './settings'

/** How a setting is typed in; the page has one editor for each kind. */
export type FieldKind =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'headerName' }
  | { readonly kind: 'switch' }
  /** A whole number from 0 to `max`. */
  | { readonly kind: 'number'; readonly max: number }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  /** What has parts of its own: read with the place of its issues, told in words to Activity, typed in its own editor. */
  | {
      readonly kind: 'composed'
      readonly read: (input: unknown, place: string) => Checked<unknown>
      readonly words: (value: unknown) => string
    }

export interface Option {
  readonly value: string
  readonly label: string
  /** What it does, for people. */
  readonly meaning: string
}

/** One setting: what the page shows, what a new connection starts with, and what is accepted. */
export interface Field<T> {
  readonly label: string
  readonly meaning: string
  /** undefined where the administrator must say. */
  readonly initial: T | undefined
  readonly field: FieldKind
}

export type Fields<T> = { readonly [K in keyof T]: Field<T[K]> }

/** Tab SCIM. */
export const scimFields: Fields<ScimSettings> = {
  appName: {
    label: 'App Name',
    meaning: 'What you call this connection. It appears in Activity and in Crowd’s audit log.',
    initial: undefined,
    field: { kind: 'text', max: 100 },
  },
  provider: {
    label: 'Provider',
    meaning:
      'The identity provider that sends users and groups. It sets the guide and the dialect.',
    initial: 'miniorange',
    field: {
      kind: 'choice',
      options: providers.map(({ id, label }) => ({ value: id, label, meaning: '' })),
    },
  },
  mode: {
    label: 'Mode',
    meaning: 'Whether requests of the provider are carried out.',
    initial: 'live',
    field: {
      kind: 'choice',
      options: [
        { value: 'live', label: 'Live', meaning: 'Every request is carried out.' },
        {
          value: 'paused',
          label: 'Paused',
          meaning: 'Every request is answered “try again later”; nothing changes.',
        },
      ],
    },
  },
  tokenHeader: {
    label: 'Second header for the token',
    meaning:
      'For proxies that strip the Authorization header: the name of another header that carries the token. Empty is off.',
    initial: '',
    field: { kind: 'headerName' },
  },
  requestsPerSecond: {
    label: 'Requests per second',
    meaning:
      'What comes faster is answered “too many requests, try again” and comes again a little later. 0 is no limit. On a cluster it holds for each node.',
    initial: 100,
    field: { kind: 'number', max: 10000 },
  },
  requestsAtOnce: {
    label: 'Requests at once',
    meaning:
      'How many requests may be under way at the same time. 0 is no limit. On a cluster it holds for each node.',
    initial: 64,
    field: { kind: 'number', max: 1000 },
  },
  strictMembers: {
    label: 'Refuse unknown members',
    meaning:
      'What happens when the provider puts somebody into a group whom it has not sent as a user. Off: the others are put in, and Activity names who was left out. On: the whole request is refused and nothing changes.',
    initial: false,
    field: { kind: 'switch' },
  },
}

/** Tab User Sync. */
export const userSyncFields: Fields<UserSyncSettings> = {
  login: {
    label: 'How these people log in',
    meaning: 'SCIM brings people and groups; it does not log anybody in.',
    initial: 'sso',
    field: {
      kind: 'choice',
      options: [
        {
          value: 'sso',
          label: 'Single sign-on',
          meaning: 'The applications ask the identity provider (SAML or OpenID Connect).',
        },
        {
          value: 'delegated',
          label: 'Delegated LDAP',
          meaning: 'Crowd checks the password in an LDAP directory.',
        },
        {
          value: 'password',
          label: 'Passwords in Crowd',
          meaning: 'Each person sets a password with Crowd’s “forgotten password”.',
        },
        {
          value: 'scimPassword',
          label: 'Passwords by SCIM',
          meaning: 'The provider sends the passwords. Otherwise a sent password is ignored.',
        },
      ],
    },
  },
  importUsers: {
    label: 'Import Users',
    meaning:
      'On: every user that the provider sends is created. Off: unknown users are refused with the reason; known ones still update.',
    initial: true,
    field: { kind: 'switch' },
  },
  updateUsers: {
    label: 'Update Users',
    meaning:
      'On: names and attributes follow the provider. Off: they stay as they are in the directory; whether the user is enabled and his groups still follow.',
    initial: true,
    field: { kind: 'switch' },
  },
  linkExisting: {
    label: 'Link existing users',
    meaning:
      'What happens when the provider creates a user who is in the directory already. A linked user keeps the user name and the groups that he has there and is never deleted by SCIM. Protected users and those whom SCIM manages already are never linked.',
    initial: 'off',
    field: {
      kind: 'choice',
      options: [
        { value: 'off', label: 'Off', meaning: 'A taken user name is refused (409).' },
        {
          value: 'userName',
          label: 'By user name',
          meaning: 'Whoever has the same user name is linked.',
        },
        {
          value: 'userNameOrEmail',
          label: 'By user name or e-mail',
          meaning:
            'Whoever has the same user name is linked, else the one user who has the same e-mail address.',
        },
      ],
    },
  },
  nameRule: {
    label: 'User name rule',
    meaning:
      'Makes the user name in the directory from the one that the provider sends, where the whole of that matches: (.*)@example\\.com and $1 make ada of ada@example.com. The provider sees its own. A changed rule renames nobody until the provider changes the name.',
    initial: { pattern: '', replacement: '' },
    field: { kind: 'composed', read: readNameRule, words: nameRuleInWords },
  },
  attributeMapping: {
    label: 'Attribute mapping',
    meaning:
      'Which field or attribute of the user in the directory comes from what the provider sends. Of several rows of one field the first that has a value counts.',
    initial: defaultAttributeMapping,
    field: { kind: 'composed', read: readMappingRows, words: mappingInWords },
  },
  protectedUsers: {
    label: 'Protected users',
    meaning:
      'Users of the directory whom SCIM never disables, deletes, renames, changes or links. Those who administer Crowd always are.',
    initial: [],
    field: { kind: 'composed', read: readNames, words: namesInWords },
  },
  protectedGroups: {
    label: 'Protected groups',
    meaning:
      'Groups of the directory that SCIM never joins, renames, empties or deletes. Groups with administration rights always are.',
    initial: [],
    field: { kind: 'composed', read: readNames, words: namesInWords },
  },
  followActive: {
    label: 'Enable and disable users',
    meaning: 'On: users are enabled and disabled as the provider says.',
    initial: true,
    field: { kind: 'switch' },
  },
  whenDeactivated: {
    label: 'When a user is deactivated',
    meaning: 'What happens in the directory when the provider deactivates a user.',
    initial: 'disable',
    field: {
      kind: 'choice',
      options: [
        { value: 'disable', label: 'Disable', meaning: 'The user stays, cannot log in.' },
        {
          value: 'disableAndRemoveGroups',
          label: 'Disable and remove groups',
          meaning: 'The user also leaves the groups that SCIM gave.',
        },
        { value: 'delete', label: 'Delete', meaning: 'The user is removed from the directory.' },
        { value: 'nothing', label: 'Do nothing', meaning: 'The user stays as before.' },
      ],
    },
  },
  onDelete: {
    label: 'When the provider deletes a user',
    meaning:
      'What happens in the directory on a delete request. The provider is told “done” each time.',
    initial: 'disable',
    field: {
      kind: 'choice',
      options: [
        {
          value: 'disable',
          label: 'Disable',
          meaning: 'The user stays, cannot log in, and leaves the groups that SCIM gave.',
        },
        { value: 'delete', label: 'Delete', meaning: 'The user is removed from the directory.' },
        {
          value: 'ignore',
          label: 'Leave to the administrator',
          meaning: 'The user stays as before and is no longer managed by SCIM.',
        },
      ],
    },
  },
}

/** Tab Group Sync; its rows come with that tab. */
export const groupSyncFields: Fields<GroupSyncSettings> = {
  mode: {
    label: 'Group mapping',
    meaning: 'How groups of the provider become groups in Crowd.',
    initial: 'onTheFly',
    field: {
      kind: 'choice',
      options: [
        { value: 'onTheFly', label: 'On the fly', meaning: 'To the Crowd group of the same name.' },
      ],
    },
  },
  nestedGroups: {
    label: 'Nested groups',
    meaning: 'What becomes in Crowd of a group that the provider puts into another.',
    initial: 'ignore',
    field: {
      kind: 'choice',
      options: [
        {
          value: 'ignore',
          label: 'Ignore',
          meaning: 'Only users become members. SCIM keeps the nested groups and shows them.',
        },
      ],
    },
  },
}

/** What a new connection starts with. Fields without an initial value are the caller's to set. */
export function initialValues<T>(fields: Fields<T>): Partial<T> {
  const values: Partial<T> = {}
  for (const name of keysOf(fields)) {
    const { initial } = fields[name]
    if (initial !== undefined) values[name] = initial
  }
  return values
}

/**
 * Reads every field of the table from `input`. `place` is put before the names in issues (`scim` gives `scim.appName`).
 * With `fill`, a missing field takes its initial value: for stored documents of an older version.
 */
export function readFields<T>(
  fields: Fields<T>,
  input: unknown,
  place: string,
  fill: boolean,
): Checked<T> {
  const values: Partial<T> = {}
  const issues: Issue[] = []
  for (const name of keysOf(fields)) {
    const { field, initial } = fields[name]
    const sent = own(input, name)
    const value = fill && sent === undefined ? initial : sent
    const path = place + '.' + name
    const read = field.kind === 'composed' ? field.read(value, path) : readField(field, value)
    if ('value' in read) values[name] = read.value as T[typeof name]
    else if ('issues' in read) issues.push(...read.issues)
    else issues.push({ path, message: read.problem })
  }
  return issues.length > 0 ? { issues } : { value: values as T }
}

type ReadField = { readonly value: string | boolean | number } | { readonly problem: string }

function readField(field: Exclude<FieldKind, { kind: 'composed' }>, value: unknown): ReadField {
  switch (field.kind) {
    case 'switch':
      return typeof value === 'boolean' ? { value } : { problem: 'must be on or off' }
    case 'choice':
      return field.options.some((option) => option.value === value)
        ? { value: value as string }
        : { problem: 'must be one of ' + field.options.map((option) => option.label).join(', ') }
    case 'text':
      return readText(value, field.max)
    case 'headerName':
      return readHeaderName(value)
    case 'number':
      return readNumber(value, field.max)
  }
}

function readText(value: unknown, max: number): ReadField {
  const problem = textProblem(value, 1, max)
  return problem ? { problem } : { value: (value as string).trim() }
}

function readNumber(value: unknown, max: number): ReadField {
  const isGood =
    typeof value === 'number' && Math.floor(value) === value && value >= 0 && value <= max
  return isGood ? { value } : { problem: 'must be a whole number from 0 to ' + String(max) }
}

function readHeaderName(value: unknown): ReadField {
  if (typeof value !== 'string') return { problem: 'must be text' }
  const name = value.trim().toLowerCase()
  if (name === '') return { value: name }
  if (name.length > 64 || !/^[a-z0-9-]+$/.test(name))
    return { problem: 'letters, digits and - only, at most 64 characters' }
  return isReservedHeader(name)
    ? { problem: 'this header has a meaning of its own; take another name, such as X-Scim-Token' }
    : { value: name }
}

function keysOf<T>(fields: Fields<T>): readonly (keyof T & string)[] {
  return Object.keys(fields) as (keyof T & string)[]
}
