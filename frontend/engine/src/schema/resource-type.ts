import { ownValue, type JsonObject } from '../json'
import { findByName, type Attribute } from './attribute'
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
}

export const userType: ResourceType = {
  name: 'User',
  endpoint: 'Users',
  urn: userUrn,
  attributes: userAttributes,
  extensions: [{ urn: enterpriseUserUrn, attributes: enterpriseUserAttributes, required: false }],
}

export const groupType: ResourceType = {
  name: 'Group',
  endpoint: 'Groups',
  urn: groupUrn,
  attributes: groupAttributes,
  extensions: [],
}

/** The row of an attribute, common ones included; URN and name in any letter case. Undefined if no schema knows it. */
export function findAttribute(
  type: ResourceType,
  urn: string,
  name: string,
): Attribute | undefined {
  return findByName(attributesOf(type, urn), name)
}

/** The rows of one schema of the type, with the common attributes for its core; [] for an unknown URN. */
export function attributesOf(type: ResourceType, urn: string): readonly Attribute[] {
  const wanted = urn.toLowerCase()
  if (wanted === type.urn.toLowerCase()) return commonAttributes.concat(type.attributes)
  for (const extension of type.extensions)
    if (extension.urn.toLowerCase() === wanted) return extension.attributes
  return []
}

/** The schema URNs of a resource: the core one, and each extension of which it has a value (RFC 7643 §3). */
export function schemasOf(type: ResourceType, document: JsonObject): readonly string[] {
  return [type.urn].concat(Object.keys(document).filter((key) => isExtension(document, key)))
}

function isExtension(document: JsonObject, key: string): boolean {
  return isUrn(key) && ownValue(document, key) !== undefined
}

/** True for a name that is a schema URN, or an attribute with one before it. */
export function isUrn(name: string): boolean {
  return name.slice(0, 4).toLowerCase() === 'urn:'
}
