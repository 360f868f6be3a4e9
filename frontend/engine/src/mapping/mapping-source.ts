import { matchesValue, toList, valueOf } from '../filter/evaluate'
import { isObject, type Json, type JsonObject } from '../json'
import type { AttributePath } from '../path/attribute-path'
import { parsePath } from '../path/parse-path'
import type { Attribute } from '../schema/attribute'
import { findAttribute, userType, type ResourceType } from '../schema/resource-type'
import { invalidPath } from '../scim-error'

/** What a mapping row reads of a user. */
export interface Person {
  readonly userName: string
  readonly active: boolean
  /** RFC form, without userName and active. */
  readonly document: JsonObject
}

/** A part of where a value comes from: words of a template, or a place in the user. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'place'; readonly path: AttributePath; readonly row: Attribute | undefined }

/**
 * Reads a path, or a template with paths: `${name.givenName} ${name.familyName}`. Throws invalidPath with `place`.
 */
export function readPieces(from: string, type: ResourceType, place: string): readonly Piece[] {
  if (!from.includes('${')) return [placeOf(from, type, place)]
  const pieces: Piece[] = []
  let at = 0
  for (let start = from.indexOf('${'); start >= 0; start = from.indexOf('${', at)) {
    const end = from.indexOf('}', start)
    if (end < 0) throw invalidPath(place, 'has "${" without "}" behind it')
    if (start > at) pieces.push({ kind: 'words', words: from.slice(at, start) })
    pieces.push(placeOf(from.slice(start + 2, end), type, place))
    at = end + 1
  }
  if (at < from.length) pieces.push({ kind: 'words', words: from.slice(at) })
  return pieces
}

function placeOf(text: string, type: ResourceType, place: string): Piece {
  const path = parsePath(text, type, place)
  return { kind: 'place', path, row: findAttribute(type, path.urn, path.attribute) }
}

/** What was read already: the same text is the same pieces everywhere. Begun anew before it grows large. */
let known: Record<string, readonly Piece[] | undefined> = {}
let knownCount = 0
const mostKnown = 500

/** The value that a row's `from` gives; '' where it gives none, or cannot be read. */
export function textFrom(from: string, person: Person): string {
  const pieces = known['@' + from] ?? remembered(from)
  const first = pieces[0]
  if (pieces.length === 1 && first && first.kind === 'place') return textAt(first, person)
  return filledIn(pieces, person)
}

function remembered(from: string): readonly Piece[] {
  if (knownCount >= mostKnown) {
    known = {}
    knownCount = 0
  }
  const pieces = readOrNone(from)
  known['@' + from] = pieces
  knownCount++
  return pieces
}

/** It was checked when it was saved; what still cannot be read gives no value. */
function readOrNone(from: string): readonly Piece[] {
  try {
    return readPieces(from, userType, from)
  } catch {
    return []
  }
}

/** '' where none of the places has a value. A place without one is left out with the blanks before it. */
function filledIn(pieces: readonly Piece[], person: Person): string {
  let text = ''
  let isEmpty = true
  for (const piece of pieces) {
    const value = piece.kind === 'words' ? piece.words : textAt(piece, person)
    if (value === '') text = text.replace(/ +$/, '')
    else if (piece.kind === 'place') isEmpty = false
    text += value
  }
  return isEmpty ? '' : text.trim()
}

/** The first value at that place that is more than blanks, without blanks around it. */
function textAt({ path, row }: Extract<Piece, { kind: 'place' }>, person: Person): string {
  for (const value of valuesAt(path, person)) {
    if (path.filter && !(isObject(value) && matchesValue(path.filter, value, row))) continue
    const text = toText(path.sub === undefined ? value : partOf(value, path.sub))
    if (text !== '') return text
  }
  return ''
}

function valuesAt(path: AttributePath, { userName, active, document }: Person): readonly Json[] {
  if (path.urn !== userType.urn) {
    const extension = valueOf(document, path.urn)
    return isObject(extension) ? toList(valueOf(extension, path.attribute)) : []
  }
  if (path.attribute === 'userName') return [userName]
  if (path.attribute === 'active') return [active]
  return toList(valueOf(document, path.attribute))
}

function partOf(value: Json, name: string): Json | undefined {
  return isObject(value) ? valueOf(value, name) : undefined
}

/** An object counts as its `value` (RFC 7643 §2.4). */
function toText(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return toText((value as readonly Json[])[0])
  const inner = isObject(value) ? valueOf(value, 'value') : undefined
  return typeof inner === 'string' ? inner.trim() : ''
}
