import { isObject, ownValue, type Json, type JsonObject } from '../json'
import { parsePath } from '../path/parse-path'
import type { ResourceType } from '../schema/resource-type'
import { invalidPath, invalidSyntax, invalidValue, noTarget } from '../scim-error'
import { kindOf } from './read-simple'
import { namedAssignments, toAssignments, type Assignment } from './assignment'

/** More than clients send: for a group, one member an operation in 1 MB; a user has 32 KB in all. */
const mostOperations = { User: 1000, Group: 12000 }
/** How many attributes they may name together. */
const mostAssignments = 15000

/**
 * The assignments of a PATCH body in its order (RFC 7644 §3.5.2). `op` and all names in any letter case; keys that the
 * RFC does not know are ignored (a Microsoft sample sends `name`); `path` null or '' counts as none.
 */
export function readOperations(body: JsonObject, type: ResourceType): readonly Assignment[] {
  const operations = named(body, 'operations')
  if (operations === undefined) throw invalidSyntax('Operations: is missing')
  const list = isObject(operations) ? [operations] : operations
  if (!Array.isArray(list) || list.length === 0)
    throw invalidSyntax('Operations: must be an array of one or more operations')
  if (list.length > mostOperations[type.name])
    throw invalidValue(
      'Operations',
      `must be at most ${mostOperations[type.name]}, not ${list.length}`,
    )
  const found: Assignment[] = []
  ;(list as readonly Json[]).forEach((operation, index) => {
    for (const one of readOperation(operation, type, `Operations[${index}]`)) found.push(one)
    if (found.length > mostAssignments)
      throw invalidValue('Operations', `must name at most ${mostAssignments} attributes in all`)
  })
  return found
}

/** The value of a name in any letter case. */
function named(object: JsonObject, name: string): Json | undefined {
  const exact = ownValue(object, name)
  if (exact !== undefined) return exact
  for (const key of Object.keys(object)) if (key.toLowerCase() === name) return object[key]
  return undefined
}

function readOperation(operation: Json, type: ResourceType, place: string): readonly Assignment[] {
  if (!isObject(operation))
    throw invalidSyntax(`${place}: must be an object, not ${kindOf(operation)}`)
  const kind = readKind(named(operation, 'op'), place)
  const path = named(operation, 'path')
  const value = named(operation, 'value')
  if (path !== undefined && path !== null && typeof path !== 'string')
    throw invalidPath(`${place}.path`, `must be text, not ${kindOf(path)}`)
  if (typeof path === 'string' && path.trim() !== '')
    return withPath({ kind, path, value, place, type })
  if (kind === 'remove') throw noTarget(`${place}.path`, 'remove needs a path')
  if (!isObject(value))
    throw invalidValue(
      `${place}.value`,
      `must be an object where there is no path, not ${kindOf(value)}`,
    )
  return namedAssignments(kind, value, type, `${place}.value`)
}

function readKind(op: Json | undefined, place: string): 'add' | 'replace' | 'remove' {
  const word = typeof op === 'string' ? op.toLowerCase() : ''
  if (word === 'add' || word === 'replace' || word === 'remove') return word
  throw invalidSyntax(`${place}.op: must be add, replace or remove, not ${kindOf(op)}`)
}

interface PathOperation {
  readonly kind: 'add' | 'replace' | 'remove'
  readonly path: string
  readonly value: Json | undefined
  readonly place: string
  readonly type: ResourceType
}

function withPath({ kind, path, value, place, type }: PathOperation): readonly Assignment[] {
  if (path.trim().toLowerCase() === 'schemas') return []
  if (value === undefined && kind !== 'remove') throw invalidValue(`${place}.value`, 'is missing')
  const parsed = parsePath(path, type, `${place}.path`)
  return toAssignments(kind, parsed, value, type, `${place}.value`)
}
