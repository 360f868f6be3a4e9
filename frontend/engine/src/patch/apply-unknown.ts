import { isObject, ownValue, type Json, type JsonObject } from '../json'
import type { Attribute } from '../schema/attribute'
import { invalidPath } from '../scim-error'
import { applyToList } from './apply-list'
import { pathPlace, type Assignment } from './assignment'
import { mostValues } from './read-complex'
import { readUnknown, wrongValue, type Place } from './read-simple'
import { canonical, distinct, withName } from './same'

/** What an attribute becomes that no schema knows: kept as sent, as far as JSON alone tells what `add` means. */
export function applyToUnknown(
  assignment: Assignment,
  current: Json | undefined,
  place: Place,
): Json | undefined {
  const { kind, path, value } = assignment
  if (path.filter)
    return applyToList(assignment, toObjects(current), unknownList(path.attribute), place)
  if (path.sub !== undefined) return withSub(assignment, current, path.sub, place)
  const read = readUnknown(value, place)
  if (kind === 'remove')
    return Array.isArray(current) && read !== undefined ? without(current, read) : undefined
  return kind === 'add' && read !== undefined ? added(current, read, place) : read
}

function toObjects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : []
}

/** A row that knows nothing of its sub-attributes. */
function unknownList(name: string): Attribute {
  return {
    name,
    type: 'complex',
    multiValued: true,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
  }
}

function withSub(
  assignment: Assignment,
  current: Json | undefined,
  sub: string,
  place: Place,
): Json | undefined {
  if (current !== undefined && !isObject(current))
    throw invalidPath(pathPlace(assignment), `${place.attribute} has no sub-attributes`)
  const { kind, value } = assignment
  const read = kind === 'remove' ? undefined : readUnknown(value, { ...place, sub })
  const object = withName(current ?? {}, sub, read)
  return Object.keys(object).length === 0 ? undefined : object
}

function added(current: Json | undefined, value: Json, place: Place): Json {
  if (Array.isArray(current)) return grown(current as readonly Json[], value, place)
  if (!isObject(current) || !isObject(value)) return value
  return Object.keys(value).reduce<JsonObject>(
    (object, name) => withName(object, name, ownValue(value, name)),
    current,
  )
}

function grown(current: readonly Json[], value: Json, place: Place): Json {
  const all = distinct(current.concat(value))
  if (all.length > mostValues) throw wrongValue(place, `must have at most ${mostValues} values`)
  return all
}

function without(current: readonly Json[], removed: Json): Json | undefined {
  const gone = (Array.isArray(removed) ? (removed as readonly Json[]) : [removed]).map(canonical)
  const rest = current.filter((value) => !gone.includes(canonical(value)))
  return rest.length === 0 ? undefined : rest
}
