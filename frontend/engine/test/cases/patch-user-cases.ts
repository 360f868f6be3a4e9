import type { Json, JsonObject } from '../../src/json'
import { readUserPatch } from '../../src/patch/read-user'
import { assertSame, eachRow, outcome, times, type Case } from './case'

interface Row {
  readonly name: string
  readonly operations: Json
  /** What of the stored document is different afterwards (null: gone), or the refusal. */
  readonly after: JsonObject | string
  readonly active?: boolean
  readonly password?: string
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const core = 'urn:ietf:params:scim:schemas:core:2.0:User'

const stored: JsonObject = {
  userName: 'ada',
  active: true,
  title: 'Countess',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [
    { value: 'a@work', type: 'work', primary: true },
    { value: 'a@home', type: 'home' },
  ],
  pets: ['cat'],
  [enterprise]: {
    department: 'd',
    manager: { value: '1', $ref: 'http://x/1', displayName: 'One' },
  },
}

const work = { value: 'a@work', type: 'work', primary: true }
const home = { value: 'a@home', type: 'home' }

const rows: readonly Row[] = [
  // Entra without its flag
  {
    name: "Entra's operations",
    operations: [
      { op: 'Replace', path: 'active', value: 'False' },
      { op: 'Add', path: 'nickName', value: 'Babs' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'x@y' },
      { op: 'Replace', path: 'name.givenName', value: 'G' },
      { op: 'Replace', path: 'externalId', value: 'e' },
      { op: 'Replace', path: enterprise + ':employeeNumber', value: '1' },
    ],
    after: {
      active: false,
      nickName: 'Babs',
      emails: [{ value: 'x@y', type: 'work', primary: true }, home],
      name: { givenName: 'G', familyName: 'Lovelace' },
      externalId: 'e',
      [enterprise]: { ...(stored[enterprise] as JsonObject), employeeNumber: '1' },
    },
    active: false,
  },
  // Entra with aadOptscim062020
  {
    name: 'one replace without path, keys dotted and with URN',
    operations: [
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'x@y' },
      {
        op: 'replace',
        value: {
          displayName: 'B',
          'name.givenName': 'K',
          'name.familyName': 'U',
          [enterprise + ':employeeNumber']: 'A',
        },
      },
    ],
    after: {
      emails: [{ value: 'x@y', type: 'work', primary: true }, home],
      displayName: 'B',
      name: { givenName: 'K', familyName: 'U' },
      [enterprise]: { ...(stored[enterprise] as JsonObject), employeeNumber: 'A' },
    },
  },
  {
    name: 'a value path as a key',
    operations: [{ op: 'replace', value: { 'emails[type eq "work"].value': 'x@y' } }],
    after: { emails: [{ value: 'x@y', type: 'work', primary: true }, home] },
  },
  {
    name: 'a value path without match makes the value',
    operations: [{ op: 'Replace', path: 'phoneNumbers[type eq "mobile"].value', value: '123' }],
    after: { phoneNumbers: [{ type: 'mobile', value: '123' }] },
  },
  {
    name: 'a value path of two conditions without match',
    operations: [
      {
        op: 'Add',
        path: 'addresses[type eq "work" and primary eq true].streetAddress',
        value: 'S',
      },
    ],
    after: { addresses: [{ type: 'work', primary: true, streetAddress: 'S' }] },
  },
  {
    name: "Entra's single role",
    operations: [
      { op: 'Add', path: 'roles[primary eq "True"].value', value: '{"id":"1","value":"admin"}' },
    ],
    after: { roles: [{ primary: true, value: '{"id":"1","value":"admin"}' }] },
  },
  {
    name: 'a value path without match of another kind',
    operations: [{ op: 'replace', path: 'emails[value co "z"].value', value: 'x' }],
    after: '400 noTarget: Operations[0].path: no value of emails meets the filter of the path',
  },
  // Active in all shapes
  {
    name: 'active false without path (Okta)',
    operations: [{ op: 'replace', value: { active: false } }],
    after: { active: false },
    active: false,
  },
  {
    name: 'active as it was is named',
    operations: [{ op: 'replace', path: 'active', value: 'true' }],
    after: {},
    active: true,
  },
  {
    name: 'active by word',
    operations: [{ op: 'replace', path: 'active', value: 'NO' }],
    after: { active: false },
    active: false,
  },
  {
    name: 'active by digit',
    operations: [{ op: 'add', path: 'Active', value: '0' }],
    after: { active: false },
    active: false,
  },
  {
    name: 'active with core URN',
    operations: [{ op: 'replace', path: core + ':active', value: false }],
    after: { active: false },
    active: false,
  },
  {
    name: 'active in a list of one',
    operations: [{ op: 'replace', path: 'active', value: [{ value: 'False' }] }],
    after: { active: false },
    active: false,
  },
  {
    name: 'active is not removed: Crowd knows no user without it',
    operations: [{ op: 'remove', path: 'active' }],
    after: "400 mutability: Operations[0].path: active is required and can't be removed",
  },
  {
    name: 'active emptied says nothing',
    operations: [{ op: 'replace', path: 'active', value: null }],
    after: {},
  },
  {
    name: 'the last active counts',
    operations: [
      { op: 'replace', path: 'active', value: false },
      { op: 'replace', path: 'active', value: true },
    ],
    after: {},
    active: true,
  },
  {
    name: 'active of another kind',
    operations: [{ op: 'replace', path: 'active', value: 'off' }],
    after: '400 invalidValue: Operations[0].value: active must be true or false (found "off")',
  },
  // Manager
  {
    name: 'manager as id',
    operations: [{ op: 'Add', path: enterprise + ':manager', value: '2' }],
    after: { [enterprise]: { department: 'd', manager: { value: '2' } } },
  },
  {
    name: 'manager, dot form',
    operations: [{ op: 'Replace', path: enterprise + '.manager', value: '2' }],
    after: { [enterprise]: { department: 'd', manager: { value: '2' } } },
  },
  {
    name: 'manager, old sample',
    operations: [{ op: 'Add', path: 'manager', value: [{ $ref: 'http://x/2', value: '2' }] }],
    after: { [enterprise]: { department: 'd', manager: { value: '2', $ref: 'http://x/2' } } },
  },
  {
    name: 'manager as object',
    operations: [
      { op: 'replace', path: enterprise + ':manager', value: { value: '2', displayName: 'Two' } },
    ],
    after: { [enterprise]: { department: 'd', manager: { value: '2' } } },
  },
  {
    name: 'manager.value',
    operations: [{ op: 'replace', path: enterprise + ':manager.value', value: '2' }],
    after: { [enterprise]: { department: 'd', manager: { value: '2' } } },
  },
  {
    name: 'the same manager changes nothing',
    operations: [{ op: 'replace', path: enterprise + ':manager', value: '1' }],
    after: {},
  },
  {
    name: 'manager empty',
    operations: [{ op: 'Replace', path: enterprise + ':manager', value: '' }],
    after: { [enterprise]: { department: 'd' } },
  },
  {
    name: 'manager null',
    operations: [{ op: 'Replace', path: enterprise + ':manager', value: null }],
    after: { [enterprise]: { department: 'd' } },
  },
  {
    name: 'manager removed',
    operations: [{ op: 'Remove', path: enterprise + ':manager' }],
    after: { [enterprise]: { department: 'd' } },
  },
  // Extensions
  {
    name: 'an extension as a container',
    operations: [{ op: 'replace', value: { [enterprise]: { department: 'e', division: 'v' } } }],
    after: {
      [enterprise]: { ...(stored[enterprise] as JsonObject), department: 'e', division: 'v' },
    },
  },
  {
    name: 'an extension as path',
    operations: [{ op: 'add', path: enterprise, value: { department: 'e' } }],
    after: { [enterprise]: { ...(stored[enterprise] as JsonObject), department: 'e' } },
  },
  {
    name: 'an extension removed',
    operations: [{ op: 'remove', path: enterprise }],
    after: { [enterprise]: null },
  },
  {
    name: 'an unknown extension',
    operations: [
      { op: 'add', path: 'urn:acme:2.0:User:shoe', value: '44' },
      { op: 'add', value: { 'urn:acme:2.0:User': { hat: 'L' } } },
    ],
    after: { 'urn:acme:2.0:User': { shoe: '44', hat: 'L' } },
  },
  {
    name: 'the core schema removed',
    operations: [{ op: 'remove', path: core }],
    after: '400 invalidPath: Operations[0].path: the core schema as a whole has no value',
  },
  // Lists
  {
    name: 'add appends',
    operations: [{ op: 'add', path: 'emails', value: [{ value: 'n', type: 'other' }] }],
    after: { emails: [work, home, { value: 'n', type: 'other' }] },
  },
  {
    name: 'add of an equal value changes nothing',
    operations: [
      {
        op: 'add',
        path: 'emails',
        value: [{ value: 'A@WORK', type: 'work' }, { value: 'a@home' }],
      },
    ],
    after: {},
  },
  {
    name: 'add of the same address with another type appends',
    operations: [{ op: 'add', path: 'emails', value: { value: 'a@work', type: 'other' } }],
    after: { emails: [work, home, { value: 'a@work', type: 'other' }] },
  },
  {
    name: 'a new primary clears the old one',
    operations: [{ op: 'add', path: 'emails', value: [{ value: 'n', primary: true }] }],
    after: { emails: [{ ...work, primary: false }, home, { value: 'n', primary: true }] },
  },
  {
    name: 'primary by value path',
    operations: [{ op: 'replace', path: 'emails[type eq "home"].primary', value: 'True' }],
    after: {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  },
  {
    name: 'replace of a list',
    operations: [{ op: 'replace', path: 'emails', value: ['n'] }],
    after: { emails: [{ value: 'n' }] },
  },
  {
    name: 'replace by the same in another order',
    operations: [{ op: 'replace', path: 'emails', value: [home, work] }],
    after: {},
  },
  {
    name: 'replace by null',
    operations: [{ op: 'replace', path: 'emails', value: null }],
    after: { emails: null },
  },
  {
    name: 'replace by []',
    operations: [{ op: 'replace', path: 'emails', value: [] }],
    after: { emails: null },
  },
  {
    name: 'remove of a list',
    operations: [{ op: 'remove', path: 'emails' }],
    after: { emails: null },
  },
  {
    name: 'remove with value takes those',
    operations: [
      { op: 'Remove', path: 'emails', value: [{ value: 'A@work', type: 'work', display: 'x' }] },
    ],
    after: { emails: [home] },
  },
  {
    name: 'remove with a value that is not there',
    operations: [{ op: 'Remove', path: 'emails', value: ['z'] }],
    after: {},
  },
  {
    name: 'remove with [] takes none',
    operations: [{ op: 'Remove', path: 'emails', value: [] }],
    after: {},
  },
  {
    name: 'remove by value path',
    operations: [{ op: 'remove', path: 'emails[type eq "home"]' }],
    after: { emails: [work] },
  },
  {
    name: 'remove by value path again',
    operations: [{ op: 'remove', path: 'emails[type eq "other"]' }],
    after: {},
  },
  {
    name: 'remove by another filter without match',
    operations: [{ op: 'remove', path: 'emails[value co "z"]' }],
    after: {},
  },
  {
    name: 'remove of the last',
    operations: [{ op: 'remove', path: 'emails[value pr]' }],
    after: { emails: null },
  },
  {
    name: 'remove of the value of a value',
    operations: [{ op: 'Remove', path: 'emails[type eq "work"].value' }],
    after: { emails: [home] },
  },
  {
    name: 'clearing the value of a value',
    operations: [{ op: 'replace', path: 'emails[type eq "work"].value', value: '' }],
    after: { emails: [home] },
  },
  {
    name: 'clearing where there is none',
    operations: [{ op: 'replace', path: 'phoneNumbers[type eq "work"].value', value: '' }],
    after: {},
  },
  {
    name: 'replace of a whole value',
    operations: [{ op: 'replace', path: 'emails[type eq "work"]', value: { value: 'n' } }],
    after: { emails: [{ type: 'work', value: 'n' }, home] },
  },
  {
    name: 'add to a whole value',
    operations: [{ op: 'add', path: 'emails[type eq "work"]', value: { display: 'D' } }],
    after: { emails: [{ ...work, display: 'D' }, home] },
  },
  {
    name: 'a text for a whole value',
    operations: [{ op: 'replace', path: 'emails[type eq "work"]', value: 'n' }],
    after: { emails: [{ ...work, value: 'n' }, home] },
  },
  {
    name: 'a whole value that is not there',
    operations: [{ op: 'add', path: 'emails[type eq "other"]', value: { value: 'n' } }],
    after: { emails: [work, home, { type: 'other', value: 'n' }] },
  },
  {
    name: 'emails.value is the preferred one',
    operations: [{ op: 'replace', path: 'emails.value', value: 'n' }],
    after: { emails: [{ ...work, value: 'n' }, home] },
  },
  {
    name: 'phoneNumbers.value where there is none',
    operations: [{ op: 'replace', path: 'phoneNumbers.value', value: '1' }],
    after: { phoneNumbers: [{ value: '1' }] },
  },
  {
    name: 'emails as object',
    operations: [{ op: 'replace', path: 'emails', value: { value: 'n', type: 'work' } }],
    after: { emails: [{ value: 'n', type: 'work' }] },
  },
  // Simple and complex
  {
    name: 'an equal value changes nothing',
    operations: [{ op: 'replace', path: 'title', value: 'Countess' }],
    after: {},
  },
  { name: 'remove', operations: [{ op: 'remove', path: 'title' }], after: { title: null } },
  {
    name: 'remove of what is not there',
    operations: [{ op: 'remove', path: 'nickName' }],
    after: {},
  },
  {
    name: 'replace by empty text',
    operations: [{ op: 'replace', path: 'title', value: '' }],
    after: { title: null },
  },
  {
    name: 'replace by null',
    operations: [{ op: 'replace', path: 'title', value: null }],
    after: { title: null },
  },
  {
    name: 'name is merged',
    operations: [{ op: 'replace', path: 'name', value: { familyName: 'King' } }],
    after: { name: { givenName: 'Ada', familyName: 'King' } },
  },
  {
    name: 'name is merged without path (miniOrange)',
    operations: [{ op: 'add', value: { name: { familyName: 'King' } } }],
    after: { name: { givenName: 'Ada', familyName: 'King' } },
  },
  { name: 'name removed', operations: [{ op: 'remove', path: 'name' }], after: { name: null } },
  {
    name: 'the parts of the name removed',
    operations: [
      { op: 'remove', path: 'name.givenName' },
      { op: 'remove', path: 'name.familyName' },
    ],
    after: { name: null },
  },
  {
    name: 'userName',
    operations: [{ op: 'replace', path: 'userName', value: ' Countess ' }],
    after: { userName: 'Countess' },
  },
  {
    name: 'password',
    operations: [{ op: 'replace', path: 'password', value: 's3cret' }],
    after: {},
    password: 's3cret',
  },
  {
    name: 'password without path',
    operations: [{ op: 'replace', value: { password: 's3cret' } }],
    after: {},
    password: 's3cret',
  },
  {
    name: 'schemas are ours to tell',
    operations: [
      { op: 'add', path: 'schemas', value: ['urn:x'] },
      { op: 'add', value: { schemas: [] } },
    ],
    after: {},
  },
  {
    name: 'id and other read-only names without path are ignored',
    operations: [{ op: 'replace', value: { id: '1', meta: {}, groups: [], title: 't' } }],
    after: { title: 't' },
  },
  {
    name: 'unknown keys of an operation are ignored',
    operations: [{ name: 'addMember', op: 'replace', path: 'title', value: 't' }],
    after: { title: 't' },
  },
  {
    name: 'names of an operation in any case',
    operations: [{ OP: 'REPLACE', Path: 'title', Value: 't' }],
    after: { title: 't' },
  },
  {
    name: 'an empty path counts as none',
    operations: [{ op: 'replace', path: '', value: { title: 't' } }],
    after: { title: 't' },
  },
  {
    name: 'one operation without array',
    operations: { op: 'replace', path: 'title', value: 't' },
    after: { title: 't' },
  },
  // Unknown attributes
  {
    name: 'unknown, set',
    operations: [{ op: 'add', path: 'shoeSize', value: 44 }],
    after: { shoeSize: 44 },
  },
  {
    name: 'unknown, in another letter case',
    operations: [{ op: 'replace', path: 'PETS', value: 'dog' }],
    after: { pets: 'dog' },
  },
  {
    name: 'unknown, added to',
    operations: [{ op: 'add', path: 'pets', value: ['dog', 'cat'] }],
    after: { pets: ['cat', 'dog'] },
  },
  {
    name: 'unknown, taken from',
    operations: [{ op: 'remove', path: 'pets', value: ['cat'] }],
    after: { pets: null },
  },
  {
    name: 'unknown, sub-attribute',
    operations: [
      { op: 'add', path: 'shoe.size', value: 44 },
      { op: 'add', path: 'shoe', value: { colour: 'red' } },
    ],
    after: { shoe: { size: 44, colour: 'red' } },
  },
  {
    name: 'unknown, value path',
    operations: [{ op: 'add', path: 'shoes[kind eq "boot"].size', value: 44 }],
    after: { shoes: [{ kind: 'boot', size: 44 }] },
  },
  {
    name: 'unknown, sub-attribute of a text',
    operations: [{ op: 'add', path: 'pets.size', value: 44 }],
    after: '400 invalidPath: Operations[0].path: pets has no sub-attributes',
  },
  // Refused
  {
    name: 'userName removed',
    operations: [{ op: 'remove', path: 'userName' }],
    after: "400 mutability: Operations[0].path: userName is required and can't be removed",
  },
  {
    name: 'userName emptied',
    operations: [{ op: 'replace', path: 'userName', value: '' }],
    after: '400 invalidValue: Operations[0].value: userName must not be empty',
  },
  {
    name: 'userName emptied without path',
    operations: [{ op: 'replace', value: { userName: null } }],
    after: '400 invalidValue: Operations[0].value.userName: must not be empty',
  },
  {
    name: 'id',
    operations: [{ op: 'replace', path: 'id', value: '2' }],
    after: '400 mutability: Operations[0].path: id is read-only',
  },
  {
    name: 'groups',
    operations: [{ op: 'add', path: 'groups', value: [{ value: 'g' }] }],
    after: '400 mutability: Operations[0].path: groups is read-only',
  },
  {
    name: 'all or nothing',
    operations: [
      { op: 'replace', path: 'title', value: 't' },
      { op: 'replace', path: 'active', value: 'x' },
    ],
    after: '400 invalidValue: Operations[1].value: active must be true or false (found "x")',
  },
  {
    name: 'no operations',
    operations: [],
    after: '400 invalidSyntax: Operations: must be an array of one or more operations',
  },
  {
    name: 'operations as text',
    operations: 'x',
    after: '400 invalidSyntax: Operations: must be an array of one or more operations',
  },
  {
    name: 'an operation as text',
    operations: ['x'],
    after: '400 invalidSyntax: Operations[0]: must be an object, not text',
  },
  {
    name: 'another op',
    operations: [{ op: 'move', path: 'title' }],
    after: '400 invalidSyntax: Operations[0].op: must be add, replace or remove, not text',
  },
  {
    name: 'no op',
    operations: [{ path: 'title' }],
    after: '400 invalidSyntax: Operations[0].op: must be add, replace or remove, not nothing',
  },
  {
    name: 'no value',
    operations: [{ op: 'add', path: 'title' }],
    after: '400 invalidValue: Operations[0].value: is missing',
  },
  {
    name: 'no path and no object',
    operations: [{ op: 'add', value: 'x' }],
    after:
      '400 invalidValue: Operations[0].value: must be an object where there is no path, not text',
  },
  {
    name: 'remove without path',
    operations: [{ op: 'remove', value: { title: 't' } }],
    after: '400 noTarget: Operations[0].path: remove needs a path',
  },
  {
    name: 'path of another kind',
    operations: [{ op: 'add', path: 5, value: 'x' }],
    after: '400 invalidPath: Operations[0].path: must be text, not a number',
  },
  {
    name: 'a broken path',
    operations: [{ op: 'add', path: 'emails[type', value: 'x' }],
    after:
      '400 invalidPath: Operations[0].path: expected a comparison operator at index 5 of filter: [type',
  },
  {
    name: '__proto__ as path',
    operations: [{ op: 'add', path: '__proto__.admin', value: true }],
    after:
      '400 invalidPath: Operations[0].path: "__proto__.admin" holds a name that is not allowed',
  },
  {
    name: 'constructor as key',
    operations: [{ op: 'add', value: { constructor: 'x' } }],
    after:
      '400 invalidValue: Operations[0].value.constructor: the name "constructor" is not allowed',
  },
  {
    name: 'brackets on one value',
    operations: [{ op: 'add', path: 'name[givenName eq "x"].familyName', value: 'x' }],
    after: '400 invalidPath: Operations[0].path: name has one value, so no brackets',
  },
  {
    name: 'a long value',
    operations: [{ op: 'replace', path: 'emails[type eq "work"].value', value: times(256, 'x') }],
    after: `400 invalidValue: Operations[0].value: emails.value must have at most 255 characters, has 256 (found "${times(76, 'x')}…)`,
  },
  {
    name: 'a wrong type',
    operations: [{ op: 'replace', path: 'title', value: 5 }],
    after: '400 invalidValue: Operations[0].value: title must be text (found 5)',
  },
  {
    name: 'more operations than any client sends',
    operations: new Array<Json>(1001).fill({ op: 'replace', path: 'title', value: 'x' }),
    after: '400 invalidValue: Operations: must be at most 1000, not 1001',
  },
]

function expectedDocument(after: JsonObject): JsonObject {
  const document: { [name: string]: Json } = { ...stored, ...after }
  for (const name of Object.keys(document)) if (document[name] === null) delete document[name]
  return document
}

export const patchUserCases: readonly Case[] = eachRow(
  'PATCH user',
  rows,
  (row) => row.name,
  (row) => {
    const before = JSON.stringify(stored)
    const read = outcome(() => readUserPatch({ Operations: row.operations }, stored))
    assertSame(JSON.stringify(stored), before)
    if (typeof row.after === 'string' || typeof read === 'string')
      return assertSame(read, row.after)
    assertSame(read, {
      document: expectedDocument(row.after),
      changed: Object.keys(row.after).length > 0,
      named: { active: row.active },
      password: row.password,
    })
    // A client that had no answer sends it again: that succeeds, and changes nothing more.
    const again = readUserPatch({ Operations: row.operations }, read.document)
    assertSame([again.changed, again.document], [false, read.document])
  },
)
