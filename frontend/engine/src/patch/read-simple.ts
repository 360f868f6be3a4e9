import { isObject, type Json } from '../json'
import { isRefusedName } from '../path/names'
import type { Attribute } from '../schema/attribute'
import { toInstant } from '../filter/read-value'
import { invalidValue, shown, type ScimError } from '../scim-error'

/** Where a value stands: in the request, and as an attribute; `sub` for a sub-attribute of it. */
export interface Place {
  readonly text: string
  readonly attribute: string
  readonly sub?: string
}

/** Crowd silently cuts what is longer, so that is refused. */
export const longestInCrowd = 255

/** Unknown values may nest this deep. */
const deepestValue = 20

/** A refusal that names place, attribute and value (`password` without its value). */
export function wrongValue(place: Place, problem: string, value?: unknown): ScimError {
  const name = place.sub === undefined ? place.attribute : place.attribute + '.' + place.sub
  const plain = place.text.replace(/\[[0-9]+\]/g, '')
  const named = plain.slice(plain.length - name.length) === name
  const found =
    value === undefined || place.attribute === 'password' ? '' : ` (found ${shown(value)})`
  return invalidValue(place.text, (named ? '' : name + ' ') + problem + found)
}

/** What a value is, without showing it: it may hold a password. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'string'
    ? 'text'
    : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}

/** null, '' and [] mean that there is no value (RFC 7643 §2.5). */
export function isCleared(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Array.isArray(value) && value.length === 0
}

/** A value of a simple type as the schema wants it, undefined if it clears. Throws invalidValue for a wrong type. */
export function readSimple(
  value: Json | undefined,
  row: Attribute,
  place: Place,
): Json | undefined {
  if (value === undefined || isCleared(value)) return undefined
  switch (row.type) {
    case 'boolean':
      return readBoolean(value, place)
    case 'integer':
    case 'decimal':
      if (typeof value !== 'number') throw wrongValue(place, 'must be a number', value)
      return value
    case 'dateTime':
      if (typeof value !== 'string' || isNaN(toInstant(value)))
        throw wrongValue(place, 'must be a date such as 2026-01-31T12:00:00Z', value)
      return value
    default:
      return readText(value, row, place)
  }
}

const booleanWords: Readonly<Record<string, boolean | undefined>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
}

/** Entra sends "False", OneLogin "1" and "0", miniOrange any of these words: test/cases/new-user-cases.ts. */
function readBoolean(value: Json, place: Place): boolean {
  if (typeof value === 'boolean') return value
  const word =
    typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : ''
  const known = Object.prototype.hasOwnProperty.call(booleanWords, word)
  const read = known ? booleanWords[word] : undefined
  if (read === undefined) throw wrongValue(place, 'must be true or false', value)
  return read
}

function readText(value: Json, row: Attribute, place: Place): string | undefined {
  if (typeof value !== 'string') throw wrongValue(place, 'must be text', value)
  const text = isName(place) ? value.trim() : value
  checkText(text, place)
  // Names that tell resources apart: some that differ only by what is not seen deceive people.
  if (row.uniqueness === 'server' && invisible.test(text))
    throw wrongValue(place, 'must have no invisible characters', text)
  return text === '' ? undefined : text
}

/** Names of Crowd have no blanks around them: trimmed. */
function isName(place: Place): boolean {
  return (
    place.attribute === 'userName' || (place.attribute === 'displayName' && place.sub === undefined)
  )
}

/** What stands in fields of Crowd, or is searched there: one line, of the length that Crowd keeps. */
function isLine(place: Place): boolean {
  if (place.sub === undefined)
    return ['userName', 'displayName', 'externalId', 'email', 'mail'].includes(place.attribute)
  return place.attribute === 'name' || (place.attribute === 'emails' && place.sub === 'value')
}

/** Looked for in every text, so made once: control characters, line separators, surrogates. */
const unusual = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/

/** Crowd keeps a lower-cased copy beside each name and value; `İ` grows there. */
export function lengthInCrowd(text: string): number {
  return Math.max(text.length, text.toLowerCase().length)
}

/** Zero width, direction marks. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

function checkText(text: string, place: Place): void {
  if (unusual.test(text)) checkCharacters(text, place)
  if (lengthInCrowd(text) > longestInCrowd && isLine(place) && place.attribute !== 'externalId')
    throw wrongValue(
      place,
      `must have at most ${longestInCrowd} characters, has ${lengthInCrowd(text)}`,
      text,
    )
}

function checkCharacters(text: string, place: Place): void {
  const control = isLine(place)
    ? /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
    : /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
  if (control.test(text)) throw wrongValue(place, 'must have no control characters', text)
  if (isLine(place) && hasHalfCharacter(text))
    throw wrongValue(place, 'must have no halves of characters', text)
}

/** True for a surrogate without its other half. */
function hasHalfCharacter(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(text)
}

/** A value that no schema knows, as sent; undefined if it clears. Its names are checked, however deep. */
export function readUnknown(value: Json | undefined, place: Place): Json | undefined {
  if (value === undefined || isCleared(value)) return undefined
  if (typeof value === 'string' && isLine(place)) checkText(value, place)
  checkNames(value, place, deepestValue)
  return value
}

function checkNames(value: Json, place: Place, depth: number): void {
  if (depth === 0) throw wrongValue(place, `must nest at most ${deepestValue} deep`)
  if (Array.isArray(value))
    for (const part of value as readonly Json[]) checkNames(part, place, depth - 1)
  if (!isObject(value)) return
  for (const name of Object.keys(value)) {
    checkName(name, place.text)
    checkNames(value[name] as Json, place, depth - 1)
  }
}

/** Refuses names that reach into JavaScript's own objects, and unreadable ones. */
export function checkName(name: string, place: string): void {
  if (isRefusedName(name)) throw invalidValue(place, `the name ${shown(name)} is not allowed`)
  if (name.length > longestInCrowd || /[\u0000-\u001f]/.test(name))
    throw invalidValue(place, `the name ${shown(name)} is too long or has control characters`)
}
