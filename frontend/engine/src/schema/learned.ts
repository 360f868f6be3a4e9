import { isObject, type Json, type JsonObject } from '../json'
import { findSubAttribute, flag, text, withParts, type Attribute } from './attribute'
import { findAttribute, isUrn, resourceType, type ResourceType } from './resource-type'

/**
 * An attribute that no schema knows and that a client has sent. We keep it, so discovery must declare it from then on
 * (RFC 7643 §3: what a schema does not declare is not served). `parent` is set for a sub-attribute of a known one.
 */
export interface LearnedAttribute {
  readonly urn: string
  readonly parent?: string
  readonly row: Attribute
}

/** What was learned of each resource type. */
export type Learned = Readonly<Record<ResourceType['name'], readonly LearnedAttribute[]>>

export const nothingLearned: Learned = { User: [], Group: [] }

/** More than this of one resource type is not declared: then a client makes names up. */
const mostLearned = 200
/** Sub-attributes beyond these are kept with the user and not declared. */
const mostParts = 20
/** A name longer than this is not declared. */
const longestName = 100
const longestUrn = 255
/** Longest text that is stored of all that was learned; a longer one is read as nothing learned. */
export const longestLearned = 64 * 1024

/** The attributes of a resource, in RFC form, that its schemas do not know. */
export function unknownAttributes(
  type: ResourceType,
  resource: JsonObject,
): readonly LearnedAttribute[] {
  const found: LearnedAttribute[] = []
  for (const key of Object.keys(resource)) {
    const known = findAttribute(type, type.urn, key)
    if (key === 'schemas' || (known && known.type !== 'complex')) continue
    const value = resource[key] as Json
    if (isUrn(key) && isObject(value))
      for (const name of Object.keys(value)) collect(type, key, name, value[name] as Json, found)
    else collect(type, type.urn, key, value, found)
  }
  return found
}

function collect(
  type: ResourceType,
  urn: string,
  name: string,
  value: Json,
  found: LearnedAttribute[],
): void {
  if (found.length >= mostLearned) return
  const known = findAttribute(type, urn, name)
  if (!known && isDeclarable(name) && urn.length <= longestUrn)
    found.push({ urn, row: guessedRow(name, value, true) })
  else if (known?.type === 'complex')
    for (const row of unknownParts(known, value)) found.push({ urn, parent: known.name, row })
}

function unknownParts(known: Attribute, value: Json): readonly Attribute[] {
  const values = Array.isArray(value) ? (value as readonly Json[]) : [value]
  const rows: Attribute[] = []
  for (const one of values) {
    if (!isObject(one)) continue
    for (const name of Object.keys(one))
      if (!findSubAttribute(known, name) && isNewPart(rows, name))
        rows.push(guessedRow(name, one[name] as Json, false))
  }
  return rows
}

function isNewPart(rows: readonly Attribute[], name: string): boolean {
  return rows.length < mostParts && isDeclarable(name) && !rows.some((row) => row.name === name)
}

function isDeclarable(name: string): boolean {
  return name.length <= longestName
}

/**
 * A row by what JSON tells of a value. A list takes its type from its first object, else from its first value. Only an
 * attribute has sub-attributes: what is an object within one is text to discovery (RFC 7643 §2.3.8).
 */
function guessedRow(name: string, value: Json, mayHaveParts: boolean): Attribute {
  if (Array.isArray(value)) {
    const values = value as readonly Json[]
    const element = values.filter(isObject)[0] ?? values[0] ?? ''
    return {
      ...guessedRow(name, Array.isArray(element) ? '' : element, mayHaveParts),
      multiValued: true,
    }
  }
  if (isObject(value) && mayHaveParts) {
    const parts = Object.keys(value).filter(isDeclarable).slice(0, mostParts)
    const subAttributes = parts.map((part) => guessedRow(part, value[part] as Json, false))
    return { ...text(name, ''), type: 'complex', subAttributes }
  }
  if (typeof value === 'boolean') return flag(name, '')
  return typeof value === 'number' ? { ...text(name, ''), type: 'decimal' } : text(name, '')
}

/** What is known with what was found; undefined if nothing is new. What was met first tells the type. */
export function addLearned(
  known: readonly LearnedAttribute[],
  found: readonly LearnedAttribute[],
): readonly LearnedAttribute[] | undefined {
  const seen: Record<string, true> = {}
  for (const one of known) seen[learnedKey(one)] = true
  const fresh = found.filter((one) => {
    const isNew = seen[learnedKey(one)] !== true
    seen[learnedKey(one)] = true
    return isNew
  })
  const all = known.concat(fresh).slice(0, mostLearned)
  return all.length > known.length ? all : undefined
}

function learnedKey({ urn, parent, row }: LearnedAttribute): string {
  return [urn, parent ?? '', row.name].join(' ').toLowerCase()
}

/** The rows of a schema with what was learned of it. */
export function withLearned(
  urn: string,
  rows: readonly Attribute[],
  learned: readonly LearnedAttribute[],
): readonly Attribute[] {
  const ours = learned.filter((one) => one.urn.toLowerCase() === urn.toLowerCase())
  const extended = rows.map((row) => {
    const parts = ours.filter((one) => one.parent === row.name).map((one) => one.row)
    return parts.length === 0 ? row : withParts(row, (row.subAttributes ?? []).concat(parts))
  })
  return extended.concat(ours.filter((one) => one.parent === undefined).map((one) => one.row))
}

/** The URNs of schemas that are known only from what was sent. */
export function learnedUrns(
  type: ResourceType,
  learned: readonly LearnedAttribute[],
): readonly string[] {
  const urns: string[] = []
  const declared = [type.urn].concat(type.extensions.map((extension) => extension.urn))
  for (const { urn } of learned) if (!declared.includes(urn) && !urns.includes(urn)) urns.push(urn)
  return urns
}

/** The resource type as this connection's discovery declares it: what filters know. */
export function learnedType(
  type: ResourceType,
  learned: readonly LearnedAttribute[],
): ResourceType {
  const extensions = type.extensions.concat(
    learnedUrns(type, learned).map((urn) => ({ urn, attributes: [], required: false })),
  )
  return resourceType({
    ...type,
    attributes: withLearned(type.urn, type.attributes, learned),
    extensions: extensions.map((extension) => ({
      ...extension,
      attributes: withLearned(extension.urn, extension.attributes, learned),
    })),
  })
}
