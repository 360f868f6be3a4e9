import type { Issue } from './settings'

/** What a validator gives: the value in our type, or everything that is wrong with it. */
export type Checked<T> = { readonly value: T } | { readonly issues: readonly Issue[] }

/** True if there is a value. */
export function isGood<T>(checked: Checked<T>): checked is { readonly value: T } {
  return 'value' in checked
}

/** The own property of that name of something from outside; undefined for anything that is no object. */
export function own(input: unknown, name: string): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  return Object.prototype.hasOwnProperty.call(input, name)
    ? (input as Record<string, unknown>)[name]
    : undefined
}
