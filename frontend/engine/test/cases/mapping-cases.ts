import type { JsonObject } from '../../src/json'
import { mappedFields } from '../../src/mapping/attribute-mapping'
import { readDocument, writeDocument } from '../../src/mapping/document'
import { toGroupDocument, toGroupResource } from '../../src/mapping/group-resource'
import { laidOver } from '../../src/mapping/json-object'
import { readMark, readTie, writeMark, writeTie } from '../../src/mapping/notes'
import { emailValues, externalIdValues, toSearchable } from '../../src/mapping/searchable'
import { readSourceGroup } from '../../src/mapping/source-group'
import { readSourceUser, userAttributes } from '../../src/mapping/source-user'
import {
  toStoredUserDocument,
  toUserDocument,
  toUserResource,
} from '../../src/mapping/user-resource'
import { assertSame, eachRow, outcome, times, type Case } from './case'

/** A stand-in for SHA-256: what is hashed can be seen, and the form is right. */
function hash(text: string): string {
  let sum = 7
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 4294967296
  return times(8, ('0000000' + sum.toString(16)).slice(-8))
}

interface DocumentRow {
  readonly name: string
  readonly before: JsonObject
  readonly after: JsonObject
}

const documentRows: readonly DocumentRow[] = [
  { name: 'empty', before: {}, after: {} },
  { name: 'signs of all languages', before: {}, after: { a: 'é 李 😀 "\\\n\u2028' } },
  { name: 'one chunk to many', before: { a: 'x' }, after: { a: times(2000, 'x') } },
  { name: 'many chunks to one', before: { a: times(2000, 'x') }, after: { a: 'x' } },
  { name: 'letter case alone', before: { a: times(600, 'xé') }, after: { a: times(600, 'XÉ') } },
  { name: 'blanks at the end of a chunk', before: {}, after: { a: times(300, ' ') } },
]

/** Crowd's storing: what differs in case only is not written. */
function stored(before: Attributes, written: Attributes): Attributes {
  const after: Record<string, readonly string[]> = { ...before }
  for (const name of Object.keys(written)) {
    const old = before[name]?.[0]
    const value = written[name]?.[0] ?? ''
    after[name] = [old !== undefined && old.toLowerCase() === value.toLowerCase() ? old : value]
  }
  return after
}

type Attributes = Readonly<Record<string, readonly string[]>>

const documentCases = eachRow(
  'document',
  documentRows,
  (row) => row.name,
  ({ before, after }) => {
    const first = stored({}, writeDocument(before, {}, hash))
    const second = stored(first, writeDocument(after, first, hash))
    assertSame([readDocument(first), readDocument(second)], [before, after])
    assertSame([readDocument(first, hash), readDocument(second, hash)], [before, after])
    for (const name of Object.keys(second)) assertChunk(second[name]?.[0] ?? '')
  },
)

function assertChunk(value: string): void {
  assertSame(value === '-' || /^[0-9][\x20-\x7e]{1,253}\.$/.test(value), true)
}

const brokenRows: readonly { readonly name: string; readonly attributes: Attributes }[] = [
  { name: 'no chunk', attributes: {} },
  {
    name: 'a chunk that is lost',
    attributes: { 'scim.doc.0': ['0300:0000000000000000:{"a":"x.'] },
  },
  { name: 'an empty first chunk', attributes: { 'scim.doc.0': ['-'] } },
  { name: 'no JSON', attributes: { 'scim.doc.0': ['01:0000000000000000:{.'] } },
]

const brokenCases = eachRow(
  'broken document',
  brokenRows,
  (row) => row.name,
  ({ attributes }) => assertSame(readDocument(attributes), undefined),
)

/** Written by somebody else into a document of ours: no property of ours may come out of it. */
const foreignRows: readonly { readonly name: string; readonly json: string }[] = [
  { name: 'at the top', json: '{"title":"x","__proto__":{"userName":"eve","emails":[]}}' },
  { name: 'escaped', json: '{"title":"x","\\u005f\\u005fproto__":{"active":false}}' },
  { name: 'deep', json: '{"title":"x","name":{"__proto__":{"givenName":"Eve"}}}' },
  { name: 'in a list', json: '{"title":"x","emails":[{"__proto__":{"value":"e@x"}}]}' },
  { name: 'constructor', json: '{"title":"x","constructor":{"prototype":{}}}' },
]

const foreignCases = eachRow(
  '__proto__ in a stored document',
  foreignRows,
  (row) => row.name,
  ({ json }) => {
    const text = json.length + ':' + hash(json).slice(0, 16) + ':' + json
    const attributes = { 'scim.doc.0': ['0' + text + '.'] }
    const document = readDocument(attributes, hash) ?? {}
    assertSame(protoNames(document), [])
    const fields = { name: 'ada', active: true, email: '', firstName: 'A', lastName: 'L' }
    const dates = { created: 1, updated: 2 }
    const principal = { ...fields, ...dates, displayName: 'A', externalId: 'id-1', attributes }
    const user = readSourceUser(principal)
    const group = readSourceGroup({
      ...dates,
      name: 'g',
      active: true,
      description: '',
      externalId: 'g1',
      attributes,
    })
    for (const resource of [
      toUserDocument(user),
      toUserResource(user, undefined, ''),
      toStoredUserDocument(toUserDocument(user)),
      toGroupDocument(group),
      toGroupResource(group, undefined, ''),
    ]) {
      assertSame([resource['title'], protoNames(resource)], ['x', []])
      assertSame(Object.getPrototypeOf(resource) === Object.prototype, true)
    }
    assertSame(mappedFields(user).firstName, '')
  },
)

/** Names of that kind anywhere in a value, and prototypes that are not the usual ones. */
function protoNames(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const prototype: unknown = Object.getPrototypeOf(value)
  const isUsual = prototype === Object.prototype || prototype === Array.prototype
  const found = Object.keys(value).filter((name) => /^(__proto__|constructor)$/.test(name))
  const inside = Object.keys(value).map((name) => protoNames((value as JsonObject)[name]))
  return inside.reduce((all, some) => all.concat(some), isUsual ? found : found.concat('foreign'))
}

const laidOverCases: readonly Case[] = [
  {
    name: 'laid over: a name that is __proto__ is left out',
    run: () => {
      const one = JSON.parse('{"a":1,"b":1,"__proto__":{"c":1}}') as Record<string, unknown>
      const other = JSON.parse('{"b":2,"__proto__":{"d":1}}') as Record<string, unknown>
      const laid = laidOver(one, other)
      assertSame([laid, laid['c'], laid['d']], [{ a: 1, b: 2 }, undefined, undefined])
      assertSame(Object.getPrototypeOf(laid) === Object.prototype, true)
    },
  },
]

const limitCases: readonly Case[] = [
  {
    name: 'document: 32 KB at most, in ASCII',
    run: () => {
      assertSame(Object.keys(writeDocument({ a: times(32760, 'x') }, {}, hash)).length, 130)
      const refusal = '400 invalidValue: resource: is longer than 32 KB when stored'
      assertSame(
        outcome(() => writeDocument({ a: times(32761, 'x') }, {}, hash)),
        refusal,
      )
      assertSame(
        outcome(() => writeDocument({ a: times(6000, 'é') }, {}, hash)),
        refusal,
      )
    },
  },
  {
    name: 'document: a changed chunk is lost to whoever looks at the hash',
    run: () => {
      const written = writeDocument({ a: 'x' }, {}, hash)
      const chunk = (written['scim.doc.0']?.[0] ?? '').replace('"x"', '"y"')
      const changed = { 'scim.doc.0': [chunk] }
      assertSame([readDocument(changed), readDocument(changed, hash)], [{ a: 'y' }, undefined])
    },
  },
]

interface MappedRow {
  readonly name: string
  readonly document: JsonObject
  readonly fields: readonly [string, string, string, string]
}

const work = { value: 'w@example.com', type: 'work' }
const primary = { value: 'p@example.com', primary: true }
const first = { value: 'f@example.com', type: 'home' }

/** E-mail, first, last and display name of user `ada`. */
const mappedRows: readonly MappedRow[] = [
  { name: 'nothing', document: {}, fields: ['', '', '', 'ada'] },
  {
    name: 'work e-mail',
    document: { emails: [first, primary, work] },
    fields: ['w@example.com', '', '', 'ada'],
  },
  {
    name: 'primary e-mail',
    document: { emails: [first, primary] },
    fields: ['p@example.com', '', '', 'ada'],
  },
  {
    name: 'first e-mail',
    document: { emails: [{ type: 'x' }, first] },
    fields: ['f@example.com', '', '', 'ada'],
  },
  {
    name: 'top-level email',
    document: { emails: [], email: 't@example.com' },
    fields: ['t@example.com', '', '', 'ada'],
  },
  {
    name: 'top-level mail',
    document: { mail: 'm@example.com' },
    fields: ['m@example.com', '', '', 'ada'],
  },
  {
    name: 'display name',
    document: { displayName: ' Ada ', name: { formatted: 'x' } },
    fields: ['', '', '', 'Ada'],
  },
  {
    name: 'formatted name',
    document: { name: { formatted: 'A L', givenName: 'Ada' } },
    fields: ['', 'Ada', '', 'A L'],
  },
  {
    name: 'given and family name',
    document: { name: { givenName: 'Ada', familyName: 'L' } },
    fields: ['', 'Ada', 'L', 'Ada L'],
  },
  {
    name: 'family name alone',
    document: { name: { familyName: 'L' } },
    fields: ['', '', 'L', 'L'],
  },
]

const mappedCases = eachRow(
  'attribute mapping',
  mappedRows,
  (row) => row.name,
  ({ document, fields }) => {
    const person = { userName: 'ada', active: true, document }
    const { email, firstName, lastName, displayName } = mappedFields(person)
    assertSame([email, firstName, lastName, displayName], fields)
  },
)

const noteCases: readonly Case[] = [
  {
    name: 'notes: a tie of another directory counts as none',
    run: () => {
      const byId = writeTie('12', 'id-1', 'ada')
      assertSame(readTie(byId, '12'), { kind: 'id', externalId: 'id-1' })
      assertSame(
        [readTie(byId, '1'), readTie(byId, '123'), readTie(undefined, '12')],
        [undefined, undefined, undefined],
      )
      assertSame(readTie(writeTie('12', '', 'a:b'), '12'), { kind: 'name', lowerName: 'a:b' })
    },
  },
  {
    name: 'notes: a mark is read back; anything else is none',
    run: () => {
      const mark = { connection: 'abc', origin: 'joined' as const, sourceId: 'id:1' }
      assertSame(readMark(writeMark(mark)), mark)
      assertSame(
        [readMark('abc:x:1'), readMark('-'), readMark(undefined)],
        [undefined, undefined, undefined],
      )
    },
  },
  {
    name: 'searchable: long values are their beginning and a hash that does not mind the case',
    run: () => {
      assertSame(toSearchable(times(200, 'x'), hash), times(200, 'x'))
      const long = toSearchable(times(201, 'x'), hash)
      assertSame(long.slice(0, 151), times(150, 'x') + '#')
      assertSame(long.toLowerCase(), toSearchable(times(201, 'X'), hash).toLowerCase())
      assertSame(long.length <= 255, true)
    },
  },
  {
    name: 'searchable: each e-mail once, whatever its case; nothing is a dash',
    run: () => {
      const document = { emails: [{ value: 'A@x' }, { value: 'a@X' }, 'b@x'], mail: 'c@x' }
      assertSame(emailValues(document, hash), ['A@x', 'b@x', 'c@x'])
      assertSame([emailValues({}, hash), externalIdValues({}, hash)], [['-'], ['-']])
      assertSame(externalIdValues({ externalId: '7' }, hash), ['7'])
    },
  },
  {
    name: 'source user: one whose document is lost is made of the fields',
    run: () => {
      const fields = {
        name: 'ada',
        active: true,
        email: 'a@x',
        firstName: 'A',
        lastName: 'L',
        displayName: 'A L',
      }
      const principal = { ...fields, externalId: 'id-1', created: 1, updated: 2, attributes: {} }
      const { document, open, creating, modified } = readSourceUser(principal)
      const emails = [{ value: 'a@x', type: 'work' }]
      assertSame(
        { document, open, creating, modified },
        {
          document: { displayName: 'A L', name: { givenName: 'A', familyName: 'L' }, emails },
          open: [],
          creating: false,
          modified: 1,
        },
      )
    },
  },
  {
    name: 'source user: a document that somebody changed counts as lost for whoever builds on it',
    run: () => {
      const written = userAttributes({ title: 'x' }, {}, 42, hash)
      const chunk = (written['scim.doc.0']?.[0] ?? '').replace('"x"', '"y"')
      const fields = {
        name: 'ada',
        active: true,
        email: '',
        firstName: '',
        lastName: '',
        displayName: 'A',
      }
      const attributes = { ...written, 'scim.doc.0': [chunk] }
      const principal = { ...fields, externalId: 'id-1', created: 1, updated: 2, attributes }
      assertSame(readSourceUser(principal).document, { title: 'y' })
      assertSame(readSourceUser(principal, hash).document['displayName'], 'A')
    },
  },
  {
    name: 'source user: what is stored for searching',
    run: () => {
      const document = { externalId: '7', emails: [{ value: 'a@x' }] }
      const attributes = userAttributes(document, {}, 42, hash)
      assertSame(
        [attributes['scim.externalId'], attributes['scim.email'], attributes['scim.modified']],
        [['7'], ['a@x'], ['42']],
      )
    },
  },
]

/** Case tables of the mapping room. */
export const mappingCases: readonly Case[] = documentCases
  .concat(brokenCases)
  .concat(foreignCases)
  .concat(laidOverCases)
  .concat(limitCases)
  .concat(mappedCases)
  .concat(noteCases)
