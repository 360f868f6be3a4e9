import type { Attribute } from '../schema/attribute'
import type { JsonPrimitive, Operator } from './filter'
import type { Token } from './tokens'

/** Either the value in the attribute's type, or what was expected instead. */
export type ReadValue = { readonly value: JsonPrimitive } | { readonly expected: string }

/**
 * Reads the right side of a comparison by the attribute's row; `row` is undefined where no schema knows it. Besides
 * JSON (RFC 7644 figure 1), texts without quotes are taken with eq and ne (Entra: `externalId eq jyoung`), and booleans
 * and numbers in quotes (Entra: `primary eq "True"`).
 */
export function readValue(token: Token, operator: Operator, row: Attribute | undefined): ReadValue {
  if (token.kind !== 'word' && token.kind !== 'text') return { expected: 'a value' }
  if (token.kind === 'word' && token.text.toLowerCase() === 'null') return nullValue(operator)
  switch (row?.type) {
    case undefined:
      return untypedValue(token, operator)
    case 'boolean':
      return booleanValue(token, operator)
    case 'integer':
    case 'decimal':
      return numberValue(token)
    case 'dateTime':
      return dateValue(token)
    default:
      return textValue(token, operator)
  }
}

function nullValue(operator: Operator): ReadValue {
  return operator === 'eq' || operator === 'ne'
    ? { value: null }
    : { expected: 'a value to order by' }
}

function booleanValue(token: Token, operator: Operator): ReadValue {
  if (operator !== 'eq' && operator !== 'ne') return { expected: 'eq or ne before a boolean' }
  const word = token.text.toLowerCase()
  return word === 'true' || word === 'false'
    ? { value: word === 'true' }
    : { expected: 'true or false' }
}

function numberValue(token: Token): ReadValue {
  return isNumber(token.text) ? { value: Number(token.text) } : { expected: 'a number' }
}

/** Kept as written; the evaluator compares instants. */
function dateValue(token: Token): ReadValue {
  return isNaN(toInstant(token.text))
    ? { expected: 'a date such as 2026-01-31T12:00:00Z' }
    : { value: token.text }
}

function textValue(token: Token, operator: Operator): ReadValue {
  const bare = token.kind === 'word' && operator !== 'eq' && operator !== 'ne'
  if (bare) return { expected: 'a value in quotes' }
  return token.text.includes('\u0000')
    ? { expected: 'a value without the character U+0000' }
    : { value: token.text }
}

function untypedValue(token: Token, operator: Operator): ReadValue {
  if (token.kind === 'text') return textValue(token, operator)
  const word = token.text.toLowerCase()
  if (word === 'true' || word === 'false') return { value: word === 'true' }
  return isNumber(token.text) ? { value: Number(token.text) } : textValue(token, operator)
}

function isNumber(text: string): boolean {
  return /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text)
}

/**
 * The instant of an xsd:dateTime in milliseconds since 1970, NaN if it is none (RFC 7643 §2.3.5). A time without zone
 * counts as UTC. Written out, since engines differ in what else Date.parse takes.
 */
export function toInstant(text: string): number {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/i.exec(
      text,
    )
  if (!found) return NaN
  const part = (at: number): number => Number(found[at] ?? 0)
  if (part(2) < 1 || part(2) > 12 || part(3) < 1 || part(3) > 31) return NaN
  if (part(4) > 24 || part(5) > 59 || part(6) > 60) return NaN
  const milliseconds = Number(((found[7] ?? '') + '000').slice(0, 3))
  const local = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6), milliseconds)
  return local - zoneOffset(found[8])
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return (zone.charAt(0) === '-' ? -minutes : minutes) * 60000
}
