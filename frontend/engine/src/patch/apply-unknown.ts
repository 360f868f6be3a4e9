import { isObject, type Json, type JsonObject } from '../json'
import type { Attribute } from '../schema/attribute'
import { invalidPath } from '../scim-error'
import { applyToList } from './apply-list'
import { pathPlace, type Assignment } from './assignment'
import { countLooks, type Draft } from './draft'
import { append, growingList, placesOf } from './growing-list'
import { mostValues } from './read-complex'
import { readUnknown, wrongValue, type Place } from './read-simple'
import { canonical, withName, withNames } from './same'

/** What an attribute becomes that no schema knows: kept as sent, as far as JSON alone tells what `add` means. */
export function applyToUnknown(
  draft: Draft,
  assignment: Assignment,
  current: Json | undefined,
  place: Place,
): Json | undefined {
  const { kind, path, value } = assignment
  if (path.filter)
    return applyToList(draft, assignment, toObjects(current), unknownList(path.attribute), place)
  if (path.sub !== undefined) return withSub(assignment, current, path.sub, place)
  const read = readUnknown(value, place)
  if (kind === 'remove')
    return Array.isArray(current) && read !== undefined
      ? without(draft, current, read, place)
      : undefined
  return kind === 'add' && read !== undefined ? added(draft, current, read, place) : read
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

function added(draft: Draft, current: Json | undefined, value: Json, place: Place): Json {
  if (Array.isArray(current)) return grown(draft, current as readonly Json[], value, place)
  return isObject(current) && isObject(value) ? withNames(current, value) : value
}

function grown(draft: Draft, current: readonly Json[], value: Json, place: Place): Json {
  const list = growingList(draft.growing, place.attribute, current, canonical)
  for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    const key = canonical(one)
    if (placesOf(list, key).length === 0) append(list, one, key)
  }
  if (list.values.length > mostValues)
    throw wrongValue(place, `must have at most ${mostValues} values`)
  return list.values
}

function without(
  draft: Draft,
  current: readonly Json[],
  removed: Json,
  place: Place,
): Json | undefined {
  countLooks(draft, current.length, place.text)
  const gone: Record<string, true> = {}
  for (const value of Array.isArray(removed) ? (removed as readonly Json[]) : [removed])
    gone['=' + canonical(value)] = true
  const rest = current.filter((value) => gone['=' + canonical(value)] !== true)
  return rest.length === 0 ? undefined : rest
}
