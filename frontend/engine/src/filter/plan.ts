import type { Restriction } from '../ports/directory'
import type { ResourceType } from '../schema/resource-type'
import type { Filter } from './filter'

export interface Plan {
  readonly restriction?: Restriction
  readonly exact: boolean
  readonly nothing?: true
}

export function planFilter(filter: Filter, type: ResourceType): Plan {
  throw new Error('not written yet: ' + filter.kind + type.name)
}
