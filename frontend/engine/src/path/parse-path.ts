import type { ResourceType } from '../schema/resource-type'
import type { AttributePath } from './attribute-path'

export function parsePath(text: string, type: ResourceType, place: string): AttributePath {
  throw new Error('not written yet: ' + text + type.name + place)
}
