import type { JsonObject } from '../json'
import type { Attribute } from './attribute'
import { commonAttributes } from './common'
import { enterpriseUserAttributes, enterpriseUserUrn } from './enterprise-user'
import { groupAttributes, groupUrn } from './group'
import { userAttributes, userUrn } from './user'

export interface SchemaExtension {
  readonly urn: string
  readonly attributes: readonly Attribute[]
  readonly required: false
}

/** A resource type (RFC 7643 §6): its endpoint and its schemas. */
export interface ResourceType {
  readonly name: 'User' | 'Group'
  readonly endpoint: 'Users' | 'Groups'
  readonly urn: string
  readonly attributes: readonly Attribute[]
  readonly extensions: readonly SchemaExtension[]
  /** Every row by URN and name, as written and lower-cased, common attributes included; made by `resourceType`. */
  readonly index: Readonly<Record<string, Attribute | undefined>>
  /** Names of the core schema's attributes that no answer shows; made by `resourceType`. */
  readonly neverReturned: readonly string[]
  /** The type with what was learned, by which the brackets of a path are read; its values are still kept as sent. */
  readonly learned?: ResourceType
}

/** A resource type with its index. */
export function resourceType(type: Omit<ResourceType, 'index' | 'neverReturned'>): ResourceType {
  const index: Record<string, Attribute> = {}
  const add = (urn: string, rows: readonly Attribute[]): void => {
    for (const row of rows) index[indexKey(urn, row.name)] = index[urn + ' ' + row.name] = row
  }
  add(type.urn, commonAttributes)
  add(type.urn, type.attributes)
  for (const extension of type.extensions) add(extension.urn, extension.attributes)
  const hidden = type.attributes.filter(({ returned }) => returned === 'never')
  return { ...type, index, neverReturned: hidden.map(({ name }) => name) }
}

function indexKey(urn: string, name: string): string {
  return (urn + ' ' + name).toLowerCase()
}

export const userType: ResourceType = resourceType({
  name: 'User',
  endpoint: 'Users',
  urn: userUrn,
  attributes: userAttributes,
  extensions: [{ urn: enterpriseUserUrn, attributes: enterpriseUserAttributes, required: false }],
})

export const groupType: ResourceType = resourceType({
  name: 'Group',
  endpoint: 'Groups',
  urn: groupUrn,
  attributes: groupAttributes,
  extensions: [],
})

/** The row of an attribute, common ones included; URN and name in any letter case. Undefined if no schema knows it. */
export function findAttribute(
  type: ResourceType,
  urn: string,
  name: string,
): Attribute | undefined {
  return type.index[urn + ' ' + name] ?? type.index[indexKey(urn, name)]
}

/** The schema URNs of a resource: the core one, and each extension of which it has a value (RFC 7643 §3). */
export function schemasOf(type: ResourceType, document: JsonObject): readonly string[] {
  const urns = [type.urn]
  for (const key of Object.keys(document)) if (isUrn(key)) urns.push(key)
  return urns
}

/** True for a name that is a schema URN, or an attribute with one before it. */
export function isUrn(name: string): boolean {
  return name[3] === ':' && name.slice(0, 4).toLowerCase() === 'urn:'
}
