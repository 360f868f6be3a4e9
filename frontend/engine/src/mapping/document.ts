import type { Json, JsonObject } from '../json'
import type { Attributes } from '../ports/directory'
import { isObject } from '../json'
import { invalidValue } from '../scim-error'
import { withoutRefusedNames } from './json-object'

/** SHA-256 as hexadecimal digits; the random port has it. */
export type Hash = (text: string) => string

/** Attribute values in place of what is no longer there: an attribute can't be stored without values. */
export const EMPTY = '-'

const PREFIX = 'scim.doc.'
/** Crowd keeps 255 characters; one is the digit in front, one the full stop behind. */
const CHUNK = 253
const LIMIT = 32 * 1024
/** A document begins with its length, these digits of its hash, and a colon behind each. */
const HASH_DIGITS = 16

/**
 * The attributes that hold a document, to be stored in one call. `stored` are those of the resource now, {} for a new
 * one: chunks that are no longer needed are overwritten, and where only letter case changed a digit changes too, because
 * Crowd takes values that differ in case for the same. Throws invalidValue above 32 KB.
 */
export function writeDocument(
  document: JsonObject,
  stored: Attributes,
  hash: Hash,
): Record<string, readonly string[]> {
  const json = toAscii(JSON.stringify(document))
  if (json.length > LIMIT) throw invalidValue('resource', 'is longer than 32 KB when stored')
  const text = json.length + ':' + hash(json).slice(0, HASH_DIGITS) + ':' + json
  const chunks: Record<string, readonly string[]> = {}
  const count = Math.ceil(text.length / CHUNK)
  for (let at = 0; at < count; at++) {
    const part = text.slice(at * CHUNK, (at + 1) * CHUNK)
    chunks[PREFIX + at] = [digitFor(part, chunkOf(stored, at)) + part + '.']
  }
  for (let at = count; hasChunk(stored, at); at++) chunks[PREFIX + at] = [EMPTY]
  return chunks
}

/** The stored document, or undefined where there is none, it is not whole, or, with `hash`, not the one that was written. */
export function readDocument(attributes: Attributes, hash?: Hash): JsonObject | undefined {
  const parts = readParts(attributes)
  if (!parts || (hash && hash(parts.json).slice(0, HASH_DIGITS) !== parts.hash)) return undefined
  return parsed(parts.json)
}

export function hasDocument(attributes: Attributes): boolean {
  return hasChunk(attributes, 0)
}

/** The one value of a note of ours that has one, undefined where it is missing or empty. No object inherits such names. */
export function readNote(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name]?.[0]
  return value === EMPTY ? undefined : value
}

interface Parts {
  readonly hash: string
  readonly json: string
}

function readParts(attributes: Attributes): Parts | undefined {
  let text = ''
  for (let at = 0; ; at++) {
    const chunk = chunkOf(attributes, at)
    if (chunk === undefined) break
    text += chunk.slice(1, -1)
  }
  const colon = text.indexOf(':')
  const json = text.slice(colon + HASH_DIGITS + 2)
  if (text.slice(0, colon) !== String(json.length)) return undefined
  return { hash: text.slice(colon + 1, colon + 1 + HASH_DIGITS), json }
}

/** Names that we never write, or letters of them that we never escape: what holds them, somebody else wrote. */
const suspicious = /__proto__|constructor|prototype|\\u00[4-7]/i

function parsed(json: string): JsonObject | undefined {
  try {
    const read = JSON.parse(json) as Json
    const value = suspicious.test(json) ? withoutRefusedNames(read) : read
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function hasChunk(attributes: Attributes, at: number): boolean {
  return Object.prototype.hasOwnProperty.call(attributes, PREFIX + at)
}

function chunkOf(attributes: Attributes, at: number): string | undefined {
  return readNote(attributes, PREFIX + at)
}

function digitFor(part: string, stored: string | undefined): string {
  if (stored === undefined) return '0'
  const digit = stored.charAt(0)
  const before = stored.slice(1, -1)
  if (before === part) return digit
  return before.toLowerCase() === part.toLowerCase() ? String((Number(digit) + 1) % 10) : digit
}

function toAscii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (sign) => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0'),
  )
}
