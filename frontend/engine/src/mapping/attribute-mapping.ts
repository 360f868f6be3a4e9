import type { JsonObject } from '../json'
import type { PrincipalFields } from '../ports/directory'
import { isObject, ownValue } from '../json'

export type MappedField = 'email' | 'firstName' | 'lastName' | 'displayName'

/** Where a value may come from in a User. */
export type ValueSource =
  | { readonly kind: 'attribute'; readonly path: readonly string[] }
  | { readonly kind: 'email'; readonly which: 'work' | 'primary' | 'first' }
  | { readonly kind: 'joined'; readonly paths: readonly (readonly string[])[] }
  | { readonly kind: 'userName' }

/** One row: a field of Crowd's user, and where its value comes from; the first that has one counts. */
export interface MappingRow {
  readonly field: MappedField
  readonly from: readonly ValueSource[]
}

/** What a connection starts with. */
export const defaultMapping: readonly MappingRow[] = [
  {
    field: 'email',
    from: [
      { kind: 'email', which: 'work' },
      { kind: 'email', which: 'primary' },
      { kind: 'email', which: 'first' },
      { kind: 'attribute', path: ['email'] },
      { kind: 'attribute', path: ['mail'] },
    ],
  },
  { field: 'firstName', from: [{ kind: 'attribute', path: ['name', 'givenName'] }] },
  { field: 'lastName', from: [{ kind: 'attribute', path: ['name', 'familyName'] }] },
  {
    field: 'displayName',
    from: [
      { kind: 'attribute', path: ['displayName'] },
      { kind: 'attribute', path: ['name', 'formatted'] },
      {
        kind: 'joined',
        paths: [
          ['name', 'givenName'],
          ['name', 'familyName'],
        ],
      },
      { kind: 'userName' },
    ],
  },
]

/** The mapped fields of a User; '' where no row gives a value. */
export function mappedFields(
  rows: readonly MappingRow[],
  userName: string,
  document: JsonObject,
): Pick<PrincipalFields, MappedField> {
  const valueFor = (field: MappedField): string => {
    for (const row of rows) {
      if (row.field === field) return firstValue(row.from, userName, document)
    }
    return ''
  }
  return {
    email: valueFor('email'),
    firstName: valueFor('firstName'),
    lastName: valueFor('lastName'),
    displayName: valueFor('displayName'),
  }
}

function firstValue(from: readonly ValueSource[], userName: string, document: JsonObject): string {
  for (const origin of from) {
    const value = valueFrom(origin, userName, document).trim()
    if (value !== '') return value
  }
  return ''
}

function valueFrom(origin: ValueSource, userName: string, document: JsonObject): string {
  switch (origin.kind) {
    case 'attribute':
      return textAt(document, origin.path)
    case 'email':
      return emailOf(document, origin.which)
    case 'joined':
      return origin.paths
        .map((path) => textAt(document, path).trim())
        .filter((text) => text !== '')
        .join(' ')
    case 'userName':
      return userName
  }
}

function textAt(document: JsonObject, path: readonly string[]): string {
  let value: unknown = document
  for (const name of path) value = isObject(value) ? ownValue(value, name) : undefined
  return typeof value === 'string' ? value : ''
}

function emailOf(document: JsonObject, which: 'work' | 'primary' | 'first'): string {
  const emails = ownValue(document, 'emails')
  if (!Array.isArray(emails)) return ''
  for (const email of emails as readonly unknown[]) {
    if (!isObject(email)) continue
    const value = textAt(email, ['value'])
    if (value !== '' && isWanted(email, which)) return value
  }
  return ''
}

function isWanted(email: JsonObject, which: 'work' | 'primary' | 'first'): boolean {
  if (which === 'work') return textAt(email, ['type']).toLowerCase() === 'work'
  return which === 'first' || ownValue(email, 'primary') === true
}
