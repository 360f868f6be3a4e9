import {
  defaultUserSync,
  isSameName,
  validateApplicationMapping,
  validateNewConnection,
  validateNewToken,
  validateScim,
  validateTarget,
  validateUserSync,
} from '../src'

const long = 'x'.repeat(101)
const scim = {
  appName: 'Acme',
  provider: 'okta',
  mode: 'live',
  tokenHeader: '',
  requestsPerSecond: 100,
  requestsAtOnce: 64,
  strictMembers: false,
}
const issue = (path: string, message: string) => ({ issues: [{ path, message }] })
const taken = 'another connection has this name'
const oneLine = 'must be one line without control characters'

const newConnections: readonly [string, unknown, unknown][] = [
  [
    'takes a name and a provider',
    { appName: 'Acme', provider: 'okta' },
    { value: { appName: 'Acme', provider: 'okta' } },
  ],
  [
    'trims the name',
    { appName: '  Acme ', provider: 'okta' },
    { value: { appName: 'Acme', provider: 'okta' } },
  ],
  [
    'drops what it does not know',
    { appName: 'A', provider: 'okta', id: 'x' },
    { value: { appName: 'A', provider: 'okta' } },
  ],
  ['wants a name', { provider: 'okta' }, issue('scim.appName', 'is required')],
  [
    'wants more than blanks',
    { appName: '   ', provider: 'okta' },
    issue('scim.appName', 'is required'),
  ],
  ['wants a text', { appName: 5, provider: 'okta' }, issue('scim.appName', 'must be text')],
  [
    'refuses 101 characters',
    { appName: long, provider: 'okta' },
    issue('scim.appName', 'at most 100 characters'),
  ],
  ['refuses a line break', { appName: 'a\nb', provider: 'okta' }, issue('scim.appName', oneLine)],
  [
    'refuses half a character',
    { appName: 'a\ud800', provider: 'okta' },
    issue('scim.appName', oneLine),
  ],
  [
    'takes a whole one',
    { appName: '😀', provider: 'okta' },
    { value: { appName: '😀', provider: 'okta' } },
  ],
  [
    'refuses a reserved name',
    { appName: '__proto__', provider: 'okta' },
    issue('scim.appName', 'is a reserved name'),
  ],
  [
    'refuses a taken name in another case',
    { appName: 'oTHER', provider: 'okta' },
    issue('scim.appName', taken),
  ],
  [
    'does not take an inherited name',
    Object.create({ appName: 'Acme', provider: 'okta' }),
    {
      issues: [
        { path: 'scim.appName', message: 'is required' },
        {
          path: 'scim.provider',
          message: expect.stringContaining('must be one of miniOrange, ') as string,
        },
      ],
    },
  ],
]

test.each(newConnections)('a new connection %s', (_name, input, expected) => {
  expect(validateNewConnection(input, ['Other'])).toEqual(expected)
})

const scims: readonly [string, unknown, unknown][] = [
  ['takes all settings', scim, { value: scim }],
  ['keeps its own name', { ...scim, appName: 'acme' }, { value: { ...scim, appName: 'acme' } }],
  ['refuses the name of another', { ...scim, appName: 'other' }, issue('scim.appName', taken)],
  [
    'takes strict members',
    { ...scim, strictMembers: true },
    { value: { ...scim, strictMembers: true } },
  ],
  [
    'refuses strict members by a word',
    { ...scim, strictMembers: 'yes' },
    issue('scim.strictMembers', 'must be on or off'),
  ],
  [
    'lower-cases a header name',
    { ...scim, tokenHeader: ' X-Scim-Token ' },
    { value: { ...scim, tokenHeader: 'x-scim-token' } },
  ],
  [
    'refuses a header with a colon',
    { ...scim, tokenHeader: 'x:y' },
    issue('scim.tokenHeader', 'letters, digits and - only, at most 64 characters'),
  ],
  [
    'refuses a header with a meaning',
    { ...scim, tokenHeader: 'Cookie' },
    issue(
      'scim.tokenHeader',
      'this header has a meaning of its own; take another name, such as X-Scim-Token',
    ),
  ],
  [
    'refuses an unknown mode',
    { ...scim, mode: 'fast' },
    issue('scim.mode', 'must be one of Live, Paused'),
  ],
  [
    'takes 0 and the largest limit',
    { ...scim, requestsPerSecond: 0, requestsAtOnce: 1000 },
    { value: { ...scim, requestsPerSecond: 0, requestsAtOnce: 1000 } },
  ],
  [
    'refuses 1001 requests at once',
    { ...scim, requestsAtOnce: 1001 },
    issue('scim.requestsAtOnce', 'must be a whole number from 0 to 1000'),
  ],
  ['refuses no object', null, { issues: expect.anything() as unknown }],
  ['refuses a list', [], { issues: expect.anything() as unknown }],
]

test.each([-1, 10001, 1.5, NaN, '100', null, undefined])(
  'the SCIM tab refuses %p requests per second',
  (requestsPerSecond) => {
    expect(validateScim({ ...scim, requestsPerSecond }, [])).toEqual(
      issue('scim.requestsPerSecond', 'must be a whole number from 0 to 10000'),
    )
  },
)

test.each(scims)('the SCIM tab %s', (_name, input, expected) => {
  expect(validateScim(input, ['Other'])).toEqual(expected)
})

const userSync = {
  login: 'sso',
  importUsers: true,
  updateUsers: false,
  linkExisting: 'userName',
  nameRule: { pattern: '(.*)@x', replacement: '$1' },
  attributeMapping: [],
  protectedUsers: ['root'],
  protectedGroups: ['staff'],
  followActive: false,
  whenDeactivated: 'nothing',
  onDelete: 'ignore',
}

const userSyncs: readonly [string, unknown, unknown][] = [
  ['takes all settings', userSync, { value: userSync }],
  [
    'wants a switch to be on or off',
    { ...userSync, importUsers: 'true' },
    issue('userSync.importUsers', 'must be on or off'),
  ],
  [
    'wants every field',
    { ...userSync, onDelete: undefined },
    issue('userSync.onDelete', 'must be one of Disable, Delete, Leave to the administrator'),
  ],
  [
    'says all at once',
    { ...userSync, login: 'x', followActive: 1 },
    {
      issues: [
        {
          path: 'userSync.login',
          message:
            'must be one of Single sign-on, Delegated LDAP, Passwords in Crowd, Passwords by SCIM',
        },
        { path: 'userSync.followActive', message: 'must be on or off' },
      ],
    },
  ],
]

const row = { field: 'email', from: 'emails.value', transform: 'none', when: 'always' }
const many = <T>(count: number, value: T): readonly T[] =>
  Array.from({ length: count }, () => value)
const at = (part: string, message: string) => issue('userSync.' + part, message)
const mapping = (...rows: readonly unknown[]) => ({ attributeMapping: rows })
const patternRow = { ...row, transform: 'pattern', pattern: '(.*) x', replacement: ' $1' }

/** What is sent of one setting, and what becomes of it. */
const composed: readonly [string, object, object][] = [
  ['an empty rule', { nameRule: { pattern: '', replacement: '' } }, { value: expect.anything() }],
  [
    'blanks in a pattern stay',
    { nameRule: { pattern: ' a ', replacement: ' ' } },
    {
      value: expect.objectContaining({ nameRule: { pattern: ' a ', replacement: ' ' } }) as unknown,
    },
  ],
  [
    'a rule of parts that are none',
    { nameRule: { pattern: 5 } },
    {
      issues: [
        { path: 'userSync.nameRule.pattern', message: 'must be text' },
        { path: 'userSync.nameRule.replacement', message: 'must be text' },
      ],
    },
  ],
  [
    'a pattern of 501 characters',
    { nameRule: { pattern: 'x'.repeat(501), replacement: '' } },
    at('nameRule.pattern', 'at most 500 characters'),
  ],
  [
    'a line break in a pattern',
    { nameRule: { pattern: 'a\nb', replacement: '' } },
    at('nameRule.pattern', oneLine),
  ],
  ['no rule', { nameRule: undefined }, { issues: expect.anything() as unknown }],
  [
    'names, each once, trimmed',
    { protectedUsers: [' root ', 'ROOT', 'ada'] },
    { value: expect.objectContaining({ protectedUsers: ['root', 'ada'] }) as unknown },
  ],
  ['a name that is none', { protectedUsers: ['a', ' '] }, at('protectedUsers[1]', 'is required')],
  ['a name as a list', { protectedGroups: 'staff' }, at('protectedGroups', 'must be a list')],
  ['1001 names', { protectedGroups: many(1001, 'a') }, at('protectedGroups', 'at most 1000 names')],
  [
    'a row, trimmed, without what it does not know',
    mapping({ ...row, from: ' emails.value ', field: ' email ', pattern: 'x', more: 1 }),
    { value: expect.objectContaining({ attributeMapping: [row] }) as unknown },
  ],
  [
    'a row with a pattern',
    mapping(patternRow),
    { value: expect.objectContaining({ attributeMapping: [patternRow] }) as unknown },
  ],
  [
    'a row to a Crowd attribute',
    mapping({ ...row, field: 'costCenter' }),
    {
      value: expect.objectContaining({
        attributeMapping: [{ ...row, field: 'costCenter' }],
      }) as unknown,
    },
  ],
  [
    'a row without its pattern',
    mapping(row, { ...patternRow, pattern: '' }),
    at('attributeMapping[1].pattern', 'is required'),
  ],
  [
    'a row without a path',
    mapping({ ...row, from: '' }),
    at('attributeMapping[0].from', 'is required'),
  ],
  [
    'a row to a note of ours',
    mapping({ ...row, field: 'SCIM.managed' }),
    at('attributeMapping[0].field', 'names that begin with “scim.” are kept for our notes'),
  ],
  [
    'a row to what Crowd keeps of the log-in',
    mapping({ ...row, field: 'requiresPasswordChange' }),
    at('attributeMapping[0].field', 'Crowd keeps the log-in in this attribute'),
  ],
  [
    'a row to a reserved name',
    mapping({ ...row, field: '__proto__' }),
    at('attributeMapping[0].field', 'is a reserved name'),
  ],
  [
    'one attribute in two letter cases',
    mapping({ ...row, field: 'team' }, { ...row, field: 'Team' }),
    at('attributeMapping[1].field', 'another row writes it as “team”'),
  ],
  [
    'an unknown transform and time',
    mapping({ ...row, transform: 'rot13', when: 'never' }),
    {
      issues: [
        {
          path: 'userSync.attributeMapping[0].transform',
          message: 'must be one of As sent, Trim, Lower case, Upper case, Pattern',
        },
        {
          path: 'userSync.attributeMapping[0].when',
          message: 'must be one of Always, Only if empty, Only on create',
        },
      ],
    },
  ],
  ['a row that is none', mapping(null), { issues: expect.anything() as unknown }],
  ['101 rows', { attributeMapping: many(101, row) }, at('attributeMapping', 'at most 100 rows')],
]

test.each(composed)('the User Sync tab takes or refuses %s', (_name, part, expected) => {
  expect(validateUserSync({ ...userSync, ...part })).toEqual(expected)
})

test('the default attribute mapping is one that can be saved', () => {
  expect(validateUserSync({ ...defaultUserSync })).toEqual({ value: defaultUserSync })
})

test.each(userSyncs)('the User Sync tab %s', (_name, input, expected) => {
  expect(validateUserSync(input)).toEqual(expected)
})

const now = 1000
const tokens: readonly [string, unknown, unknown][] = [
  ['may live for ever', { name: 'A', expires: 0 }, { value: { name: 'A', expires: 0 } }],
  ['may expire', { name: 'A', expires: 1001 }, { value: { name: 'A', expires: 1001 } }],
  [
    'may not have expired',
    { name: 'A', expires: 1000 },
    issue('token.expires', 'must be later than now'),
  ],
  [
    'wants a whole number',
    { name: 'A', expires: 1.5 },
    issue('token.expires', 'must be a date, or none'),
  ],
  [
    'wants a moment that a date can say',
    { name: 'A', expires: 1e308 },
    issue('token.expires', 'must be before the year 10000'),
  ],
  ['wants a name', { expires: 0 }, issue('token.name', 'is required')],
]

test.each(tokens)('a token %s', (_name, input, expected) => {
  expect(validateNewToken(input, now)).toEqual(expected)
})

const target = { kind: 'create', name: 'People', description: '', nestedGroups: true }
const targets: readonly [string, unknown, unknown][] = [
  ['can be made', target, { value: target }],
  [
    'can be chosen',
    { kind: 'choose', directoryId: '32769' },
    { value: { kind: 'choose', directoryId: '32769' } },
  ],
  [
    'wants a number as id',
    { kind: 'choose', directoryId: '1 or 1' },
    issue('target.directoryId', 'choose a directory'),
  ],
  ['wants a name', { ...target, name: '' }, issue('target.name', 'is required')],
  [
    'may not be named as a source',
    { ...target, name: 'scim SOURCE · x' },
    issue('target.name', 'names of this kind are kept for source directories'),
  ],
  [
    'wants a description of at most 255',
    { ...target, description: 'x'.repeat(256) },
    issue('target.description', 'at most 255 characters'),
  ],
  ['is made or chosen', {}, issue('target.kind', 'must be create or choose')],
]

test.each(targets)('a target %s', (_name, input, expected) => {
  expect(validateTarget(input)).toEqual(expected)
})

test('an application mapping wants both switches', () => {
  expect(validateApplicationMapping({ mapped: true, allowAll: false })).toEqual({
    value: { mapped: true, allowAll: false },
  })
  expect(validateApplicationMapping({ mapped: 1 })).toEqual({
    issues: [
      { path: 'application.mapped', message: 'must be on or off' },
      { path: 'application.allowAll', message: 'must be on or off' },
    ],
  })
})

test('names are the same whatever their case and the blanks around them', () => {
  expect(isSameName(' Acme', 'aCME ')).toBe(true)
  expect(isSameName('Acme', 'Acme 2')).toBe(false)
})
