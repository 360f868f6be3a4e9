import type { AttributePath } from '../path/attribute-path'
import { isRefusedName } from '../path/names'
import { resolveName, type ResolvedName } from '../path/resolve-name'
import { findSubAttribute, type Attribute } from '../schema/attribute'
import type { ResourceType } from '../schema/resource-type'
import { invalidFilter, ScimError } from '../scim-error'
import type { Filter, Operator } from './filter'
import { readValue } from './read-value'
import { toTokens, type Token } from './tokens'

/** How many comparisons a filter may have, and how deep its parentheses may go. */
export const mostTerms = 100
export const deepest = 30

/** Where a reader stands in a text. Moves forward only; lives as long as one call. */
export interface Cursor {
  readonly source: string
  readonly tokens: readonly Token[]
  readonly type: ResourceType
  readonly others: readonly ResourceType[]
  at: number
  terms: number
  depth: number
}

/** The attribute whose brackets we are in: names there are its sub-attributes. */
interface Parent {
  readonly urn: string
  readonly row: Attribute | undefined
}

/**
 * Reads a filter: the whole grammar of RFC 7644 §3.4.2.2 (`and` binds closer than `or`), typed against the schema, and
 * what clients write beside it: values in single quotes or none, `emails[type eq "work"].value eq "x"` (Entra) which
 * means `emails[type eq "work" and value eq "x"]`, `emails eq "x"` which means `emails.value eq "x"`.
 *
 * Throws invalidFilter with what was expected and at which index, for unknown attributes too: an empty list would make
 * clients create what is there already. A filter on `password` is refused as `sensitive` (§7.5.2). Where resources of
 * several types are searched, an attribute of the `others` is known too, and has no value (§3.4.2.1).
 */
export function parseFilter(
  text: string,
  type: ResourceType,
  others: readonly ResourceType[] = [],
): Filter {
  const cursor = startCursor(text, type, others)
  const filter = readOr(cursor, undefined)
  if (peek(cursor).kind !== 'end') throw expected(cursor, '"and", "or" or the end')
  return filter
}

/** A reader at the beginning of a text. */
export function startCursor(
  source: string,
  type: ResourceType,
  others: readonly ResourceType[] = [],
): Cursor {
  return { source, tokens: toTokens(source), type, others, at: 0, terms: 0, depth: 0 }
}

/** Reads `[…]` of an attribute, brackets included. */
export function readBrackets(cursor: Cursor, name: ResolvedName): Filter {
  take(cursor, '[', '"["')
  const filter = readOr(cursor, { urn: name.urn, row: name.row })
  take(cursor, ']', '"and", "or" or "]"')
  return filter
}

/** The token at the cursor. */
export function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.at] as Token
}

/** An error at the token under the cursor. */
export function expected(cursor: Cursor, what: string): ScimError {
  return invalidFilter(cursor.source, peek(cursor).index, what)
}

function take(cursor: Cursor, kind: Token['kind'], what: string): Token {
  const token = peek(cursor)
  if (token.kind !== kind) throw expected(cursor, what)
  cursor.at++
  return token
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word
}

function readOr(cursor: Cursor, parent: Parent | undefined): Filter {
  let left = readAnd(cursor, parent)
  while (isWord(peek(cursor), 'or')) {
    cursor.at++
    left = { kind: 'or', left, right: readAnd(cursor, parent) }
  }
  return left
}

function readAnd(cursor: Cursor, parent: Parent | undefined): Filter {
  let left = readFactor(cursor, parent)
  while (isWord(peek(cursor), 'and')) {
    cursor.at++
    left = { kind: 'and', left, right: readFactor(cursor, parent) }
  }
  return left
}

function readFactor(cursor: Cursor, parent: Parent | undefined): Filter {
  if (peek(cursor).kind === '(') return readGroup(cursor, parent)
  const next = cursor.tokens[cursor.at + 1]
  if (isWord(peek(cursor), 'not') && next?.kind === '(') {
    cursor.at++
    return { kind: 'not', filter: readGroup(cursor, parent) }
  }
  return readTerm(cursor, parent)
}

function readGroup(cursor: Cursor, parent: Parent | undefined): Filter {
  cursor.depth++
  if (cursor.depth > deepest)
    throw expected(cursor, `at most ${deepest} parentheses in one another`)
  take(cursor, '(', '"("')
  const filter = readOr(cursor, parent)
  take(cursor, ')', '"and", "or" or ")"')
  cursor.depth--
  return filter
}

function readTerm(cursor: Cursor, parent: Parent | undefined): Filter {
  cursor.terms++
  if (cursor.terms > mostTerms) throw expected(cursor, `at most ${mostTerms} comparisons`)
  const name = parent ? readInnerName(cursor, parent) : readName(cursor)
  if (!parent && peek(cursor).kind === '[') return readValuePath(cursor, name)
  return readComparison(cursor, name)
}

/** A name at the cursor, which a schema of the type, or of one of the others, must know. */
function readName(cursor: Cursor): ResolvedName {
  const token = peek(cursor)
  if (token.kind !== 'word') throw expected(cursor, 'an attribute name')
  const name = knownName(token.text, [cursor.type].concat(cursor.others))
  if (!name) throw expected(cursor, 'a known attribute')
  if (name.row?.returned === 'never')
    throw new ScimError(403, `${name.attribute} can't be filtered by`, 'sensitive')
  cursor.at++
  return name
}

function knownName(text: string, types: readonly ResourceType[]): ResolvedName | undefined {
  for (const type of types) {
    const name = resolveName(text, type)
    if (typeof name !== 'string' && isKnown(name)) return name
  }
  return undefined
}

function isKnown(name: ResolvedName): boolean {
  return name.row !== undefined && (name.sub === undefined || name.subRow !== undefined)
}

/** A sub-attribute of the parent; any name where no schema knows the parent. */
function readInnerName(cursor: Cursor, parent: Parent): ResolvedName {
  const token = peek(cursor)
  const isName = token.kind === 'word' && /^[A-Za-z_$][A-Za-z0-9_$-]*$/.test(token.text)
  if (!isName || isRefusedName(token.text)) throw expected(cursor, 'a sub-attribute')
  const row = parent.row && findSubAttribute(parent.row, token.text)
  if (parent.row && !row) throw expected(cursor, `a sub-attribute of ${parent.row.name}`)
  cursor.at++
  return row
    ? { urn: parent.urn, attribute: row.name, row }
    : { urn: parent.urn, attribute: token.text }
}

function readValuePath(cursor: Cursor, name: ResolvedName): Filter {
  if (name.sub !== undefined || name.row?.type !== 'complex') throw expected(cursor, 'an operator')
  const inside = readBrackets(cursor, name)
  const path = pathOf({ urn: name.urn, attribute: name.attribute })
  const tail = peek(cursor)
  if (tail.kind !== 'word' || tail.text.charAt(0) !== '.')
    return { kind: 'valuePath', path, filter: inside }
  return {
    kind: 'valuePath',
    path,
    filter: { kind: 'and', left: inside, right: readTail(cursor, name) },
  }
}

/** Entra's `.value eq "x"` behind the bracket: a comparison within the same value. */
function readTail(cursor: Cursor, name: ResolvedName): Filter {
  const row = name.row && findSubAttribute(name.row, peek(cursor).text.slice(1))
  if (!row) throw expected(cursor, `a sub-attribute of ${name.attribute}`)
  cursor.at++
  return readComparison(cursor, { urn: name.urn, attribute: row.name, row })
}

function readComparison(cursor: Cursor, name: ResolvedName): Filter {
  const operator = peek(cursor)
  if (isWord(operator, 'pr')) {
    cursor.at++
    return { kind: 'present', path: pathOf(name) }
  }
  const compared = withValue(name)
  if (!compared) throw expected(cursor, `pr or a sub-attribute of ${name.attribute}`)
  return readRightSide(cursor, compared, readOperator(cursor))
}

function readRightSide(cursor: Cursor, name: ResolvedName, operator: Operator): Filter {
  const row = name.subRow ?? (name.sub === undefined ? name.row : undefined)
  const read = readValue(peek(cursor), operator, row)
  if ('expected' in read) throw expected(cursor, read.expected)
  cursor.at++
  return { kind: 'compare', path: pathOf(name), operator, value: read.value }
}

const operators: readonly string[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']

function readOperator(cursor: Cursor): Operator {
  const token = peek(cursor)
  const word = token.text.toLowerCase()
  if (token.kind !== 'word' || !operators.includes(word))
    throw expected(cursor, 'a comparison operator')
  cursor.at++
  return word as Operator
}

/** `emails` compared means `emails.value`; a complex attribute without `value` can't be compared: undefined. */
function withValue(name: ResolvedName): ResolvedName | undefined {
  if (name.row?.type !== 'complex' || name.sub !== undefined) return name
  const subRow = findSubAttribute(name.row, 'value')
  return subRow && { ...name, sub: subRow.name, subRow }
}

function pathOf(name: ResolvedName): AttributePath {
  const path = { urn: name.urn, attribute: name.attribute }
  return name.sub === undefined ? path : { ...path, sub: name.sub }
}
