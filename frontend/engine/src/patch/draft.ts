import { isObject, ownValue, type Json, type JsonObject } from '../json'
import type { ResourceType } from '../schema/resource-type'
import { invalidValue } from '../scim-error'
import type { GrowingLists } from './growing-list'
import { isSame } from './same'

/** A document while a request is applied to it. Lives as long as one call; the stored document is never touched. */
export interface Draft {
  readonly type: ResourceType
  readonly core: Names
  /** Extensions that were changed, by their lower-cased URN behind `@`; their values stand in those of `core` too. */
  readonly extensions: { [key: string]: Names }
  /** Lists that operations add to, by the attribute's name. */
  readonly growing: GrowingLists
  /** How many values of lists were looked at. */
  looks: number
  /** What the request says of `active`, and its password. */
  active?: boolean
  password?: string
}

/** The values of an object by name, and the names by their lower-cased form behind `@`. */
interface Names {
  readonly values: { [name: string]: Json }
  readonly names: { [key: string]: string }
}

const notInDocument: readonly string[] = ['schemas', 'id', 'meta', 'groups', 'password']

/** A draft that begins as the stored document, {} for a new resource. */
export function startDraft(type: ResourceType, stored: JsonObject): Draft {
  const core = toNames(withoutForeign(stored))
  return { type, core, extensions: {}, growing: {}, looks: 0 }
}

function toNames(object: JsonObject): Names {
  const names: Names = { values: {}, names: {} }
  for (const name of Object.keys(object)) put(names, name, object[name])
  return names
}

function withoutForeign(stored: JsonObject): { [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  for (const name of Object.keys(stored))
    if (!notInDocument.includes(name)) values[name] = stored[name] as Json
  return values
}

/** A second or two of the engine that runs this; no client comes near. */
const mostLooks = 30000

/** Counts values that an operation looks at one by one, so that many operations on long lists come to an end. */
export function countLooks(draft: Draft, count: number, place: string): void {
  draft.looks += count
  if (draft.looks > mostLooks)
    throw invalidValue(
      place,
      `is too much work: the operations would look at more than ${mostLooks} values; send fewer`,
    )
}

/** The value of an attribute, undefined if it has none. */
export function getValue(draft: Draft, urn: string, attribute: string): Json | undefined {
  const { values, names } = urn === draft.type.urn ? draft.core : extensionOf(draft, urn)
  return ownValue(values, nameIn(names, attribute))
}

/** Sets an attribute, or clears it for undefined; an extension without attributes goes. `attribute` '' is all of it. */
export function putValue(
  draft: Draft,
  urn: string,
  attribute: string,
  value: Json | undefined,
): void {
  const { core } = draft
  if (urn === draft.type.urn) return put(core, nameIn(core.names, attribute), value)
  if (attribute === '') return putExtension(draft, urn, { values: {}, names: {} })
  const extension = extensionOf(draft, urn)
  put(extension, nameIn(extension.names, attribute), value)
  putExtension(draft, urn, extension)
}

function putExtension(draft: Draft, urn: string, extension: Names): void {
  const isEmpty = Object.keys(extension.names).length === 0
  draft.extensions['@' + urn.toLowerCase()] = extension
  put(draft.core, nameIn(draft.core.names, urn), isEmpty ? undefined : extension.values)
}

function put({ values, names }: Names, name: string, value: Json | undefined): void {
  const key = '@' + name.toLowerCase()
  if (value === undefined) {
    delete values[name]
    delete names[key]
  } else {
    values[name] = value
    names[key] = name
  }
}

/** The name as it stands in an object, whatever its letter case; else as given. */
function nameIn(names: Names['names'], name: string): string {
  return names['@' + name.toLowerCase()] ?? name
}

/** The extension as it is now, of which the stored one is a copy. */
function extensionOf(draft: Draft, urn: string): Names {
  const known = draft.extensions['@' + urn.toLowerCase()]
  if (known) return known
  const stored = ownValue(draft.core.values, nameIn(draft.core.names, urn))
  return toNames(isObject(stored) ? stored : {})
}

/** What came of the draft: values equal to stored ones stay the stored ones, so that order alone changes nothing. */
export function finishDraft(
  draft: Draft,
  stored: JsonObject,
): { readonly document: JsonObject; readonly changed: boolean } {
  const before = withoutForeign(stored)
  const document: { [name: string]: Json } = {}
  let changed = Object.keys(before).some((name) => ownValue(draft.core.values, name) === undefined)
  for (const name of Object.keys(draft.core.values)) {
    const value = draft.core.values[name] as Json
    const old = ownValue(before, name)
    const same = isSame(old, value)
    document[name] = same ? (old as Json) : value
    changed = changed || !same
  }
  return { document, changed }
}
