import type { JsonObject } from '../json'
import type { ResourceType } from '../schema/resource-type'
import type { ScimQuery } from './scim-request'

export interface Projection {
  readonly only?: readonly string[]
}

export function readProjection(query: ScimQuery, type: ResourceType): Projection {
  throw new Error('not written yet' + String(query) + type.name)
}
export function shows(projection: Projection, attributeName: string): boolean {
  throw new Error('not written yet' + String(projection) + attributeName)
}
export function project(
  resource: JsonObject,
  projection: Projection,
  type: ResourceType,
): JsonObject {
  throw new Error('not written yet' + String(resource) + String(projection) + type.name)
}
