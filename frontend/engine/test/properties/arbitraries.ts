import fc from 'fast-check'
import type { Filter, Operator } from '../../src/filter/filter'
import type { Json, JsonObject } from '../../src/json'
import type { AttributePath } from '../../src/path/attribute-path'
import { enterpriseUserUrn } from '../../src/schema/enterprise-user'
import { userUrn } from '../../src/schema/user'

const times = process.env.LONG === '1' ? 10 : 1

/** Every property runs with this, so that a failure comes again. `npm run test:long` tries ten times as many. */
export const bounded = (numRuns: number) => ({
  numRuns: numRuns * times,
  seed: 20260131,
  endOnFailure: true,
})

const core = (attribute: string, sub?: string): AttributePath =>
  sub === undefined ? { urn: userUrn, attribute } : { urn: userUrn, attribute, sub }

const texts: readonly AttributePath[] = [
  core('userName'),
  core('title'),
  core('externalId'),
  core('name', 'givenName'),
  core('emails', 'value'),
  { urn: enterpriseUserUrn, attribute: 'department' },
  { urn: enterpriseUserUrn, attribute: 'manager', sub: 'value' },
]
const lists: readonly AttributePath[] = [core('emails'), core('phoneNumbers'), core('roles')]
const operators: readonly Operator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']

/** Whole texts, lone halves of surrogate pairs and control characters among them. */
export const anyText = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.split('\u0000').join('0'))

function comparisons(paths: readonly AttributePath[]): fc.Arbitrary<Filter> {
  return fc.record({
    kind: fc.constant('compare' as const),
    path: fc.constantFrom(...paths),
    operator: fc.constantFrom(...operators),
    value: anyText,
  })
}

function flags(path: AttributePath): fc.Arbitrary<Filter> {
  return fc.record({
    kind: fc.constant('compare' as const),
    path: fc.constant(path),
    operator: fc.constantFrom('eq' as const, 'ne' as const),
    value: fc.boolean(),
  })
}

function presence(paths: readonly AttributePath[]): fc.Arbitrary<Filter> {
  return fc.record({ kind: fc.constant('present' as const), path: fc.constantFrom(...paths) })
}

function combined(terms: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      terms,
      fc.record({ kind: fc.constant('not' as const), filter: tie('filter') }),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        left: tie('filter'),
        right: tie('filter'),
      }),
    ),
  }))
  return filter
}

/** What may stand between the brackets of a list of values. */
export const innerFilters: fc.Arbitrary<Filter> = combined(
  fc.oneof(
    comparisons([core('value'), core('type')]),
    presence([core('type')]),
    flags(core('primary')),
  ),
)

const valuePaths: fc.Arbitrary<Filter> = fc.record({
  kind: fc.constant('valuePath' as const),
  path: fc.constantFrom(...lists),
  filter: innerFilters,
})

/** Filters on users, typed as the parser types them. */
export const filters: fc.Arbitrary<Filter> = combined(
  fc.oneof(comparisons(texts), flags(core('active')), presence(texts.concat(lists)), valuePaths),
)

/** Paths into users, with and without brackets. */
export const paths: fc.Arbitrary<AttributePath> = fc.oneof(
  fc.constantFrom(...texts, ...lists),
  fc.record({ urn: fc.constant(userUrn), attribute: fc.constant('emails'), filter: innerFilters }),
  fc.record({
    urn: fc.constant(userUrn),
    attribute: fc.constant('emails'),
    filter: innerFilters,
    sub: fc.constantFrom('value', 'display', 'primary'),
  }),
)

/** Texts that look like filters and paths without being right, most of the time. */
export const nearlyFilters: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['userName', 'emails', 'emails.value', 'meta.created', 'active', 'urn:x:y', userUrn],
      ...['eq', 'pr', 'co', 'gt', 'and', 'or', 'not', '(', ')', '[', ']', '.value', ':', '.'],
      ...['"a"', '"', "'b'", "'", '\\', 'true', 'null', '-5e3', '"2026-01-01"', '__proto__'],
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(' '))

const names: readonly string[] = [
  ...['userName', 'USERNAME', 'active', 'name', 'name.givenName', 'displayName', 'title'],
  ...['emails', 'emails[type eq "work"].value', 'roles', 'groups', 'members', 'id', 'meta'],
  ...['password', 'externalId', 'schemas', enterpriseUserUrn, enterpriseUserUrn + ':department'],
  ...['manager', 'shoeSize', 'urn:acme:2.0:User', 'urn:acme:2.0:User:shoe', '__proto__'],
  ...['constructor', 'toString', 'hasOwnProperty', 'value', 'type', 'primary', '$ref', '', ' '],
]

const scalars: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  fc.constantFrom('ada', 'work', 'True', 'False', 'add', 'x@example.com'),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
)

/** JSON as a client may send it in the place of a resource or a value. */
export const { value: anyJson, object: anyObject } = fc.letrec<{ value: Json; object: JsonObject }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalars,
      tie('object'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
  }),
)

const extraObjects = fc.dictionary(fc.constantFrom('a', 'b'), anyText)

/** Attributes that no schema knows. */
export const extras: fc.Arbitrary<JsonObject> = fc.record(
  {
    shoeSize: fc.oneof(anyText, fc.boolean(), fc.integer()),
    colours: fc.array(anyText),
    home_phone: extraObjects,
    toString: anyText,
    'urn:acme:2.0:User': extraObjects,
  },
  { requiredKeys: [] },
)

/** A text without control characters, which known attributes refuse. */
const fieldTexts = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((text) => !/[\x00-\x1f\x7f]/.test(text))

const emails: fc.Arbitrary<JsonObject> = fc.record({
  value: fieldTexts,
  type: fc.constantFrom('work', 'home'),
  display: fieldTexts,
})

/** Users as clients send them, with whatever texts. */
export const people: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      userName: fc.constantFrom('ada', 'Ada@Example.com', 'ädä'),
      active: fc.boolean(),
      name: fc.record({ givenName: fieldTexts, familyName: fieldTexts }),
      displayName: fieldTexts,
      title: fieldTexts,
      emails: fc.array(emails, { maxLength: 3 }),
      [enterpriseUserUrn]: fc.record({
        department: fieldTexts,
        manager: fc.record({ value: fieldTexts }),
      }),
    },
    { requiredKeys: ['userName'] },
  )
  .chain((person) => extras.map((extra) => ({ ...extra, ...person }) as JsonObject))

const pathTexts = fc.oneof(
  fc.constantFrom(...names),
  nearlyFilters,
  fc.constantFrom('members[value eq "1"]', 'emails[type eq "work"]', 'roles[primary eq "True"]'),
)

/** One operation of PATCH: right in form, or nearly. */
export const operations: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      op: fc.constantFrom('add', 'Replace', 'REMOVE', 'move'),
      path: fc.oneof(pathTexts, scalars),
      value: anyJson,
    },
    { requiredKeys: ['op'] },
  )
  .map((operation) => operation as JsonObject)

/** Bodies of PATCH. */
export const patches: fc.Arbitrary<JsonObject> = fc
  .array(operations, { minLength: 1, maxLength: 4 })
  .map((Operations) => ({ Operations }))
