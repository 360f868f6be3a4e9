import type { JsonObject } from '../../src/json'
import { readNewUser, readUserPut } from '../../src/patch/read-user'
import { assertSame, eachRow, outcome, times, type Case } from './case'

interface Row {
  readonly name: string
  readonly body: JsonObject
  /** The document, or the refusal. */
  readonly document: JsonObject | string
  readonly password?: string
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const core = 'urn:ietf:params:scim:schemas:core:2.0:User'

/** As JSON.parse makes it: with an own property of that name. */
function parsed(json: string): JsonObject {
  return JSON.parse(json) as JsonObject
}

const rows: readonly Row[] = [
  {
    name: "Entra's body",
    body: {
      schemas: [core, enterprise],
      externalId: '0a21f0f2',
      userName: 'a@contoso.com',
      active: true,
      displayName: 'A B',
      emails: [{ primary: true, type: 'work', value: 'a@contoso.com' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'A B', familyName: 'B', givenName: 'A' },
      roles: [],
      addresses: null,
      title: null,
      department: null,
      manager: null,
    },
    document: {
      externalId: '0a21f0f2',
      userName: 'a@contoso.com',
      active: true,
      displayName: 'A B',
      emails: [{ primary: true, type: 'work', value: 'a@contoso.com' }],
      name: { formatted: 'A B', familyName: 'B', givenName: 'A' },
    },
  },
  {
    name: "Okta's body: password taken, groups ignored",
    body: {
      schemas: [core],
      userName: 't@o',
      name: { givenName: 'T', familyName: 'U' },
      emails: [{ primary: true, value: 't@o', type: 'work' }],
      displayName: 'T U',
      locale: 'en-US',
      externalId: '00ujl29u0le5T6Aj10h7',
      groups: [],
      password: '1mz050nq',
      active: true,
    },
    document: {
      userName: 't@o',
      name: { givenName: 'T', familyName: 'U' },
      emails: [{ primary: true, value: 't@o', type: 'work' }],
      displayName: 'T U',
      locale: 'en-US',
      externalId: '00ujl29u0le5T6Aj10h7',
      active: true,
    },
    password: '1mz050nq',
  },
  {
    name: "OneLogin's template: id null, active as text, e-mail as object, empty macros, managerId kept",
    body: {
      schemas: ['urn:scim:schemas:core:1.0'],
      id: null,
      userName: 'o',
      active: '1',
      emails: { value: 'o@x', type: 'work' },
      prefferedLanguage: 'de',
      [enterprise]: { department: '', manager: { managerId: '7', displayName: 'M' } },
    },
    document: {
      userName: 'o',
      active: true,
      emails: [{ value: 'o@x', type: 'work' }],
      prefferedLanguage: 'de',
      [enterprise]: { manager: { managerId: '7' } },
    },
  },
  {
    name: "WSO2's e-mails: bare texts mixed with objects",
    body: { userName: 'w', emails: ['a@b', { type: 'work', value: 'c@d' }, 'a@b'] },
    document: {
      userName: 'w',
      active: true,
      emails: [{ value: 'a@b' }, { type: 'work', value: 'c@d' }],
    },
  },
  {
    name: "suvera's empty arrays and groups of its own",
    body: {
      userName: 'k',
      ims: [],
      photos: [],
      groups: [{ value: '1', display: 'g', type: 'direct' }],
      x509Certificates: [],
    },
    document: { userName: 'k', active: true },
  },
  {
    name: 'names in any letter case, sub-attributes and extensions too',
    body: {
      USERNAME: 'x',
      Name: { GIVENNAME: 'G' },
      EMAILS: [{ VALUE: 'v', Type: 'work' }],
      [enterprise.toUpperCase()]: { DEPARTMENT: 'd' },
    },
    document: {
      userName: 'x',
      active: true,
      name: { givenName: 'G' },
      emails: [{ value: 'v', type: 'work' }],
      [enterprise]: { department: 'd' },
    },
  },
  {
    name: 'hand-typed target paths as keys (miniOrange)',
    body: {
      userName: 'x',
      'name.givenName': 'G',
      'name.familyName': 'F',
      'emails[type eq "work"].value': 'g@x',
      [enterprise + ':department']: 'd',
      'urn:acme:2.0:User:shoe': '44',
      costCenter: 'c',
      shoeSize: 44,
      'with blank': 'b',
      'a.b.c': 'deep',
    },
    document: {
      userName: 'x',
      active: true,
      name: { givenName: 'G', familyName: 'F' },
      emails: [{ type: 'work', value: 'g@x' }],
      [enterprise]: { department: 'd', costCenter: 'c' },
      'urn:acme:2.0:User': { shoe: '44' },
      shoeSize: 44,
      'with blank': 'b',
      'a.b.c': 'deep',
    },
  },
  {
    name: 'unknown attributes and extensions are kept as sent',
    body: {
      userName: 'x',
      pets: [{ kind: 'cat', legs: 4 }, 'dog'],
      'urn:acme:thing': { a: { b: [1, null] } },
      empty: '',
      none: null,
    },
    document: {
      userName: 'x',
      active: true,
      pets: [{ kind: 'cat', legs: 4 }, 'dog'],
      'urn:acme:thing': { a: { b: [1, null] } },
    },
  },
  {
    name: 'the core URN as a container',
    body: { [core]: { userName: 'x', title: 't' } },
    document: { userName: 'x', active: true, title: 't' },
  },
  {
    name: 'userName is trimmed',
    body: { userName: '  ada ' },
    document: { userName: 'ada', active: true },
  },
  {
    name: 'active in words',
    body: { userName: 'x', active: 'No' },
    document: { userName: 'x', active: false },
  },
  {
    name: 'active as number',
    body: { userName: 'x', active: 0 },
    document: { userName: 'x', active: false },
  },
  {
    name: 'active empty counts as left out',
    body: { userName: 'x', active: '' },
    document: { userName: 'x', active: true },
  },
  {
    name: 'values are not trimmed',
    body: { userName: 'x', title: ' t ' },
    document: { userName: 'x', active: true, title: ' t ' },
  },
  {
    name: 'lines in an address',
    body: { userName: 'x', addresses: [{ formatted: 'a\r\n\tb', type: 'work' }] },
    document: { userName: 'x', active: true, addresses: [{ formatted: 'a\r\n\tb', type: 'work' }] },
  },
  {
    name: 'e-mail without value is none',
    body: { userName: 'x', emails: [{ type: 'work', value: '', primary: true }] },
    document: { userName: 'x', active: true },
  },
  {
    name: 'one primary only',
    body: {
      userName: 'x',
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: 'True' },
      ],
    },
    document: {
      userName: 'x',
      active: true,
      emails: [
        { value: 'a', primary: false },
        { value: 'b', primary: true },
      ],
    },
  },
  {
    name: 'manager as text',
    body: { userName: 'x', [enterprise]: { manager: '26' } },
    document: { userName: 'x', active: true, [enterprise]: { manager: { value: '26' } } },
  },
  {
    name: 'a name of 255 characters',
    body: { userName: times(255, 'x') },
    document: { userName: times(255, 'x'), active: true },
  },
  {
    name: 'an external id of 300 characters',
    body: { userName: 'x', externalId: times(300, 'e') },
    document: { userName: 'x', active: true, externalId: times(300, 'e') },
  },

  {
    name: 'no userName',
    body: { displayName: 'x' },
    document: '400 invalidValue: userName: is required',
  },
  {
    name: 'userName null',
    body: { userName: null },
    document: '400 invalidValue: userName: must not be empty',
  },
  {
    name: 'userName blank',
    body: { userName: '   ' },
    document: '400 invalidValue: userName: must not be empty',
  },
  {
    name: 'userName a number',
    body: { userName: 5 },
    document: '400 invalidValue: userName: must be text (found 5)',
  },
  {
    name: 'userName an array',
    body: { userName: ['a'] },
    document: '400 invalidValue: userName: must be text (found ["a"])',
  },
  {
    name: 'userName an object',
    body: { userName: { value: 'a' } },
    document: '400 invalidValue: userName: must be text (found {"value":"a"})',
  },
  {
    name: 'a name that Crowd lower-cases to 256 characters',
    body: { userName: times(128, '\u0130') },
    document: `400 invalidValue: userName: must have at most 255 characters, has 256 (found "${times(76, '\u0130')}…)`,
  },
  {
    name: 'a name of 256 characters',
    body: { userName: times(256, 'x') },
    document: `400 invalidValue: userName: must have at most 255 characters, has 256 (found "${times(76, 'x')}…)`,
  },
  {
    name: 'a display name of 300 characters',
    body: { userName: 'x', displayName: times(300, 'd') },
    document: `400 invalidValue: displayName: must have at most 255 characters, has 300 (found "${times(76, 'd')}…)`,
  },
  {
    name: 'a given name of 300 characters',
    body: { userName: 'x', name: { givenName: times(300, 'd') } },
    document: `400 invalidValue: name.givenName: must have at most 255 characters, has 300 (found "${times(76, 'd')}…)`,
  },
  {
    name: 'an e-mail of 300 characters',
    body: { userName: 'x', emails: [{ value: 'ok' }, { value: times(300, 'd') }] },
    document: `400 invalidValue: emails[1].value: must have at most 255 characters, has 300 (found "${times(76, 'd')}…)`,
  },
  {
    name: 'a control character in a name',
    body: { userName: 'a\u0007b' },
    document: '400 invalidValue: userName: must have no control characters (found "a\\u0007b")',
  },
  {
    name: 'a line break in a name',
    body: { userName: 'a\nb' },
    document: '400 invalidValue: userName: must have no control characters (found "a\\nb")',
  },
  {
    name: 'half a character in a name',
    body: { userName: 'a\ud83d' },
    document: '400 invalidValue: userName: must have no halves of characters (found "a\\ud83d")',
  },
  {
    name: 'a zero in a title',
    body: { userName: 'x', title: 'a\u0000' },
    document: '400 invalidValue: title: must have no control characters (found "a\\u0000")',
  },
  {
    name: 'active of another kind',
    body: { userName: 'x', active: 'maybe' },
    document: '400 invalidValue: active: must be true or false (found "maybe")',
  },
  {
    name: 'active an object',
    body: { userName: 'x', active: {} },
    document: '400 invalidValue: active: must be true or false (found {})',
  },
  {
    name: 'name as text',
    body: { userName: 'x', name: 'Ada' },
    document: '400 invalidValue: name: must be an object (found "Ada")',
  },
  {
    name: 'e-mail value a number',
    body: { userName: 'x', emails: [{ value: 5 }] },
    document: '400 invalidValue: emails[0].value: must be text (found 5)',
  },
  {
    name: 'an e-mail within an e-mail',
    body: { userName: 'x', emails: [[['a']]] },
    document: { userName: 'x', active: true, emails: [{ value: 'a' }] },
  },
  {
    name: 'extension as text',
    body: { userName: 'x', [enterprise]: 'd' },
    document: `400 invalidValue: ${enterprise}: must be an object, not text`,
  },
  {
    name: 'password of another kind is not shown',
    body: { userName: 'x', password: { secret: 's3cret' } },
    document: '400 invalidValue: password: must be text',
  },
  {
    name: '__proto__',
    body: parsed('{"userName":"x","__proto__":{"admin":true}}'),
    document: '400 invalidValue: __proto__: the name "__proto__" is not allowed',
  },
  {
    name: '__proto__ within a known attribute',
    body: parsed('{"userName":"x","name":{"__proto__":{"a":1}}}'),
    document: '400 invalidValue: name: the name "__proto__" is not allowed',
  },
  {
    name: '__proto__ deep in an unknown one',
    body: parsed('{"userName":"x","pets":[{"a":{"__proto__":1}}]}'),
    document: '400 invalidValue: pets: the name "__proto__" is not allowed',
  },
  {
    name: 'constructor',
    body: { userName: 'x', Constructor: 'c' },
    document: '400 invalidValue: Constructor: the name "Constructor" is not allowed',
  },
  {
    name: 'prototype in a path',
    body: { userName: 'x', 'name.prototype': 'c' },
    document: '400 invalidPath: name.prototype: "name.prototype" holds a name that is not allowed',
  },
  {
    name: '__proto__ in an extension',
    body: parsed('{"userName":"x","urn:acme:x":{"__proto__":1}}'),
    document: '400 invalidValue: urn:acme:x: the name "__proto__" is not allowed',
  },
  {
    name: 'a broken value path',
    body: { userName: 'x', 'emails[type': 'c' },
    document:
      '400 invalidPath: emails[type: expected a comparison operator at index 5 of filter: [type',
  },
  {
    name: 'too many e-mails',
    body: { userName: 'x', emails: new Array<string>(1001).fill('a') },
    document: '400 invalidValue: emails: must have at most 1000 values, has 1001',
  },
  {
    name: 'too deep',
    body: parsed(`{"userName":"x","deep":${times(30, '[')}${times(30, ']')}}`),
    document: '400 invalidValue: deep: must nest at most 20 deep',
  },
]

const newUserRows: readonly Case[] = eachRow(
  'new user',
  rows,
  (row) => row.name,
  (row) => {
    const read = outcome(() => readNewUser(row.body))
    if (typeof read === 'string') return assertSame(read, row.document)
    assertSame(read.document, row.document)
    assertSame([read.userName, read.password], [read.document['userName'], row.password])
  },
)

interface PutRow {
  readonly name: string
  readonly body: JsonObject
  readonly document: JsonObject | string
  readonly changed: boolean
  readonly active?: boolean
}

const stored: JsonObject = {
  userName: 'ada',
  active: false,
  displayName: 'Ada',
  name: { formatted: 'Ada L', givenName: 'Ada', familyName: 'L' },
  emails: [
    { value: 'a@x', type: 'work', primary: true },
    { value: 'b@x', type: 'home' },
  ],
  shoe: '44',
  [enterprise]: { department: 'd', costCenter: 'c' },
}

function storedWith(more: JsonObject): JsonObject {
  const document = { ...stored, ...more }
  Object.keys(more).forEach((name) => {
    if (more[name] === null) delete document[name]
  })
  return document
}

const putRows: readonly PutRow[] = [
  { name: 'nothing named: nothing changes', body: {}, document: stored, changed: false },
  {
    name: 'what Okta read comes back changed nowhere, in another order',
    body: {
      id: '1',
      meta: { version: 'x' },
      groups: [{ value: 'g' }],
      schemas: [core],
      emails: [
        { type: 'home', value: 'b@x' },
        { primary: true, type: 'work', value: 'a@x' },
      ],
      userName: 'ada',
      name: { familyName: 'L', givenName: 'Ada', formatted: 'Ada L' },
    },
    document: stored,
    changed: false,
  },
  {
    name: 'active named as it was',
    body: { active: false },
    document: stored,
    changed: false,
    active: false,
  },
  {
    name: 'active named anew',
    body: { active: 'True' },
    document: storedWith({ active: true }),
    changed: true,
    active: true,
  },
  { name: 'active null says nothing', body: { active: null }, document: stored, changed: false },
  {
    name: 'a named attribute is replaced whole',
    body: { name: { givenName: 'A' } },
    document: storedWith({ name: { givenName: 'A' } }),
    changed: true,
  },
  {
    name: 'a list too',
    body: { emails: [{ value: 'c@x' }] },
    document: storedWith({ emails: [{ value: 'c@x' }] }),
    changed: true,
  },
  {
    name: 'null clears',
    body: { displayName: null },
    document: storedWith({ displayName: null }),
    changed: true,
  },
  {
    name: 'empty text clears',
    body: { shoe: '' },
    document: storedWith({ shoe: null }),
    changed: true,
  },
  {
    name: 'an empty list clears',
    body: { emails: [] },
    document: storedWith({ emails: null }),
    changed: true,
  },
  {
    name: 'an extension by its attributes',
    body: { [enterprise]: { department: 'e' } },
    document: storedWith({ [enterprise]: { department: 'e', costCenter: 'c' } }),
    changed: true,
  },
  {
    name: 'an extension is cleared by null',
    body: { [enterprise]: null },
    document: storedWith({ [enterprise]: null }),
    changed: true,
  },
  {
    name: 'letter case of the name',
    body: { userName: 'Ada' },
    document: storedWith({ userName: 'Ada' }),
    changed: true,
  },
  {
    name: 'userName cannot be cleared',
    body: { userName: '' },
    document: '400 invalidValue: userName: must not be empty',
    changed: false,
  },
]

const putCases: readonly Case[] = eachRow(
  'PUT user',
  putRows,
  (row) => row.name,
  (row) => {
    const read = outcome(() => readUserPut(row.body, stored))
    if (typeof read === 'string') return assertSame(read, row.document)
    assertSame(read, {
      document: row.document,
      changed: row.changed,
      named: { active: row.active },
    })
  },
)

export const newUserCases: readonly Case[] = newUserRows.concat(putCases)
