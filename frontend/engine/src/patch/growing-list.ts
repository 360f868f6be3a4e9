import type { Json } from '../json'

/** A list while operations add to it: what stands where by key, so that one value more costs the same in a long list. */
export interface GrowingList<T extends Json> {
  readonly values: T[]
  readonly places: { readonly [key: string]: number[] }
}

/** By the attribute's name. */
export type GrowingLists = { [name: string]: GrowingList<Json> }

/**
 * The list of that attribute, to be changed in place; a copy of `current` where that is not what stood in it last. Keys
 * tell which values may be the same.
 */
export function growingList<T extends Json>(
  lists: GrowingLists,
  name: string,
  current: readonly T[],
  keyOf: (value: T) => string,
): GrowingList<T> {
  if (isGrowing(lists, name, current)) return lists['@' + name] as unknown as GrowingList<T>
  const list: GrowingList<T> = { values: [], places: {} }
  for (const value of current) append(list, value, keyOf(value))
  lists['@' + name] = list as unknown as GrowingList<Json>
  return list
}

/** True for the very list that stood in that attribute when operations added to it last. */
export function isGrowing(lists: GrowingLists, name: string, current: readonly Json[]): boolean {
  return lists['@' + name]?.values === current
}

/** Where the values of that key stand. */
export function placesOf<T extends Json>(list: GrowingList<T>, key: string): readonly number[] {
  return list.places['@' + key] ?? []
}

/** Puts a value at the end. */
export function append<T extends Json>(list: GrowingList<T>, value: T, key: string): void {
  const places = list.places as { [key: string]: number[] }
  const at = list.values.push(value) - 1
  const known = places['@' + key]
  if (known) known.push(at)
  else places['@' + key] = [at]
}
