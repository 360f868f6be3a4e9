import type { ResourceType } from '../schema/resource-type'
import type { Filter } from './filter'

export function parseFilter(text: string, type: ResourceType): Filter {
  throw new Error('not written yet: ' + text + type.name)
}
