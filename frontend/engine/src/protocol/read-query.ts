import { invalidSyntax, invalidValue, shown } from '../scim-error'
import type { ScimQuery } from './scim-request'

/** A query string's names, lower-cased, with their decoded values; the first of a name counts. */
export type QueryValues = Readonly<Record<string, string>>

/**
 * Splits a query string. `+` is a blank; names without value, empty parts and names that SCIM does not know are no
 * error (Entra: `aadOptscim062020`, OneLogin: a trailing `&`). Throws invalidSyntax for a broken percent escape.
 */
export function readQueryValues(query: string): QueryValues {
  const values: Record<string, string> = {}
  for (const part of query.split('&')) {
    const equals = part.indexOf('=')
    if (equals <= 0) continue
    const name = 'q:' + decoded(part.slice(0, equals)).toLowerCase()
    if (values[name] === undefined) values[name] = decoded(part.slice(equals + 1))
  }
  return values
}

/** The value of a name given in lower case; undefined if it is absent or empty. */
export function queryValue(values: QueryValues, name: string): string | undefined {
  const value = values['q:' + name]
  return value === '' ? undefined : value
}

/** The parameters of RFC 7644 §3.4.2 and §3.9. */
export function readQuery(values: QueryValues): ScimQuery {
  const query: { -readonly [name in keyof ScimQuery]: ScimQuery[name] } = {}
  const filter = queryValue(values, 'filter')
  const attributes = queryValue(values, 'attributes')
  const excluded = queryValue(values, 'excludedattributes')
  const sortBy = queryValue(values, 'sortby')
  const cursor = values['q:cursor']
  const startIndex = readNumber(values, 'startIndex', 1)
  const count = readNumber(values, 'count', 0)
  if (filter !== undefined) query.filter = filter
  if (attributes !== undefined) query.attributes = attributes
  if (excluded !== undefined) query.excludedAttributes = excluded
  if (sortBy !== undefined) query.sortBy = sortBy
  if (cursor !== undefined) query.cursor = cursor
  if (startIndex !== undefined) query.startIndex = startIndex
  if (count !== undefined) query.count = count
  return query
}

/** A whole number; below the least it is the least (§3.4.2.4), above what an index can be it is that. */
function readNumber(values: QueryValues, name: string, least: number): number | undefined {
  const text = queryValue(values, name.toLowerCase())
  if (text === undefined) return undefined
  if (!/^[+-]?[0-9]{1,18}$/.test(text.trim()))
    throw invalidValue(name, `must be a whole number, not ${shown(text)}`)
  return Math.min(Math.max(Number(text), least), 2147483647)
}

function decoded(text: string): string {
  return decodePercent(text.split('+').join(' '), 'query')
}

/** Throws invalidSyntax where an escape is not UTF-8. */
export function decodePercent(text: string, where: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalidSyntax(`the ${where} has a broken percent escape: ${shown(text)}`)
  }
}
