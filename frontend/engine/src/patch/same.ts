import { isObject, type Json } from '../json'

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
  if (one === other) return true
  if (one === undefined || other === undefined) return false
  if (Array.isArray(one) && Array.isArray(other)) return unordered(one) === unordered(other)
  return canonical(one) === canonical(other)
}

function unordered(values: readonly Json[]): string {
  return values
    .map((value) => canonical(value))
    .sort()
    .join(',')
}

/** The values, each once. */
export function distinct<T extends Json>(values: readonly T[]): readonly T[] {
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
