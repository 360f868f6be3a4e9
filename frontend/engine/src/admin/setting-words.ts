import {
  own,
  scimFields,
  userSyncFields,
  type Field,
  type FieldKind,
  type Fields,
  type Issue,
} from '@settings'

/** For Activity: `Mode: Live → Paused; App Name: Acme → Acme Corp`. */
export function whatChanged<T>(fields: Fields<T>, before: T, after: T): string {
  const names = Object.keys(fields) as (keyof T)[]
  return names
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => changeWords(fields[name], before[name], after[name]))
    .join('; ')
}

/** By JSON: values of one setting come from one reader, so that their parts stand in one order. */
function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

function changeWords<T>({ label, field }: Field<T>, before: T, after: T): string {
  return label + ': ' + valueWords(field, before) + ' → ' + valueWords(field, after)
}

function valueWords(field: FieldKind, value: unknown): string {
  if (field.kind === 'switch') return value === true ? 'on' : 'off'
  if (field.kind === 'composed') return field.words(value)
  if (field.kind !== 'choice') return value === '' ? 'none' : String(value)
  const option = field.options.filter((each) => each.value === value)[0]
  return option ? option.label : String(value)
}

const tables: readonly (readonly [string, object])[] = [
  ['scim', scimFields],
  ['userSync', userSyncFields],
  ['target', { name: { label: 'Directory name' }, directoryId: { label: 'Directory' } }],
  ['token', { name: { label: 'Token name' }, expires: { label: 'Expires' } }],
]

/** For Activity: `App Name: must not be empty`, with the label that the page shows. */
export function issueWords({ path, message }: Issue): string {
  const [place, name = ''] = path.split('.')
  const table = tables.filter(([each]) => each === place)[0]
  const label = table ? own(own(table[1], name), 'label') : undefined
  return (typeof label === 'string' ? label : name || path) + ': ' + message
}
