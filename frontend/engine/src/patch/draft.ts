import { isObject, ownValue, type Json, type JsonObject } from '../json'
import type { ResourceType } from '../schema/resource-type'
import { isSame, withName } from './same'

/** A document while a request is applied to it. Lives as long as one call; the stored document is never touched. */
export interface Draft {
  readonly type: ResourceType
  readonly values: { [name: string]: Json }
  /** What the request says of `active`, and its password. */
  active?: boolean
  password?: string
}

const notInDocument: readonly string[] = ['schemas', 'id', 'meta', 'groups', 'password']

/** A draft that begins as the stored document, {} for a new resource. */
export function startDraft(type: ResourceType, stored: JsonObject): Draft {
  return { type, values: withoutForeign(stored) }
}

function withoutForeign(stored: JsonObject): { [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  for (const name of Object.keys(stored))
    if (!notInDocument.includes(name)) values[name] = stored[name] as Json
  return values
}

/** The value of an attribute, undefined if it has none. */
export function getValue(draft: Draft, urn: string, attribute: string): Json | undefined {
  if (urn === draft.type.urn) return ownValue(draft.values, existingName(draft.values, attribute))
  const extension = extensionOf(draft, urn)
  return ownValue(extension, existingName(extension, attribute))
}

/** Sets an attribute, or clears it for undefined; an extension without attributes goes. `attribute` '' is all of it. */
export function putValue(
  draft: Draft,
  urn: string,
  attribute: string,
  value: Json | undefined,
): void {
  if (urn === draft.type.urn) return put(draft.values, existingName(draft.values, attribute), value)
  const key = existingName(draft.values, urn)
  const extension = attribute === '' ? {} : extensionOf(draft, urn)
  const changed = withName(extension, existingName(extension, attribute), value)
  put(draft.values, key, Object.keys(changed).length === 0 ? undefined : changed)
}

function put(values: { [name: string]: Json }, name: string, value: Json | undefined): void {
  if (value === undefined) delete values[name]
  else values[name] = value
}

function extensionOf(draft: Draft, urn: string): JsonObject {
  const extension = ownValue(draft.values, existingName(draft.values, urn))
  return isObject(extension) ? extension : {}
}

/** The name as it stands in the object, whatever its letter case; else as given. */
function existingName(object: JsonObject, name: string): string {
  if (Object.prototype.hasOwnProperty.call(object, name)) return name
  const wanted = name.toLowerCase()
  for (const key of Object.keys(object)) if (key.toLowerCase() === wanted) return key
  return name
}

/** What came of the draft: values equal to stored ones stay the stored ones, so that order alone changes nothing. */
export function finishDraft(
  draft: Draft,
  stored: JsonObject,
): { readonly document: JsonObject; readonly changed: boolean } {
  const before = withoutForeign(stored)
  const document: { [name: string]: Json } = {}
  let changed = Object.keys(before).some((name) => ownValue(draft.values, name) === undefined)
  for (const name of Object.keys(draft.values)) {
    const value = draft.values[name] as Json
    const old = ownValue(before, name)
    const same = isSame(old, value)
    document[name] = same ? (old as Json) : value
    changed = changed || !same
  }
  return { document, changed }
}
