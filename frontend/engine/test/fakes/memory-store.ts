import type { Attributes, DirectoryErrorKind, PrincipalFields } from '../../src/ports/directory'
import { DirectoryError } from '../../src/ports/directory'

/** The rows of one in-memory directory. Keys are lower-cased names. */
export interface MemoryStore {
  readonly users: Map<string, UserRow>
  readonly groups: Map<string, GroupRow>
}

export interface UserRow {
  fields: PrincipalFields
  readonly externalId: string
  readonly created: number
  updated: number
  attributes: Record<string, readonly string[]>
  password: string | undefined
}

export interface GroupRow {
  name: string
  active: boolean
  description: string
  externalId: string
  readonly created: number
  updated: number
  attributes: Record<string, readonly string[]>
  /** Lower-cased names of the users in it. */
  members: readonly string[]
  /** Lower-cased names of the groups in it. */
  nested: readonly string[]
}

export function fail(kind: DirectoryErrorKind, message: string): never {
  throw new DirectoryError(kind, message)
}

/** Crowd cuts long values short and says nothing. */
export function cutTo255(value: string): string {
  return value.length > 255 ? value.slice(0, 252) + '...' : value
}

/** Refuses what Crowd refuses as a name. */
export function checkName(operation: string, name: string): void {
  if (name.trim() === '') fail('invalid', operation + ': the name is blank')
  if (name.trim() !== name) fail('invalid', operation + ': the name has blanks around it')
  if (name.length > 255) fail('invalid', operation + ': the name is longer than 255 characters')
}

/** The stored attributes with the named ones replaced: cut, and unique whatever their case. */
export function withAttributes(
  stored: Attributes,
  written: Attributes,
): Record<string, readonly string[]> {
  const after: Record<string, readonly string[]> = { ...stored }
  for (const name of Object.keys(written)) {
    const values = written[name] ?? []
    if (values.length === 0) fail('invalid', 'store attribute ' + name + ' without values')
    if (name.length > 255)
      fail('invalid', 'store attribute: the name is longer than 255 characters')
    after[name] = uniqueValues(values.map(cutTo255))
  }
  return after
}

function uniqueValues(values: readonly string[]): readonly string[] {
  const lower = values.map((value) => value.toLowerCase())
  return values.filter((_, index) => lower.indexOf(lower[index] ?? '') === index)
}

/** Crowd's `populateNames` and its silent cuts: what it stores for the fields it was given. */
export function storedFields(given: PrincipalFields): PrincipalFields {
  const first = given.firstName.trim()
  const last = given.lastName.trim()
  const display = given.displayName.trim() || [first, last].filter(Boolean).join(' ') || given.name
  const words = display.split(' ')
  return {
    name: given.name,
    active: given.active,
    email: cutTo255(given.email),
    displayName: cutTo255(display),
    firstName: cutTo255(first || (words.length > 1 ? words.slice(0, -1).join(' ') : '')),
    lastName: cutTo255(last || (words[words.length - 1] ?? '')),
  }
}
