import { isObject, type Json, type JsonObject } from '../json'
import { findSubAttribute, type Attribute } from '../schema/attribute'
import { invalidPath, mutability } from '../scim-error'
import { applyToList } from './apply-list'
import { applyToUnknown } from './apply-unknown'
import { pathPlace, type Assignment } from './assignment'
import { getValue, putValue, type Draft } from './draft'
import { isGrowing } from './growing-list'
import { readComplex, readPart } from './read-complex'
import { isCleared, readSimple, wrongValue, type Place } from './read-simple'
import { withName, withNames } from './same'

/** Carries out one assignment on the draft. Throws a ScimError that names place, attribute and value. */
export function applyAssignment(draft: Draft, assignment: Assignment): void {
  const { path, row } = assignment
  if (path.attribute === '') return clearExtension(draft, assignment)
  if (row?.mutability === 'readOnly')
    throw mutability(pathPlace(assignment), `${row.name} is read-only`)
  const place = placeOf(assignment)
  const current = getValue(draft, path.urn, path.attribute)
  if (!row)
    return putValue(
      draft,
      path.urn,
      path.attribute,
      applyToUnknown(draft, assignment, current, place),
    )
  if (row.mutability === 'writeOnly') return takePassword(draft, assignment, row, place)
  const after = applyToKnown(draft, assignment, current, row, place)
  // `active` without a value says nothing: whoever is active stays so. To remove it is refused.
  if (row.name === 'active' && after === undefined && assignment.kind !== 'remove') return
  if (row.required && after === undefined) throw needed(assignment, row, place)
  noteActive(draft, row, after)
  putValue(draft, path.urn, path.attribute, after)
}

function placeOf({ path, place }: Assignment): Place {
  return { text: place, attribute: path.attribute }
}

function clearExtension(draft: Draft, assignment: Assignment): void {
  const { path } = assignment
  if (path.urn === draft.type.urn)
    throw invalidPath(pathPlace(assignment), 'the core schema as a whole has no value')
  putValue(draft, path.urn, '', undefined)
}

function needed(assignment: Assignment, row: Attribute, place: Place): Error {
  return assignment.kind === 'remove'
    ? mutability(pathPlace(assignment), `${row.name} is required and can't be removed`)
    : wrongValue(place, 'must not be empty')
}

function noteActive(draft: Draft, row: Attribute, after: Json | undefined): void {
  if (row.name === 'active' && typeof after === 'boolean') draft.active = after
}

function takePassword(draft: Draft, assignment: Assignment, row: Attribute, place: Place): void {
  const read = assignment.kind === 'remove' ? undefined : readSimple(assignment.value, row, place)
  if (read === undefined) delete draft.password
  else draft.password = read as string
}

function applyToKnown(
  draft: Draft,
  assignment: Assignment,
  current: Json | undefined,
  row: Attribute,
  place: Place,
): Json | undefined {
  if (row.type === 'complex' && row.multiValued)
    return applyToList(draft, assignment, toObjects(draft, current, row), row, place)
  if (assignment.path.filter)
    throw invalidPath(pathPlace(assignment), `${row.name} has one value, so no brackets`)
  if (row.type === 'complex')
    return applyToComplex(assignment, isObject(current) ? current : {}, row, place)
  if (assignment.kind === 'remove') return undefined
  return readSimple(
    assignment.kind === 'set' ? assignment.value : unwrapped(assignment.value),
    row,
    place,
  )
}

/** A list that operations add to is known to hold objects only. */
function toObjects(draft: Draft, value: Json | undefined, row: Attribute): readonly JsonObject[] {
  if (!Array.isArray(value)) return []
  const isOurs = isGrowing(draft.growing, row.name, value)
  return isOurs ? (value as readonly JsonObject[]) : (value as readonly Json[]).filter(isObject)
}

/** PATCH may bring a simple value as `[value]` or `{value}` (old Microsoft samples: test/cases/patch-user-cases.ts). */
function unwrapped(value: Json | undefined): Json | undefined {
  if (Array.isArray(value) && value.length === 1) return unwrapped(value[0] as Json)
  return isObject(value) && value['value'] !== undefined ? value['value'] : value
}

/** `name` and `manager`: PATCH changes the sub-attributes that it names (§3.5.2.3), POST and PUT the whole. */
function applyToComplex(
  assignment: Assignment,
  current: JsonObject,
  row: Attribute,
  place: Place,
): JsonObject | undefined {
  const { kind, path, value } = assignment
  if (path.sub !== undefined) {
    const part = kind === 'remove' ? undefined : readPart(value, row, path.sub, place)
    return filled(withoutStale(current, withName(current, path.sub, part), row))
  }
  if (kind === 'remove' || isCleared(value)) return undefined
  const read = readComplex(value, row, place) ?? {}
  if (kind === 'set') return filled(read)
  return filled(withoutStale(current, withNames(current, read), row, read))
}

/** A new `value` (of manager) makes the old `$ref` and the like untrue, unless the request names them. */
function withoutStale(
  before: JsonObject,
  after: JsonObject,
  row: Attribute,
  named: JsonObject = {},
): JsonObject {
  if (!findSubAttribute(row, 'value') || before['value'] === after['value']) return after
  return ['$ref', 'display', 'displayName'].reduce<JsonObject>(
    (object, name) => (named[name] === undefined ? withName(object, name, undefined) : object),
    after,
  )
}

function filled(object: JsonObject): JsonObject | undefined {
  return Object.keys(object).length === 0 ? undefined : object
}
