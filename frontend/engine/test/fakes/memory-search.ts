import {
  DirectoryError,
  type Attributes,
  type DirectoryQuery,
  type Match,
  type Restriction,
  type SearchField,
} from '../../src/ports/directory'

/** What a search can look at, of a user or a group. */
export interface Searchable {
  readonly fields: Readonly<Partial<Record<SearchField, string | number | boolean>>>
  readonly attributes: Attributes
}

/** True where Crowd's own search would find it. No restriction finds everything. */
export function isFound(restriction: Restriction | undefined, entity: Searchable): boolean {
  if (!restriction) return true
  switch (restriction.kind) {
    case 'and':
      return restriction.restrictions.every((part) => isFound(part, entity))
    case 'or':
      return restriction.restrictions.some((part) => isFound(part, entity))
    case 'attribute':
      return valuesOf(entity.attributes, restriction.name).some((value) =>
        isMatch(restriction.match, value.toLowerCase(), restriction.value.toLowerCase()),
      )
    case 'field':
      return isFieldMatch(restriction.field, restriction.match, restriction.value, entity)
  }
}

/** One page of a list that is already in order. Crowd refuses a count of 0. */
export function pageOf<T>(query: DirectoryQuery, all: readonly T[]): readonly T[] {
  if (query.count === 0) throw new DirectoryError('invalid', 'search for 0 results')
  return all.slice(query.start, query.count < 0 ? undefined : query.start + query.count)
}

function valuesOf(attributes: Attributes, name: string): readonly string[] {
  return Object.prototype.hasOwnProperty.call(attributes, name) ? (attributes[name] ?? []) : []
}

function isFieldMatch(
  field: SearchField,
  match: Match,
  wanted: string | number | boolean,
  entity: Searchable,
): boolean {
  const found = entity.fields[field]
  if (found === undefined) throw new DirectoryError('invalid', 'search for unknown field ' + field)
  if (typeof found !== 'string' || typeof wanted !== 'string') return isMatch(match, found, wanted)
  // External ids and descriptions are the two columns that Crowd does not lower-case.
  if (field === 'externalId' || field === 'description') return isMatch(match, found, wanted)
  return isMatch(match, found.toLowerCase(), wanted.toLowerCase())
}

type Comparable = string | number | boolean

function isMatch(match: Match, found: Comparable, wanted: Comparable): boolean {
  switch (match) {
    case 'exactly':
      return found === wanted
    case 'lessThan':
      return found < wanted
    case 'lessOrEqual':
      return found <= wanted
    case 'greaterThan':
      return found > wanted
    case 'greaterOrEqual':
      return found >= wanted
    case 'startsWith':
      return isLike(String(found), String(wanted) + '%')
    case 'endsWith':
      return isLike(String(found), '%' + String(wanted))
    case 'contains':
      return isLike(String(found), '%' + String(wanted) + '%')
  }
}

/** SQL's LIKE. Crowd escapes neither % nor _ in what it is given. */
function isLike(text: string, pattern: string): boolean {
  let reachable = [true]
  for (const sign of pattern.split('')) reachable = afterSign(text, reachable, sign)
  return reachable[text.length] === true
}

function afterSign(text: string, before: readonly boolean[], sign: string): boolean[] {
  const after: boolean[] = []
  for (let at = 0; at <= text.length; at++) {
    after[at] =
      sign === '%'
        ? before[at] === true || after[at - 1] === true
        : before[at - 1] === true && (sign === '_' || sign === text.charAt(at - 1))
  }
  return after
}
