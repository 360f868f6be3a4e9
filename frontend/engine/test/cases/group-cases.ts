import type { Json, JsonObject } from '../../src/json'
import type { GroupChange } from '../../src/patch/change'
import { readGroupPatch, readGroupPut, readNewGroup } from '../../src/patch/read-group'
import { assertSame, eachRow, outcome, times, type Case } from './case'

interface Row {
  readonly name: string
  readonly body: JsonObject
  /** What of the stored document is different afterwards (null: gone), or the refusal. */
  readonly after: JsonObject | string
  /** `add u1 u2`, `remove u1`, `replace` … in order. */
  readonly members?: readonly string[]
}

const stored: JsonObject = { displayName: 'Engineers', externalId: 'e1' }

const newRows: readonly Row[] = [
  {
    name: "Entra's empty group with a foreign URN",
    body: {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:Group',
        'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group',
      ],
      externalId: '8aa1',
      displayName: ' G ',
      meta: { resourceType: 'Group' },
    },
    after: { externalId: '8aa1', displayName: 'G' },
  },
  {
    name: 'with members',
    body: {
      id: 'x',
      displayName: 'G',
      members: [{ value: 'u1', type: 'User' }, 'u2', { value: 'u1' }],
    },
    after: { displayName: 'G' },
    members: ['add u1 u2'],
  },
  { name: 'with no members', body: { displayName: 'G', members: [] }, after: { displayName: 'G' } },
  {
    name: 'with members null',
    body: { displayName: 'G', members: null },
    after: { displayName: 'G' },
  },
  {
    name: 'unknown attributes kept',
    body: { displayName: 'G', colour: 'red', 'urn:acme:g': { a: 1 } },
    after: { displayName: 'G', colour: 'red', 'urn:acme:g': { a: 1 } },
  },
  {
    name: 'no name',
    body: { externalId: 'x' },
    after: '400 invalidValue: displayName: is required',
  },
  {
    name: 'a blank name',
    body: { displayName: ' ' },
    after: '400 invalidValue: displayName: must not be empty',
  },
  {
    name: 'a long name',
    body: { displayName: times(256, 'g') },
    after: `400 invalidValue: displayName: must have at most 255 characters, has 256 (found "${times(76, 'g')}…)`,
  },
  {
    name: 'a control character',
    body: { displayName: 'a\tb' },
    after: '400 invalidValue: displayName: must have no control characters (found "a\\tb")',
  },
  {
    name: 'a member without id',
    body: { displayName: 'G', members: [{ display: 'x' }] },
    after:
      '400 invalidValue: members[0].value: a member needs the id of a user or group as text, not undefined',
  },
  {
    name: 'a member null',
    body: { displayName: 'G', members: [{ value: 'u1' }, null] },
    after:
      '400 invalidValue: members[1]: a member needs the id of a user or group as text, not null',
  },
  {
    name: 'a member as number',
    body: { displayName: 'G', members: [{ value: 5 }] },
    after:
      '400 invalidValue: members[0].value: a member needs the id of a user or group as text, not 5',
  },
]

const putRows: readonly Row[] = [
  { name: 'nothing named', body: {}, after: {} },
  {
    name: 'renamed, members left out',
    body: { id: 'g', displayName: 'New' },
    after: { displayName: 'New' },
  },
  {
    name: 'members named',
    body: { displayName: 'Engineers', members: [{ value: 'u1', $ref: 'Users/u1' }] },
    after: {},
    members: ['replace u1'],
  },
  { name: 'members emptied', body: { members: [] }, after: {}, members: ['replace'] },
  { name: 'members null', body: { members: null }, after: {}, members: ['replace'] },
  { name: 'an attribute cleared', body: { externalId: null }, after: { externalId: null } },
]

function patch(...operations: readonly Json[]): JsonObject {
  return { Operations: operations }
}

const patchRows: readonly Row[] = [
  {
    name: 'Entra adds',
    body: patch({
      op: 'Add',
      path: 'members',
      value: [
        { $ref: null, value: 'u1' },
        { $ref: null, value: 'u2' },
      ],
    }),
    after: {},
    members: ['add u1 u2'],
  },
  {
    name: 'Entra removes with value',
    body: patch({ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'u1' }] }),
    after: {},
    members: ['remove u1'],
  },
  {
    name: 'Entra removes by filter',
    body: patch({ op: 'remove', path: 'members[value eq "u1"]' }),
    after: {},
    members: ['remove u1'],
  },
  {
    name: 'Entra renames',
    body: patch({ op: 'Replace', path: 'displayName', value: 'New' }),
    after: { displayName: 'New' },
  },
  {
    name: 'old Microsoft sample',
    body: { id: 'x', ...patch({ name: 'addMember', op: 'add', path: 'members', value: 'u1' }) },
    after: {},
    members: ['add u1'],
  },
  {
    name: 'Okta renames with every change',
    body: patch(
      { op: 'replace', value: { id: 'g', displayName: 'Engineers' } },
      { op: 'remove', path: 'members[value eq "u1"]' },
      { op: 'add', path: 'members', value: [{ value: 'u2', display: 't@o' }] },
    ),
    after: {},
    members: ['remove u1', 'add u2'],
  },
  {
    name: 'Okta pushes all',
    body: patch({ op: 'replace', path: 'members', value: [{ value: 'u1' }, { value: 'u2' }] }),
    after: {},
    members: ['replace u1 u2'],
  },
  {
    name: 'Okta pushes none',
    body: patch({ op: 'replace', path: 'members', value: [] }),
    after: {},
    members: ['replace'],
  },
  {
    name: 'Keycloak empties',
    body: patch({ op: 'remove', path: 'members', value: null }),
    after: {},
    members: ['replace'],
  },
  {
    name: 'RFC empties',
    body: patch({ op: 'remove', path: 'members' }),
    after: {},
    members: ['replace'],
  },
  {
    name: 'remove with [] takes none',
    body: patch({ op: 'remove', path: 'members', value: [] }),
    after: {},
  },
  {
    name: 'replace with null empties',
    body: patch({ op: 'replace', path: 'members', value: null }),
    after: {},
    members: ['replace'],
  },
  {
    name: 'add null adds none',
    body: patch({ op: 'add', path: 'members', value: null }),
    after: {},
  },
  {
    name: 'WSO2 adds without path',
    body: patch({ op: 'add', value: { members: [{ value: 'u1' }] } }),
    after: {},
    members: ['add u1'],
  },
  {
    name: 'Tealium replaces without path',
    body: patch({ op: 'replace', value: { displayName: 'New', Members: ['u1'] } }),
    after: { displayName: 'New' },
    members: ['replace u1'],
  },
  {
    name: 'a value path as key',
    body: patch({ op: 'add', value: { 'members[value eq "u1"]': {} } }),
    after: {},
    members: ['add u1'],
  },
  {
    name: 'core URN',
    body: patch({
      op: 'add',
      path: 'urn:ietf:params:scim:schemas:core:2.0:Group:members',
      value: { VALUE: 'u1' },
    }),
    after: {},
    members: ['add u1'],
  },
  {
    name: 'members.value',
    body: patch({ op: 'remove', path: 'members.value', value: 'u1' }),
    after: {},
    members: ['remove u1'],
  },
  {
    name: 'several in one filter',
    body: patch({ op: 'remove', path: 'members[value eq "u1" or value eq "u2"]' }),
    after: {},
    members: ['remove u1 u2'],
  },
  {
    name: 'a filter with the type',
    body: patch({ op: 'remove', path: 'members[value eq "u1" and type eq "User"].value' }),
    after: {},
    members: ['remove u1'],
  },
  {
    name: 'one by one is one change',
    body: patch(
      { op: 'add', path: 'members', value: 'u1' },
      { op: 'add', path: 'members', value: 'u2' },
      { op: 'add', path: 'members', value: 'u1' },
    ),
    after: {},
    members: ['add u1 u2'],
  },
  {
    name: 'there and back',
    body: patch(
      { op: 'add', path: 'members', value: 'u1' },
      { op: 'remove', path: 'members', value: 'u1' },
      { op: 'add', path: 'members', value: 'u1' },
    ),
    after: {},
    members: ['add u1', 'remove u1', 'add u1'],
  },
  {
    name: 'emptied and filled',
    body: patch({ op: 'remove', path: 'members' }, { op: 'add', path: 'members', value: ['u1'] }),
    after: {},
    members: ['replace', 'add u1'],
  },
  {
    name: 'one member replaced by another',
    body: patch({ op: 'replace', path: 'members[value eq "u1"]', value: { value: 'u2' } }),
    after: {},
    members: ['remove u1', 'add u2'],
  },
  {
    name: 'one member replaced by itself',
    body: patch({ op: 'replace', path: 'members[value eq "u1"]', value: { value: 'u1' } }),
    after: {},
    members: ['add u1'],
  },
  {
    name: 'one member replaced by null',
    body: patch({ op: 'replace', path: 'members[value eq "u1"]', value: null }),
    after: {},
    members: ['remove u1'],
  },
  {
    name: 'ids are compared with case',
    body: patch({ op: 'add', path: 'members', value: ['u1', 'U1'] }),
    after: {},
    members: ['add u1 U1'],
  },
  {
    name: 'a member called __proto__ is only an id',
    body: patch({ op: 'add', path: 'members', value: ['__proto__'] }),
    after: {},
    members: ['add __proto__'],
  },
  {
    name: 'displayName removed',
    body: patch({ op: 'remove', path: 'displayName' }),
    after: "400 mutability: Operations[0].path: displayName is required and can't be removed",
  },
  {
    name: 'a member without id',
    body: patch({ op: 'replace', path: 'members', value: [{ value: null }] }),
    after:
      '400 invalidValue: Operations[0].value[0].value: a member needs the id of a user or group as text, not null',
  },
  {
    name: 'members by display',
    body: patch({ op: 'remove', path: 'members[display eq "ada"]' }),
    after: '400 invalidPath: Operations[0].path: members can be chosen by value eq "id" only',
  },
  {
    name: 'all members by filter',
    body: patch({ op: 'remove', path: 'members[value pr]' }),
    after: '400 invalidPath: Operations[0].path: members can be chosen by value eq "id" only',
  },
  {
    name: 'the type of a member',
    body: patch({ op: 'replace', path: 'members[value eq "u1"].type', value: 'Group' }),
    after: "400 mutability: Operations[0].path: members.type can't be changed",
  },
  {
    name: 'more operations than any client sends',
    body: {
      Operations: new Array<Json>(12001).fill({ op: 'add', path: 'members', value: 'u1' }),
    },
    after: '400 invalidValue: Operations: must be at most 12000, not 12001',
  },
]

function change(after: JsonObject, from: JsonObject): JsonObject {
  const document: { [name: string]: Json } = { ...from, ...after }
  for (const name of Object.keys(document)) if (document[name] === null) delete document[name]
  return document
}

function check(read: GroupChange | string, row: Row, from: JsonObject): void {
  if (typeof read === 'string' || typeof row.after === 'string') return assertSame(read, row.after)
  assertSame(
    {
      document: read.document,
      changed: read.changed,
      members: read.members.map(({ kind, ids }) => [kind as string].concat(ids).join(' ')),
    },
    {
      document: change(row.after, from),
      changed: Object.keys(row.after).length > 0,
      members: row.members ?? [],
    },
  )
}

export const groupCases: readonly Case[] = eachRow(
  'new group',
  newRows,
  (row) => row.name,
  (row) =>
    check(
      outcome(() => readNewGroup(row.body)),
      row,
      {},
    ),
)
  .concat(
    eachRow(
      'PUT group',
      putRows,
      (row) => row.name,
      (row) =>
        check(
          outcome(() => readGroupPut(row.body, stored)),
          row,
          stored,
        ),
    ),
  )
  .concat(
    eachRow(
      'PATCH group',
      patchRows,
      (row) => row.name,
      (row) =>
        check(
          outcome(() => readGroupPatch(row.body, stored)),
          row,
          stored,
        ),
    ),
  )
