import type { AttributePath } from '../path/attribute-path'
import type { Match, Restriction, SearchField } from '../ports/directory'
import type { ResourceType } from '../schema/resource-type'
import type { Filter, Operator } from './filter'
import { toInstant } from './read-value'

type Compare = Extract<Filter, { kind: 'compare' }>

/** What Crowd can find of a filter. */
export interface Plan {
  /** undefined: Crowd can't narrow it, all resources are candidates. */
  readonly restriction?: Restriction
  /** True: what Crowd finds is what the filter means. False: it holds at least that, and each candidate must be judged. */
  readonly exact: boolean
  /** Nothing can match; no need to ask. */
  readonly nothing?: true
}

const all: Plan = { exact: false }
const none: Plan = { exact: true, nothing: true }

/** Searched values over 200 characters are stored as their first 150 and a hash. */
const storedWhole = 200
const storedStart = 150

/**
 * Splits a filter between Crowd, which finds candidates in the source directory, and the evaluator, which judges them.
 * `not`, `ne` and `pr` are never narrowed. `exact` only where Crowd's comparison is SCIM's.
 */
export function planFilter(filter: Filter, type: ResourceType): Plan {
  switch (filter.kind) {
    case 'and':
      return both(planFilter(filter.left, type), planFilter(filter.right, type))
    case 'or':
      return either(planFilter(filter.left, type), planFilter(filter.right, type))
    case 'compare':
      return planCompare(filter, filter.path, type)
    case 'valuePath':
      return planValuePath(filter.filter, filter.path, type)
    case 'present':
      return isOfType(filter.path, type) ? all : none
    case 'not':
      return all
  }
}

/** False for an attribute that only another type has: there it has no value. */
function isOfType({ urn }: AttributePath, type: ResourceType): boolean {
  return urn === type.urn || type.extensions.some((extension) => extension.urn === urn)
}

function both(left: Plan, right: Plan): Plan {
  if (left.nothing || right.nothing) return none
  const exact = left.exact && right.exact
  if (!left.restriction) return { ...right, exact }
  if (!right.restriction) return { ...left, exact }
  return { restriction: joined('and', left.restriction, right.restriction), exact }
}

function either(left: Plan, right: Plan): Plan {
  if (left.nothing) return right
  if (right.nothing) return left
  if (!left.restriction || !right.restriction) return all
  const exact = left.exact && right.exact
  return { restriction: joined('or', left.restriction, right.restriction), exact }
}

/** One flat list where the same kind is inside, so that Crowd's query stays shallow. */
function joined(kind: 'and' | 'or', left: Restriction, right: Restriction): Restriction {
  const parts = (one: Restriction): readonly Restriction[] =>
    one.kind === kind ? one.restrictions : [one]
  return { kind, restrictions: parts(left).concat(parts(right)) }
}

/** `emails[type eq "work" and value eq "x"]`: whoever matches has that value, maybe of another type. */
function planValuePath(inside: Filter, list: AttributePath, type: ResourceType): Plan {
  switch (inside.kind) {
    case 'and':
      return both(planValuePath(inside.left, list, type), planValuePath(inside.right, list, type))
    case 'or':
      return either(planValuePath(inside.left, list, type), planValuePath(inside.right, list, type))
    case 'compare':
      return atMost(planCompare(inside, { ...list, sub: inside.path.attribute }, type))
    default:
      return all
  }
}

function atMost(plan: Plan): Plan {
  return plan.nothing ? plan : { ...plan, exact: false }
}

function planCompare(filter: Compare, path: AttributePath, type: ResourceType): Plan {
  if (filter.operator === 'ne' || filter.value === null) return all
  if (!isOfType(path, type)) return none
  if (path.urn !== type.urn) return all
  const row = rows[type.name][pathKey(path)]
  return row ? row(filter.operator, filter.value) : all
}

function pathKey(path: AttributePath): string {
  return path.sub === undefined ? path.attribute : path.attribute + '.' + path.sub
}

type Row = (operator: Operator, value: string | number | boolean) => Plan

/** A row for each attribute that the source directory can be searched by. */
const rows: Readonly<Record<'User' | 'Group', Readonly<Record<string, Row | undefined>>>> = {
  User: {
    id: idRow,
    userName: nameRow,
    externalId: externalIdRow,
    active: activeRow,
    emails: emailRow,
    'emails.value': emailRow,
    'name.givenName': candidates('firstName'),
    'name.familyName': candidates('lastName'),
    'meta.created': createdRow,
    'meta.lastModified': modifiedRow,
    'meta.resourceType': typeRow('User'),
  },
  Group: {
    id: idRow,
    displayName: nameRow,
    externalId: externalIdRow,
    'meta.created': createdRow,
    'meta.lastModified': modifiedRow,
    'meta.resourceType': typeRow('Group'),
  },
}

/** All or nothing: a search over several types may ask for one. */
function typeRow(name: ResourceType['name']): Row {
  return (operator, value) => {
    if (operator !== 'eq') return all
    return value === name ? { exact: true } : none
  }
}

/** Crowd compares external ids with case, as SCIM does ids. */
function idRow(operator: Operator, value: string | number | boolean): Plan {
  if (operator !== 'eq') return all
  return value === '' ? none : { restriction: fieldIs('externalId', 'exactly', value), exact: true }
}

/** The stored name is the attribute itself, and neither Crowd nor SCIM minds its case. */
function nameRow(operator: Operator, value: string | number | boolean): Plan {
  if (operator === 'eq' && value === '') return none
  const plan = candidates('name')(operator, value)
  return plan.restriction ? { ...plan, exact: operator === 'eq' || isPlain(value) } : plan
}

function activeRow(operator: Operator, value: string | number | boolean): Plan {
  return operator === 'eq' ? { restriction: fieldIs('active', 'exactly', value), exact: true } : all
}

/** SCIM compares external ids with case, Crowd's attributes without. */
function externalIdRow(operator: Operator, value: string | number | boolean): Plan {
  return searchable('scim.externalId', operator, String(value))
}

/** The stored values hold a user's top-level `email` and `mail` too, so these are candidates. */
function emailRow(operator: Operator, value: string | number | boolean): Plan {
  return searchable('scim.email', operator, String(value).toLowerCase())
}

function searchable(name: string, operator: Operator, value: string): Plan {
  if (operator === 'eq' && value === '') return none
  const long = value.length > storedWhole
  if (value === '' || (operator !== 'eq' && operator !== 'sw')) return all
  if (operator === 'eq' && !long)
    return { restriction: { kind: 'attribute', name, match: 'exactly', value }, exact: false }
  const start = value.slice(0, storedStart)
  return {
    restriction: { kind: 'attribute', name, match: 'startsWith', value: start },
    exact: false,
  }
}

const partMatches: Readonly<Partial<Record<Operator, Match>>> = {
  eq: 'exactly',
  sw: 'startsWith',
  co: 'contains',
  ew: 'endsWith',
}

/** A field that holds the attribute's value, and something else where the attribute has none. */
function candidates(field: SearchField): Row {
  return (operator, value) => {
    const match = partMatches[operator]
    return match && value !== '' ? { restriction: fieldIs(field, match, value), exact: false } : all
  }
}

/** Crowd's % and _ are wild in parts of names; then it finds too much. */
function isPlain(value: string | number | boolean): boolean {
  return !/[%_\\]/.test(String(value))
}

const dateMatches: Readonly<Partial<Record<Operator, Match>>> = {
  gt: 'greaterThan',
  ge: 'greaterOrEqual',
  lt: 'lessThan',
  le: 'lessOrEqual',
}

function createdRow(operator: Operator, value: string | number | boolean): Plan {
  const match = dateMatches[operator]
  return match
    ? { restriction: fieldIs('created', match, toInstant(String(value))), exact: false }
    : all
}

/** Crowd's own date is never before ours, since it moves with our notes too. */
function modifiedRow(operator: Operator, value: string | number | boolean): Plan {
  return operator === 'gt' || operator === 'ge' ? changedSince(String(value)) : all
}

function changedSince(value: string): Plan {
  return { restriction: fieldIs('updated', 'greaterOrEqual', toInstant(value)), exact: false }
}

function fieldIs(field: SearchField, match: Match, value: string | number | boolean): Restriction {
  return { kind: 'field', field, match, value }
}
