import type { Context } from '../connections/context'
import type { Filter } from '../filter/filter'
import { parseFilter } from '../filter/parse-filter'
import type { ResourceType } from '../schema/resource-type'
import { readWithLearned } from './read-with-learned'

/** A filter with the resource type by which it was read, which is that by which it must be judged. */
export interface ReadFilter {
  readonly wanted: Filter | undefined
  readonly type: ResourceType
}

/** Reads the filter of a request. `others` are types that are searched together with it. Throws invalidFilter. */
export function readFilter(
  context: Context,
  filter: string | undefined,
  type: ResourceType,
  others: readonly ResourceType[],
): ReadFilter {
  if (filter === undefined) return { wanted: undefined, type }
  return readWithLearned(context, [type].concat(others), (types) => {
    const own = types[0] ?? type
    return { wanted: parseFilter(filter, own, types.slice(1)), type: own }
  })
}
