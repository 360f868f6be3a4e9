import { isObject, ownValue, type Json, type JsonObject } from '../json'
import { resolveName } from '../path/resolve-name'
import { groupUrn } from '../schema/group'
import { findAttribute, isUrn, type ResourceType } from '../schema/resource-type'
import { userUrn } from '../schema/user'
import { invalidValue } from '../scim-error'
import type { ScimQuery } from './scim-request'

/** An attribute named in `attributes` or `excludedAttributes`, lower-cased; `attribute` '' is a whole extension. */
interface Named {
  readonly urn: string
  readonly attribute: string
  readonly sub?: string
}

/** What of a resource the client wants to see (RFC 7644 §3.9). */
export interface Projection {
  /** undefined: whatever is returned by default. */
  readonly wanted?: readonly Named[]
  readonly unwanted: readonly Named[]
}

/** Everything that is returned by default. */
export const wholeResource: Projection = { unwanted: [] }

/** Names that mean nothing are passed over: what is not there can't be shown. */
export function readProjection(query: ScimQuery, type: ResourceType): Projection {
  const unwanted = readNames(query.excludedAttributes, type)
  if (query.attributes === undefined) return { unwanted }
  return { wanted: readNames(query.attributes, type), unwanted }
}

/** Each name is looked for in each resource of an answer. */
const mostNames = 100

function readNames(text: string | undefined, type: ResourceType): readonly Named[] {
  const names: Named[] = []
  const parts = (text ?? '').split(',')
  if (parts.length > mostNames)
    throw invalidValue('attributes', `more than ${mostNames} names (found ${parts.length})`)
  for (const part of parts) {
    const name = part.trim() === '' ? '' : resolveName(part.trim(), type)
    if (typeof name === 'string') continue
    const { urn, attribute, sub } = name
    const named = { urn: urn.toLowerCase(), attribute: attribute.toLowerCase() }
    names.push(sub === undefined ? named : { ...named, sub: sub.toLowerCase() })
  }
  return names
}

const coreUrns: readonly string[] = [userUrn.toLowerCase(), groupUrn.toLowerCase()]

/**
 * True if an attribute of the core schema will be shown, at least in part: ask before loading `members` or `groups`.
 * `id` and `schemas` are always shown.
 */
export function shows(projection: Projection, attributeName: string): boolean {
  const name = attributeName.toLowerCase()
  if (name === 'id' || name === 'schemas') return true
  const isIt = (one: Named): boolean => one.attribute === name && coreUrns.includes(one.urn)
  if (projection.unwanted.some((one) => isIt(one) && one.sub === undefined)) return false
  return projection.wanted === undefined || projection.wanted.some(isIt)
}

/** The resource as the client wants to see it. What is never returned (`password`) goes in any case. */
export function project(
  resource: JsonObject,
  projection: Projection,
  type: ResourceType,
): JsonObject {
  return projector(projection, type)(resource)
}

/** What becomes of an attribute. */
interface Part {
  readonly isHidden: boolean
  readonly wanted: readonly Named[]
  readonly unwanted: readonly Named[]
}

type PartOf = (urn: string, key: string) => Part

/** `project` for many resources of a list: what becomes of an attribute is found out once. */
export function projector(
  projection: Projection,
  type: ResourceType,
): (resource: JsonObject) => JsonObject {
  const known: Record<string, Part | undefined> = {}
  const partOf: PartOf = (urn, key) => {
    const name = urn + ' ' + key
    return (known[name] = known[name] ?? findPart(projection, type, urn, key))
  }
  const hidden = hiddenNames(projection, type)
  return (resource) =>
    hidden && !hasAny(resource, hidden) ? resource : projected(resource, type, partOf)
}

/** The attributes that alone are not shown; undefined for a projection that takes more apart than that. */
function hiddenNames(
  { wanted, unwanted }: Projection,
  type: ResourceType,
): readonly string[] | undefined {
  if (wanted) return undefined
  const names = type.neverReturned.slice()
  for (const { urn, attribute, sub } of unwanted) {
    const isCore = urn === type.urn.toLowerCase()
    const row = isCore ? findAttribute(type, urn, attribute) : undefined
    if (!row || sub !== undefined) return undefined
    names.push(row.name)
  }
  return names
}

/** Resources have the schema's own names: those it knows need no other case looked for. */
function hasAny(resource: JsonObject, names: readonly string[]): boolean {
  for (const name of names) if (ownValue(resource, name) !== undefined) return true
  return false
}

function findPart(projection: Projection, type: ResourceType, urn: string, key: string): Part {
  const wanted = projection.wanted && namedFor(projection.wanted, urn, key)
  const unwanted = namedFor(projection.unwanted, urn, key)
  const isHidden =
    findAttribute(type, urn, key)?.returned === 'never' ||
    wanted?.length === 0 ||
    unwanted.some((one) => one.sub === undefined)
  return { isHidden, wanted: wanted ?? [], unwanted }
}

function projected(resource: JsonObject, type: ResourceType, partOf: PartOf): JsonObject {
  const shown: { [name: string]: Json } = {}
  for (const key of Object.keys(resource)) {
    const value = projectedValue(resource[key] as Json, key, type, partOf)
    if (value !== undefined) shown[key] = value
  }
  return shown
}

function projectedValue(
  value: Json,
  key: string,
  type: ResourceType,
  partOf: PartOf,
): Json | undefined {
  if (key === 'schemas' || key === 'id') return value
  if (isUrn(key) && isObject(value)) return projectedExtension(value, key, partOf)
  return shownPart(value, partOf(type.urn, key))
}

function projectedExtension(extension: JsonObject, urn: string, partOf: PartOf): Json | undefined {
  const shown: { [name: string]: Json } = {}
  for (const key of Object.keys(extension)) {
    const value = shownPart(extension[key] as Json, partOf(urn, key))
    if (value !== undefined) shown[key] = value
  }
  return Object.keys(shown).length === 0 ? undefined : shown
}

function shownPart(value: Json, { isHidden, wanted, unwanted }: Part): Json | undefined {
  if (isHidden) return undefined
  const isWhole = wanted.length === 0 && unwanted.length === 0
  return isWhole ? value : withSubs(value, wanted, unwanted)
}

/** Those of the names that are about the attribute, or about all of its extension. */
function namedFor(names: readonly Named[], urn: string, key: string): readonly Named[] {
  if (names.length === 0) return names
  const lowerUrn = urn.toLowerCase()
  const lowerKey = key.toLowerCase()
  const found: Named[] = []
  for (const one of names)
    if ((one.attribute === lowerKey || one.attribute === '') && one.urn === lowerUrn)
      found.push(one)
  return found
}

/** Only the wanted sub-attributes, without the unwanted. A text in place of a list (a member list's marker) stays. */
function withSubs(
  value: Json,
  wanted: readonly Named[],
  unwanted: readonly Named[],
): Json | undefined {
  const wantsAll = wanted.length === 0 || wanted.some((one) => one.sub === undefined)
  if (wantsAll && unwanted.length === 0) return value
  const keeps = (sub: string): boolean => {
    const isSub = (one: Named): boolean => one.sub === sub.toLowerCase()
    return (wantsAll || wanted.some(isSub)) && !unwanted.some(isSub)
  }
  if (Array.isArray(value)) {
    const list = (value as readonly Json[])
      .map((one) => subsOf(one, keeps))
      .filter((one) => one !== undefined)
    return list.length === 0 ? undefined : (list as readonly Json[])
  }
  return subsOf(value, keeps)
}

function subsOf(value: Json, keeps: (sub: string) => boolean): Json | undefined {
  if (!isObject(value)) return value
  const part: { [name: string]: Json } = {}
  for (const sub of Object.keys(value)) if (keeps(sub)) part[sub] = value[sub] as Json
  return Object.keys(part).length === 0 ? undefined : part
}
