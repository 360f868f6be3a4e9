import { isObject, ownValue, type Json, type JsonObject } from '../json'
import type { AttributePath } from '../path/attribute-path'
import { findSubAttribute, type Attribute } from '../schema/attribute'
import { findAttribute, type ResourceType } from '../schema/resource-type'
import type { Filter, JsonPrimitive, Operator } from './filter'
import { toInstant } from './read-value'

type Compare = Extract<Filter, { kind: 'compare' }>

/** Where names are looked up: in a resource by schema, or in one value of a list by that list's sub-attributes. */
interface Scope {
  readonly effort: Effort
  /** The object that holds the attribute: the resource itself, one of its extensions, or the value. */
  containerOf(urn: string): Json | undefined
  /** The row of `path.attribute`, whatever its sub-attribute. */
  rowOf(path: AttributePath): Attribute | undefined
}

/** How many values were compared or looked for; counted on while filters are judged. */
export interface Effort {
  looks: number
}

/**
 * True if the resource, in RFC form, meets the filter (RFC 7644 §3.4.2.2). Texts are compared by `caseExact`, dates by
 * instant. A list matches if one of its values does; `ne` is true where `eq` is not. What is absent matches only `ne`
 * and `eq null`; `""`, `null` and `[]` are not present. `members` and `groups` must be in the resource if the filter
 * names them (`mentions`).
 */
export function matches(
  filter: Filter,
  resource: JsonObject,
  type: ResourceType,
  effort: Effort = { looks: 0 },
): boolean {
  return holds(filter, {
    effort,
    containerOf: (urn) => (urn === type.urn ? resource : valueOf(resource, urn)),
    rowOf: (path) => findAttribute(type, path.urn, path.attribute),
  })
}

/** True if one value of a list meets the filter between the brackets; `row` is the list's, undefined if unknown. */
export function matchesValue(
  filter: Filter,
  value: JsonObject,
  row: Attribute | undefined,
  effort: Effort = { looks: 0 },
): boolean {
  return holds(filter, {
    effort,
    containerOf: () => value,
    rowOf: (path) => row && findSubAttribute(row, path.attribute),
  })
}

function holds(filter: Filter, scope: Scope): boolean {
  switch (filter.kind) {
    case 'and':
      return holds(filter.left, scope) && holds(filter.right, scope)
    case 'or':
      return holds(filter.left, scope) || holds(filter.right, scope)
    case 'not':
      return !holds(filter.filter, scope)
    case 'present':
      return valuesAt(filter.path, scope).some(isPresent)
    case 'compare':
      return compares(filter, scope)
    case 'valuePath':
      return valuesAt(filter.path, scope).some(
        (value) =>
          isObject(value) &&
          matchesValue(filter.filter, value, scope.rowOf(filter.path), scope.effort),
      )
  }
}

/** The values at a place: those of a list one by one, none where nothing is. */
function valuesAt(path: AttributePath, scope: Scope): readonly Json[] {
  const container = scope.containerOf(path.urn)
  const values = isObject(container) ? toList(valueOf(container, path.attribute)) : []
  scope.effort.looks += 1 + values.length
  const sub = path.sub
  if (sub === undefined) return values
  const found: Json[] = []
  for (const value of values)
    if (isObject(value)) for (const inner of toList(valueOf(value, sub))) found.push(inner)
  return found
}

/** What no schema knows is kept under the name that was sent, in any letter case (RFC 7643 §2.1). */
export function valueOf(object: JsonObject, name: string): Json | undefined {
  const exact = ownValue(object, name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const key of Object.keys(object)) if (key.toLowerCase() === wanted) return object[key]
  return undefined
}

/** The values of a list, the one value of what is none, nothing for nothing. */
export function toList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

function isPresent(value: Json): boolean {
  if (value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return !isObject(value) || Object.keys(value).some((key) => isPresent(value[key] as Json))
}

function compares(filter: Compare, scope: Scope): boolean {
  const row = comparedRow(filter.path, scope)
  const values = assumed(filter.path, valuesAt(filter.path, scope))
  if (filter.value === null) return values.some(isPresent) === (filter.operator === 'ne')
  if (filter.operator === 'ne')
    return !values.some((value) => isTrue('eq', value, filter.value, row))
  return values.some((value) => isTrue(filter.operator, value, filter.value, row))
}

function comparedRow(path: AttributePath, scope: Scope): Attribute | undefined {
  const row = scope.rowOf(path)
  return row && path.sub !== undefined ? findSubAttribute(row, path.sub) : row
}

/** `primary` that is left out counts as false (RFC 7643 §2.4). */
function assumed(path: AttributePath, values: readonly Json[]): readonly Json[] {
  return values.length === 0 && path.attribute === 'primary' ? [false] : values
}

function isTrue(
  operator: Operator,
  value: Json,
  wanted: JsonPrimitive,
  row: Attribute | undefined,
): boolean {
  if (typeof value === 'string' && typeof wanted === 'string')
    return textIsTrue(operator, value, wanted, row)
  if (typeof value === 'number' && typeof wanted === 'number')
    return ordered(operator, value, wanted)
  return operator === 'eq' && value === wanted
}

function textIsTrue(
  operator: Operator,
  value: string,
  wanted: string,
  row: Attribute | undefined,
): boolean {
  if (row?.type === 'dateTime') return ordered(operator, toInstant(value), toInstant(wanted))
  const exact = row !== undefined && row.caseExact
  return exact
    ? textOrdered(operator, value, wanted)
    : textOrdered(operator, value.toLowerCase(), wanted.toLowerCase())
}

function textOrdered(operator: Operator, value: string, wanted: string): boolean {
  switch (operator) {
    case 'co':
      return value.includes(wanted)
    case 'sw':
      return value.slice(0, wanted.length) === wanted
    case 'ew':
      return wanted.length <= value.length && value.slice(value.length - wanted.length) === wanted
    default:
      return ordered(operator, value, wanted)
  }
}

function ordered<T extends string | number>(operator: Operator, value: T, wanted: T): boolean {
  switch (operator) {
    case 'eq':
      return value === wanted
    case 'gt':
      return value > wanted
    case 'ge':
      return value >= wanted
    case 'lt':
      return value < wanted
    case 'le':
      return value <= wanted
    default:
      return false
  }
}
