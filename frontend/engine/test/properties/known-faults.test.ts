import { scimPatch, type ScimPatchOperation, type ScimResource } from 'scim-patch'
import { filter as evaluator, parse } from 'scim2-parse-filter'
import { matches } from '../../src/filter/evaluate'
import { parseFilter } from '../../src/filter/parse-filter'
import type { Json, JsonObject } from '../../src/json'
import { readGroupPatch } from '../../src/patch/read-group'
import { readUserPatch } from '../../src/patch/read-user'
import { userType } from '../../src/schema/resource-type'
import { outcome, times } from '../cases/case'

// What the libraries that serve as oracles get wrong, beside what we do there. A row that fails on their side means that
// a new version does it right: then the oracle may cover it.

const user: JsonObject = {
  userName: 'ada',
  active: true,
  title: '',
  emails: [
    { value: 'a@work', type: 'work', primary: true },
    { value: 'a@home', type: 'home' },
  ],
  meta: { lastModified: '2026-03-01T10:00:00.500Z' },
}

interface FilterRow {
  readonly fault: string
  readonly filter: string
  readonly ours: boolean | string
  readonly theirs: boolean | string
}

const filterRows: readonly FilterRow[] = [
  { fault: 'letter case always counts', filter: 'userName eq "ADA"', ours: true, theirs: false },
  { fault: 'an empty text is there', filter: 'title pr', ours: false, theirs: true },
  {
    fault: 'dates are compared as texts',
    filter: 'meta.lastModified gt "2026-03-01T10:00:00Z"',
    ours: true,
    theirs: false,
  },
  {
    fault: 'escapes of JSON are not read',
    filter: 'userName eq "\\u0061da"',
    ours: true,
    theirs: false,
  },
  {
    fault: 'a list has no value of its own',
    filter: 'emails eq "a@work"',
    ours: true,
    theirs: false,
  },
  {
    fault: 'the core URN is not known',
    filter: 'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ada"',
    ours: true,
    theirs: false,
  },
  {
    fault: 'brackets hold for all values together',
    filter: 'emails[type eq "work" and value eq "a@home"]',
    ours: false,
    theirs: true,
  },
  { fault: 'absent is not different', filter: 'nickName ne "x"', ours: true, theirs: false },
  {
    fault: 'deep nesting overflows the stack',
    filter: times(20_000, '(') + 'title pr' + times(20_000, ')'),
    ours:
      '400 invalidFilter: expected at most 4096 characters, so the end, at index 4096 of filter: ' +
      times(77, '(') +
      '…',
    theirs: 'RangeError',
  },
]

test.each(filterRows)('scim2-parse-filter: $fault', ({ filter, ours, theirs }) => {
  expect(outcome(() => matches(parseFilter(filter, userType), user, userType))).toBe(ours)
  expect(named(() => evaluator(parse(filter))(user))).toBe(theirs)
})

/** What a function gives, or the name of what it throws. */
function named<T>(work: () => T): T | string {
  try {
    return work()
  } catch (error) {
    return (error as Error).name
  }
}

interface PatchRow {
  readonly fault: string
  readonly operation: ScimPatchOperation
  /** An attribute afterwards, or the refusal. */
  readonly attribute: string
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

const patchRows: readonly PatchRow[] = [
  {
    fault: 'keys with brackets become names',
    operation: { op: 'replace', value: { 'emails[type eq "work"].value': 'x@work' } },
    attribute: 'emails',
    ours: [
      { value: 'x@work', type: 'work', primary: true },
      { value: 'a@home', type: 'home' },
    ],
    theirs: user['emails'],
  },
  {
    fault: 'a colon in brackets breaks the path',
    operation: { op: 'remove', path: 'emails[value eq "a:b"]' },
    attribute: 'emails',
    ours: user['emails'],
    theirs: 'Error',
  },
  {
    fault: 'booleans as text stay text',
    operation: { op: 'replace', path: 'active', value: 'False' },
    attribute: 'active',
    ours: false,
    theirs: 'False',
  },
  {
    fault: 'the id can be overwritten',
    operation: { op: 'replace', path: 'id', value: '2' },
    attribute: 'id',
    ours: '400 mutability: Operations[0].path: id is read-only',
    theirs: '2',
  },
  {
    fault: 'the old primary stays',
    operation: { op: 'add', path: 'emails', value: [{ value: 'n', primary: true }] },
    attribute: 'emails',
    ours: [
      { value: 'a@work', type: 'work', primary: false },
      { value: 'a@home', type: 'home' },
      { value: 'n', primary: true },
    ],
    theirs: [...(user['emails'] as readonly Json[]), { value: 'n', primary: true }],
  },
  {
    fault: 'a filter over a list that is not there fails',
    operation: { op: 'remove', path: 'phoneNumbers[type eq "home"]' },
    attribute: 'phoneNumbers',
    ours: undefined,
    theirs: 'Error',
  },
  {
    fault: 'REPLACE in capitals fails',
    operation: { op: 'REPLACE' as 'replace', path: 'title', value: 'x' },
    attribute: 'title',
    ours: 'x',
    theirs: 'Error',
  },
]

test.each(patchRows)('scim-patch: $fault', ({ operation, attribute, ours, theirs }) => {
  const patch = { Operations: [operation] as unknown as Json }
  const our = outcome(() => readUserPatch(patch, user).document)
  expect(typeof our === 'string' ? our : our[attribute]).toEqual(ours)
  expect(named(() => theirPatch(user, operation)[attribute])).toEqual(theirs)
})

test('scim-patch: a member with a display name is not removed by his id', () => {
  const operation = { op: 'remove' as const, path: 'members', value: [{ value: '1' }] }
  const members = [{ value: '1', display: 'One' }]
  const patch = { Operations: [operation] as unknown as Json }
  const ours = readGroupPatch(patch, { displayName: 'team' })
  expect(ours.members).toEqual([{ kind: 'remove', ids: ['1'] }])
  expect(theirPatch({ members }, operation)['members']).toEqual(members)
})

test('scim-patch: __proto__ in a path reaches every object', () => {
  const operation = { op: 'add' as const, path: '__proto__.polluted', value: 'yes' }
  const patch = { Operations: [operation] as unknown as Json }
  expect(outcome(() => readUserPatch(patch, user))).toBe(
    '400 invalidPath: Operations[0].path: "__proto__.polluted" holds a name that is not allowed',
  )
  expect('polluted' in {}).toBe(false)
  theirPatch(user, operation)
  expect('polluted' in {}).toBe(true)
  delete (Object.prototype as { polluted?: string }).polluted
})

function theirPatch(resource: JsonObject, operation: ScimPatchOperation): JsonObject {
  const copy = { schemas: [], meta: {}, ...structuredClone(resource) } as unknown as ScimResource
  return scimPatch(copy, [structuredClone(operation)]) as unknown as JsonObject
}
