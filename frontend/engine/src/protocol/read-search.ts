import type { Json, JsonObject } from '../json'
import { invalidValue, shown } from '../scim-error'
import type { QueryValues } from './read-query'

/** The parameters of a search body (RFC 7644 §3.4.3), in lower case. */
const lists: readonly string[] = ['attributes', 'excludedattributes']
const texts: readonly string[] = ['filter', 'sortby', 'sortorder', 'cursor']
const numbers: readonly string[] = ['startindex', 'count']

/**
 * A SearchRequest as the query of a GET that asks the same; names in any letter case, null is none, others are passed over.
 * Throws invalidValue for a wrong type.
 */
export function readSearchValues(body: JsonObject): QueryValues {
  const values: Record<string, string> = {}
  for (const key of Object.keys(body)) {
    const name = key.toLowerCase()
    const value = body[key] as Json
    if (value === null || !isParameter(name)) continue
    values['q:' + name] = toText(name, key, value)
  }
  return values
}

function isParameter(name: string): boolean {
  return lists.concat(texts, numbers).includes(name)
}

function toText(name: string, key: string, value: Json): string {
  if (typeof value === 'string') return value
  if (numbers.includes(name) && typeof value === 'number') return String(value)
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string')
  if (lists.includes(name) && isList) return (value as readonly string[]).join(',')
  throw invalidValue(key, `must be ${kindOf(name)}, not ${shown(value)}`)
}

function kindOf(name: string): string {
  if (numbers.includes(name)) return 'a whole number'
  return lists.includes(name) ? 'a list of attribute names' : 'text'
}
