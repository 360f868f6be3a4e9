import { isObject, type Json, type JsonObject } from '../json'
import { isRefusedName } from '../path/names'

/** The object without the named properties. */
export function without(object: JsonObject, names: readonly string[]): JsonObject {
  const rest: Record<string, Json> = {}
  for (const name of Object.keys(object)) {
    const value = object[name]
    if (value !== undefined && !names.includes(name) && !isRefusedName(name)) rest[name] = value
  }
  return rest
}

/**
 * A copy of the first with the second laid over it. Object spread, once it is ES5, would make an own `__proto__` the
 * prototype; here it is left out.
 */
export function laidOver<T>(
  object: Readonly<Record<string, T>>,
  more: Readonly<Record<string, T>>,
): Record<string, T> {
  const copy: Record<string, T> = {}
  for (const from of [object, more])
    for (const name of Object.keys(from)) if (name !== '__proto__') copy[name] = from[name] as T
  return copy
}

/** The value without the names that would reach into JavaScript's own objects, however deep. */
export function withoutRefusedNames(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutRefusedNames)
  if (!isObject(value)) return value
  const rest: Record<string, Json> = {}
  for (const name of Object.keys(value))
    if (!isRefusedName(name)) rest[name] = withoutRefusedNames(value[name] as Json)
  return rest
}

/** Deep equality of JSON; the order of an object's properties does not count. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']'
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value))
  const object = value as Record<string, unknown>
  const names = Object.keys(object).sort()
  return (
    '{' + names.map((name) => JSON.stringify(name) + ':' + canonical(object[name])).join(',') + '}'
  )
}
