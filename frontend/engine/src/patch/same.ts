import { isObject, ownValue, type Json, type JsonObject } from '../json'

/** A text that two values share exactly if they are equal whatever the order of an object's names. */
export function canonical(value: Json): string {
  if (Array.isArray(value))
    return '[' + (value as readonly Json[]).map((part) => canonical(part)).join(',') + ']'
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return (
    '{' +
    names.map((name) => JSON.stringify(name) + ':' + canonical(value[name] as Json)).join(',') +
    '}'
  )
}

/** True if both are absent or equal; the values of a list have no order (RFC 7643 §2.4). */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (isEqual(one, other)) return true
  return Array.isArray(one) && Array.isArray(other) && unordered(one) === unordered(other)
}

/** Equal whatever the order of an object's names; lists in order. */
function isEqual(one: Json, other: Json): boolean {
  if (one === other) return true
  if (Array.isArray(one)) return Array.isArray(other) && isEqualList(one, other)
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => {
    const right = ownValue(other, name)
    return right !== undefined && isEqual(one[name] as Json, right)
  })
}

function isEqualList(one: readonly Json[], other: readonly Json[]): boolean {
  return one.length === other.length && one.every((value, at) => isEqual(value, other[at] as Json))
}

function unordered(values: readonly Json[]): string {
  return values
    .map((value) => canonical(value))
    .sort()
    .join(',')
}

/** The values, each once. */
export function distinct<T extends Json>(values: readonly T[]): readonly T[] {
  if (values.length < 2) return values
  const seen: Record<string, true> = {}
  return values.filter((value) => {
    const key = '=' + canonical(value)
    const isNew = seen[key] !== true
    seen[key] = true
    return isNew
  })
}

/** The object with one name set, or without it for undefined. */
export function withName(
  object: { readonly [name: string]: Json },
  name: string,
  value: Json | undefined,
): { readonly [name: string]: Json } {
  const copy: { [name: string]: Json } = {}
  for (const key of Object.keys(object)) if (key !== name) copy[key] = object[key] as Json
  if (value !== undefined) copy[name] = value
  return copy
}

/** The object with the other's names set. */
export function withNames(object: JsonObject, more: JsonObject): JsonObject {
  const copy: { [name: string]: Json } = {}
  for (const key of Object.keys(object)) copy[key] = object[key] as Json
  for (const key of Object.keys(more)) copy[key] = more[key] as Json
  return copy
}
