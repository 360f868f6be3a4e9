import { isObject, type Json, type JsonObject } from '../json'
import type { AttributePath } from '../path/attribute-path'
import { parsePath } from '../path/parse-path'
import { resolveName } from '../path/resolve-name'
import type { Attribute } from '../schema/attribute'
import { findAttribute, isUrn, type ResourceType } from '../schema/resource-type'
import { invalidValue } from '../scim-error'
import { checkName, isCleared, kindOf } from './read-simple'

/**
 * One attribute and what becomes of it. `add`, `replace` and `remove` as in PATCH; `set` is what POST and PUT do: the
 * attribute has that value and no other. An `attribute` of '' is the whole extension.
 */
export interface Assignment {
  readonly kind: 'add' | 'replace' | 'remove' | 'set'
  readonly path: AttributePath
  /** The attribute's row; undefined where no schema knows it. */
  readonly row: Attribute | undefined
  readonly value: Json | undefined
  /** Where the value stands in the request. */
  readonly place: string
}

/** Beyond all that a document of 32 KB can hold. */
const mostAssignments = 5000

/**
 * The assignments of an object's names: a body, or the value of an operation without path. Names may be in any letter
 * case, dotted, with brackets, with URN, or a URN that holds an object. Read-only attributes and `schemas` are left out.
 */
export function namedAssignments(
  kind: Assignment['kind'],
  object: JsonObject,
  type: ResourceType,
  place: string,
): readonly Assignment[] {
  const found: Assignment[] = []
  for (const key of Object.keys(object)) {
    const at = place === '' ? key : place + '.' + key
    for (const one of namedAssignment(kind, key, object[key] as Json, type, at))
      if (one.row?.mutability !== 'readOnly') found.push(one)
    if (found.length > mostAssignments)
      throw invalidValue(at, `is too much: at most ${mostAssignments} attributes at once`)
  }
  return found
}

function namedAssignment(
  kind: Assignment['kind'],
  key: string,
  value: Json,
  type: ResourceType,
  place: string,
): readonly Assignment[] {
  const row = findAttribute(type, type.urn, key)
  if (row) return [{ kind, path: { urn: type.urn, attribute: row.name }, row, value, place }]
  if (key.toLowerCase() === 'schemas') return []
  return toAssignments(kind, keyPath(key, value, type, place), value, type, place)
}

/** The path that a key stands for. An unknown name that is no path is kept as it is. */
function keyPath(key: string, value: Json, type: ResourceType, place: string): AttributePath {
  checkName(key, place)
  if (isUrn(key) && isObject(value)) return urnPath(key, type, place)
  const isReadable = typeof resolveName(key, type) !== 'string'
  const isMeantAsPath = key.includes('[') || hasRefusedPart(key)
  return isReadable || isMeantAsPath
    ? parsePath(key, type, place)
    : { urn: type.urn, attribute: key }
}

/** An object under an unknown URN is that extension; under a known one's attribute it is the attribute's value. */
function urnPath(key: string, type: ResourceType, place: string): AttributePath {
  const path = parsePath(key, type, place)
  const isKnown = path.attribute === '' || isKnownUrn(path.urn, type)
  return isKnown ? path : { urn: key, attribute: '' }
}

function isKnownUrn(urn: string, type: ResourceType): boolean {
  return urn === type.urn || type.extensions.some((extension) => extension.urn === urn)
}

function hasRefusedPart(key: string): boolean {
  return /__proto__|constructor|prototype/i.test(key)
}

/** The assignment to a path; one to a whole schema is split into its attributes. */
export function toAssignments(
  kind: Assignment['kind'],
  path: AttributePath,
  value: Json | undefined,
  type: ResourceType,
  place: string,
): readonly Assignment[] {
  if (path.attribute !== '' || kind === 'remove' || isCleared(value)) {
    const row = findAttribute(type, path.urn, path.attribute)
    return [{ kind, path, row, value, place }]
  }
  if (!isObject(value)) throw invalidValue(place, `must be an object, not ${kindOf(value)}`)
  if (path.urn === type.urn) return namedAssignments(kind, value, type, place)
  return Object.keys(value).map((key) => {
    const inner = innerPath(path.urn, key, type, place)
    const row = findAttribute(type, inner.urn, inner.attribute)
    return { kind, path: inner, row, value: value[key] as Json, place: place + '.' + key }
  })
}

/** A name within an extension; `manager.value` is a path there too, as far as a schema knows the extension. */
function innerPath(urn: string, key: string, type: ResourceType, place: string): AttributePath {
  const row = findAttribute(type, urn, key)
  if (row) return { urn, attribute: row.name }
  checkName(key, place)
  const isReadable = isKnownUrn(urn, type) && typeof resolveName(urn + ':' + key, type) !== 'string'
  return isReadable ? parsePath(urn + ':' + key, type, place) : { urn, attribute: key }
}

/** Where the path of an assignment stands in the request: in the operation's own `path`, else it is the key itself. */
export function pathPlace({ place }: Assignment): string {
  return place.replace(/^(Operations\[[0-9]+\])\.value$/, '$1.path')
}
