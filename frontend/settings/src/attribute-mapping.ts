import { own, type Checked } from './checked'
import { longestPattern, readPattern, refused } from './composed'
import { textProblem } from './names'
import type { Issue, CrowdField, MappingRow, Transform, WriteWhen } from './settings'

/** A choice in a row of the attribute mapping, for people. */
interface Choice<T> {
  readonly value: T
  readonly label: string
  readonly meaning: string
}

/** Crowd's own fields; any other name in a row is that of a Crowd attribute. */
export const crowdFields: readonly Choice<CrowdField>[] = [
  { value: 'email', label: 'E-mail', meaning: 'Where Crowd and the applications write to.' },
  { value: 'firstName', label: 'First name', meaning: '' },
  { value: 'lastName', label: 'Last name', meaning: '' },
  { value: 'displayName', label: 'Full name', meaning: 'The name that people see.' },
]

export const transforms: readonly Choice<Transform>[] = [
  { value: 'none', label: 'As sent', meaning: 'Blanks around the value do not count.' },
  { value: 'trim', label: 'Trim', meaning: 'Several blanks in a row become one.' },
  { value: 'lower', label: 'Lower case', meaning: 'All letters small.' },
  { value: 'upper', label: 'Upper case', meaning: 'All letters large.' },
  {
    value: 'pattern',
    label: 'Pattern',
    meaning: 'Where the whole value matches, it is replaced; $1 is the first bracket.',
  },
]

export const writeWhens: readonly Choice<WriteWhen>[] = [
  {
    value: 'always',
    label: 'Always',
    meaning: 'When the user is created and when the value changes.',
  },
  { value: 'ifEmpty', label: 'Only if empty', meaning: 'What stands in Crowd already stays.' },
  {
    value: 'onCreate',
    label: 'Only on create',
    meaning: 'Once, when SCIM creates the user in Crowd.',
  },
]

const row = (field: CrowdField, from: string): MappingRow => ({
  field,
  from,
  transform: 'none',
  when: 'always',
})

/** What a connection starts with. */
export const defaultAttributeMapping: readonly MappingRow[] = [
  row('email', 'emails[type eq "work"].value'),
  row('email', 'emails[primary eq true].value'),
  row('email', 'emails.value'),
  row('email', 'email'),
  row('email', 'mail'),
  row('firstName', 'name.givenName'),
  row('lastName', 'name.familyName'),
  row('displayName', 'displayName'),
  row('displayName', 'name.formatted'),
  row('displayName', '${name.givenName} ${name.familyName}'),
  row('displayName', 'userName'),
]

const mostRows = 100
const longestAttributeName = 100

/** Attributes in which Crowd itself keeps how a person logs in, in lower case. */
const attributesOfCrowd: readonly string[] = [
  'autogroupsadded',
  'invalidpasswordattempts',
  'lastactive',
  'lastauthenticated',
  'passwordlastchanged',
  'requirespasswordchange',
]

/**
 * The rows of the attribute mapping. Whether paths and patterns are good is the server's to say. Issues stand at
 * `<place>[<index>].<part>`.
 */
export function readMappingRows(input: unknown, place: string): Checked<readonly MappingRow[]> {
  if (!Array.isArray(input)) return refused(place, 'must be a list')
  if (input.length > mostRows) return refused(place, 'at most ' + String(mostRows) + ' rows')
  const issues: Issue[] = []
  const rows = input.map((item: unknown, index) =>
    readRow(item, place + '[' + String(index) + ']', issues),
  )
  rows.forEach(({ field }, index) => {
    const path = place + '[' + String(index) + '].field'
    const other = rows.filter((each) => isSameAttribute(each.field, field))[0]
    if (other && other.field !== field)
      issues.push({ path, message: 'another row writes it as “' + other.field + '”' })
  })
  return issues.length > 0 ? { issues } : { value: rows }
}

function isSameAttribute(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function readRow(item: unknown, place: string, issues: Issue[]): MappingRow {
  const field = own(item, 'field')
  const from = own(item, 'from')
  const take = (name: string, problem: string | undefined): void => {
    if (problem) issues.push({ path: place + '.' + name, message: problem })
  }
  take('field', fieldProblem(field))
  take('from', textProblem(from, 1, longestPattern))
  const read = {
    field: trimmed(field),
    from: trimmed(from),
    transform: readChoice(transforms, own(item, 'transform'), place + '.transform', issues),
    when: readChoice(writeWhens, own(item, 'when'), place + '.when', issues),
  }
  if (read.transform !== 'pattern') return read
  return {
    ...read,
    pattern: readPattern(own(item, 'pattern'), 1, place + '.pattern', issues),
    replacement: readPattern(own(item, 'replacement'), 0, place + '.replacement', issues),
  }
}

function fieldProblem(value: unknown): string | undefined {
  const problem = textProblem(value, 1, longestAttributeName)
  if (problem) return problem
  const name = trimmed(value).toLowerCase()
  if (name.slice(0, 5) === 'scim.') return 'names that begin with “scim.” are kept for our notes'
  return attributesOfCrowd.includes(name) ? 'Crowd keeps the log-in in this attribute' : undefined
}

function readChoice<T>(
  choices: readonly Choice<T>[],
  value: unknown,
  path: string,
  issues: Issue[],
): T {
  if (!choices.some((choice) => choice.value === value))
    issues.push({
      path,
      message: 'must be one of ' + choices.map(({ label }) => label).join(', '),
    })
  return value as T
}

function trimmed(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** For Activity: `email ← work e-mail`, one after the other; the rows are few and short. */
export function mappingInWords(value: unknown): string {
  const rows = value as readonly MappingRow[]
  if (JSON.stringify(rows) === JSON.stringify(defaultAttributeMapping)) return 'default'
  return rows.length === 0 ? 'none' : rows.map(rowInWords).join(', ')
}

function rowInWords({ field, from, transform, pattern, replacement, when }: MappingRow): string {
  const changed =
    transform === 'none'
      ? ''
      : transform === 'pattern'
        ? ' (' + (pattern ?? '') + ' ↦ ' + (replacement ?? '') + ')'
        : ' (' + transform + ')'
  return field + ' ← ' + from + changed + (when === 'always' ? '' : ', ' + when)
}
