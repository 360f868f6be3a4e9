import { isObject, ownValue, type Json, type JsonObject } from '../json'
import type { ResourceType } from '../schema/resource-type'
import { isSame, withName } from './same'

/** A document while a request is applied to it. Lives as long as one call; the stored document is never touched. */
export interface Draft {
  readonly type: ResourceType
  readonly values: { [name: string]: Json }
  /** The names of `values` by their lower-cased form behind `@`. */
  readonly names: { [key: string]: string }
  /** What the request says of `active`, and its password. */
  active?: boolean
  password?: string
}

const notInDocument: readonly string[] = ['schemas', 'id', 'meta', 'groups', 'password']

/** A draft that begins as the stored document, {} for a new resource. */
export function startDraft(type: ResourceType, stored: JsonObject): Draft {
  const draft: Draft = { type, values: {}, names: {} }
  for (const name of Object.keys(stored))
    if (!notInDocument.includes(name)) put(draft, name, stored[name])
  return draft
}

function withoutForeign(stored: JsonObject): { [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  for (const name of Object.keys(stored))
    if (!notInDocument.includes(name)) values[name] = stored[name] as Json
  return values
}

/** The value of an attribute, undefined if it has none. */
export function getValue(draft: Draft, urn: string, attribute: string): Json | undefined {
  if (urn === draft.type.urn) return ownValue(draft.values, nameOf(draft, attribute))
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
  if (urn === draft.type.urn) return put(draft, nameOf(draft, attribute), value)
  const key = nameOf(draft, urn)
  const extension = attribute === '' ? {} : extensionOf(draft, urn)
  const changed = withName(extension, existingName(extension, attribute), value)
  put(draft, key, Object.keys(changed).length === 0 ? undefined : changed)
}

function put(draft: Draft, name: string, value: Json | undefined): void {
  const key = '@' + name.toLowerCase()
  if (value === undefined) {
    delete draft.values[name]
    delete draft.names[key]
  } else {
    draft.values[name] = value
    draft.names[key] = name
  }
}

/** The name as it stands in the draft, whatever its letter case; else as given. */
function nameOf(draft: Draft, name: string): string {
  return draft.names['@' + name.toLowerCase()] ?? name
}

function extensionOf(draft: Draft, urn: string): JsonObject {
  const extension = ownValue(draft.values, nameOf(draft, urn))
  return isObject(extension) ? extension : {}
}

/** The name as it stands in an extension, whatever its letter case; else as given. */
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
