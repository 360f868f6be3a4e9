import {
  defaultAttributeMapping,
  type CrowdField,
  type MappingRow,
  type NameRule,
  type WriteWhen,
} from '@settings'
import type { Patterns } from '../ports/ports'
import { textFrom, type Person } from './mapping-source'

/** Where the whole text matches the pattern, the replacement; else the text. */
export type Replace = Patterns['replace']

/** What the rows say of one field or attribute. */
export interface MappedValue {
  /** A CrowdField, or the name of an attribute. */
  readonly field: string
  /** '' where no row gives a value. */
  readonly value: string
  /** `from` of the row that gives the value, of the first one if none does. */
  readonly from: string
  readonly when: WriteWhen
}

/** One for each field that has a row; of several rows the first that has a value counts. */
export function mappedValues(
  rows: readonly MappingRow[],
  person: Person,
  replace: Replace,
): readonly MappedValue[] {
  const values: MappedValue[] = []
  for (const row of rows) {
    const place = indexOfField(values, row.field)
    const standing = values[place]
    if (standing && standing.value !== '') continue
    const value = valueOfRow(row, person, replace)
    if (!standing) values.push({ field: row.field, value, from: row.from, when: row.when })
    else if (value !== '') values[place] = { ...standing, value, from: row.from, when: row.when }
    else if (row.when === 'always') values[place] = { ...standing, when: 'always' }
  }
  return values
}

function indexOfField(values: readonly MappedValue[], field: string): number {
  for (let index = 0; index < values.length; index++)
    if (values[index]?.field === field) return index
  return -1
}

function valueOfRow(row: MappingRow, person: Person, replace: Replace): string {
  const text = textFrom(row.from, person)
  return text === '' ? '' : transformed(row, text, replace).trim()
}

function transformed(row: MappingRow, text: string, replace: Replace): string {
  switch (row.transform) {
    case 'none':
      return text
    case 'trim':
      return text.replace(/\s+/g, ' ')
    case 'lower':
      return text.toLowerCase()
    case 'upper':
      return text.toUpperCase()
    case 'pattern':
      return replace(row.pattern ?? '', row.replacement ?? '', text)
  }
}

/** The target's name for a user name, '' where the rule leaves nothing of it. */
export function ruledName(rule: NameRule, userName: string, replace: Replace): string {
  return rule.pattern === '' ? userName : replace(rule.pattern, rule.replacement, userName).trim()
}

/** Crowd's fields of the source user, by the default rows whatever the connection's are: they are there to be searched. */
export function mappedFields(person: Person): Readonly<Record<CrowdField, string>> {
  const fields = { email: '', firstName: '', lastName: '', displayName: '' }
  for (const { field, value } of mappedValues(
    defaultAttributeMapping,
    person,
    (_, __, text) => text,
  ))
    fields[field as CrowdField] = value
  return fields
}
