import type { JsonObject } from '../json'
import type { ResourceType } from '../schema/resource-type'
import type { Filter } from './filter'

export function matches(filter: Filter, resource: JsonObject, type: ResourceType): boolean {
  throw new Error('not written yet: ' + filter.kind + String(resource) + type.name)
}
