import type { Json, JsonObject } from '../json'
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
