import type { JsonObject } from '../json'
import { isObject, ownValue } from '../json'
import { EMPTY, type Hash } from './document'
import { invalidValue } from '../scim-error'

const LONGEST = 200
const KEPT = 150

/**
 * A value as it is stored to be searched: longer than 200 characters, its first 150, `#` and a hash of its lower-cased
 * form. Crowd finds candidates by it; the engine judges the document.
 */
export function toSearchable(value: string, hash: Hash): string {
  if (value.length <= LONGEST) return value
  return value.slice(0, KEPT) + '#' + hash(value.toLowerCase()).slice(0, 32)
}

/** Throws invalidValue for what grows beyond Crowd's 255 characters when Crowd lower-cases it, as `İ` does. */
function keepable(place: string, searchable: string): string {
  if (searchable.toLowerCase().length <= 255) return searchable
  throw invalidValue(place, 'is longer than Crowd can keep in lower case')
}

/** Values of `scim.externalId`. */
export function externalIdValues(document: JsonObject, hash: Hash): readonly string[] {
  const value = ownValue(document, 'externalId')
  if (typeof value !== 'string' || value === '') return [EMPTY]
  return [keepable('externalId', toSearchable(value, hash))]
}

/** Values of `scim.email`: every e-mail address, once whatever its case. */
export function emailValues(document: JsonObject, hash: Hash): readonly string[] {
  const found: string[] = []
  const seen: Record<string, true> = {}
  for (const value of emailsOf(document)) {
    const key = '@' + value.toLowerCase()
    if (seen[key]) continue
    seen[key] = true
    found.push(keepable('emails', toSearchable(value, hash)))
  }
  return found.length > 0 ? found : [EMPTY]
}

function emailsOf(document: JsonObject): readonly string[] {
  const values: string[] = []
  const take = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') values.push(value)
  }
  const emails = ownValue(document, 'emails')
  if (Array.isArray(emails)) {
    for (const email of emails as readonly unknown[]) {
      take(isObject(email) ? ownValue(email, 'value') : email)
    }
  }
  take(ownValue(document, 'email'))
  take(ownValue(document, 'mail'))
  return values
}
