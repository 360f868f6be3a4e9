import { isObject, type Json, type JsonObject } from '../json'
import { resolveName } from '../path/resolve-name'
import { groupUrn } from '../schema/group'
import { findAttribute, isUrn, type ResourceType } from '../schema/resource-type'
import { userUrn } from '../schema/user'
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

function readNames(text: string | undefined, type: ResourceType): readonly Named[] {
  const names: Named[] = []
  for (const part of (text ?? '').split(',')) {
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
  if (isWhole(projection) && !hasHidden(resource, type)) return resource
  const shown: { [name: string]: Json } = {}
  for (const key of Object.keys(resource)) {
    const value = projectedValue(resource[key] as Json, key, projection, type)
    if (value !== undefined) shown[key] = value
  }
  return shown
}

function isWhole(projection: Projection): boolean {
  return projection.wanted === undefined && projection.unwanted.length === 0
}

function hasHidden(resource: JsonObject, type: ResourceType): boolean {
  return Object.keys(resource).some(
    (key) => findAttribute(type, type.urn, key)?.returned === 'never',
  )
}

function projectedValue(
  value: Json,
  key: string,
  projection: Projection,
  type: ResourceType,
): Json | undefined {
  if (key === 'schemas' || key === 'id') return value
  if (isUrn(key) && isObject(value)) return projectedExtension(value, key, projection, type)
  return projectedAttribute(value, type.urn, key, projection, type)
}

function projectedExtension(
  extension: JsonObject,
  urn: string,
  projection: Projection,
  type: ResourceType,
): Json | undefined {
  const shown: { [name: string]: Json } = {}
  for (const key of Object.keys(extension)) {
    const value = projectedAttribute(extension[key] as Json, urn, key, projection, type)
    if (value !== undefined) shown[key] = value
  }
  return Object.keys(shown).length === 0 ? undefined : shown
}

function projectedAttribute(
  value: Json,
  urn: string,
  key: string,
  projection: Projection,
  type: ResourceType,
): Json | undefined {
  if (findAttribute(type, urn, key)?.returned === 'never') return undefined
  const isIt = (one: Named): boolean =>
    one.urn === urn.toLowerCase() && (one.attribute === '' || one.attribute === key.toLowerCase())
  const wanted = projection.wanted?.filter(isIt)
  const unwanted = projection.unwanted.filter(isIt)
  if (wanted?.length === 0 || unwanted.some((one) => one.sub === undefined)) return undefined
  return withSubs(value, wanted ?? [], unwanted)
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
      .map((one) => partOf(one, keeps))
      .filter((one) => one !== undefined)
    return list.length === 0 ? undefined : (list as readonly Json[])
  }
  return partOf(value, keeps)
}

function partOf(value: Json, keeps: (sub: string) => boolean): Json | undefined {
  if (!isObject(value)) return value
  const part: { [name: string]: Json } = {}
  for (const sub of Object.keys(value)) if (keeps(sub)) part[sub] = value[sub] as Json
  return Object.keys(part).length === 0 ? undefined : part
}
