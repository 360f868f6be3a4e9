import { isObject, type Json, type JsonObject } from '../json'
import { findSubAttribute, type Attribute } from '../schema/attribute'
import {
  checkName,
  isCleared,
  readSimple,
  readUnknown,
  wrongValue,
  type Place,
} from './read-simple'
import { distinct } from './same'

/** How many values a list may hold; the stored document has 32 KB. */
export const mostValues = 1000

/**
 * The sub-attributes that a value names, as the schema wants them; {} if none. A simple value means `value` (manager as
 * text, e-mails as text), an array of one its element. Read-only sub-attributes are ignored, unknown ones kept.
 */
export function readParts(value: Json, row: Attribute, place: Place): JsonObject {
  if (Array.isArray(value) && value.length === 1) return readParts(value[0] as Json, row, place)
  if (isObject(value)) return readObject(value, row, place)
  const valueRow = findSubAttribute(row, 'value')
  if (!valueRow || Array.isArray(value)) throw wrongValue(place, 'must be an object', value)
  const read = readSimple(value, valueRow, { ...place, sub: 'value' })
  return read === undefined ? {} : { value: read }
}

function readObject(object: JsonObject, row: Attribute, place: Place): JsonObject {
  const parts: { [name: string]: Json } = {}
  for (const key of Object.keys(object)) {
    const subRow = findSubAttribute(row, key)
    if (!subRow) checkName(key, place.text)
    if (subRow?.mutability === 'readOnly') continue
    const sub = subRow ? subRow.name : key
    const at = { text: place.text + '.' + key, attribute: place.attribute, sub }
    const read = subRow ? readSimple(object[key], subRow, at) : readUnknown(object[key], at)
    if (read !== undefined) parts[sub] = read
  }
  return parts
}

/** One sub-attribute's value, which stands at `place`; undefined if it clears. */
export function readPart(
  value: Json | undefined,
  row: Attribute,
  sub: string,
  place: Place,
): Json | undefined {
  const subRow = findSubAttribute(row, sub)
  const at = { ...place, sub }
  return subRow ? readSimple(value, subRow, at) : readUnknown(value, at)
}

/** A whole complex value; undefined if it clears or has nothing but `type`, `primary` and the like. */
export function readComplex(
  value: Json | undefined,
  row: Attribute,
  place: Place,
): JsonObject | undefined {
  if (value === undefined || isCleared(value)) return undefined
  const parts = readParts(value, row, place)
  return isBare(parts, row) ? undefined : parts
}

/**
 * A list of values; [] if it clears. An object or a text counts as the only value (OneLogin), texts and objects may be
 * mixed (WSO2). Equal values count once, and a second `primary` is none.
 */
export function readList(
  value: Json | undefined,
  row: Attribute,
  place: Place,
): readonly JsonObject[] {
  if (value === undefined || isCleared(value)) return []
  if (!Array.isArray(value)) return readList([value], row, place)
  if (value.length > mostValues)
    throw wrongValue(place, `must have at most ${mostValues} values, has ${value.length}`)
  const read: JsonObject[] = []
  value.forEach((element: Json, index) => {
    const at = { ...place, text: `${place.text}[${index}]` }
    const one = readComplex(element, row, at)
    if (one) read.push(one)
  })
  return distinct(read)
}

/** True if nothing is left that is a value: `{type: "work"}` alone is no e-mail address. */
export function isBare(parts: JsonObject, row: Attribute): boolean {
  const about = findSubAttribute(row, 'value')
    ? ['type', 'primary', 'display', '$ref']
    : ['type', 'primary']
  return !Object.keys(parts).some((name) => !about.includes(name))
}
