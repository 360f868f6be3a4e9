import type { Context } from '../connections/context'
import { readLearned } from '../connections/learned'
import { learnedType } from '../schema/learned'
import type { ResourceType } from '../schema/resource-type'
import { ScimError } from '../scim-error'

/**
 * Reads a filter or a PATCH by the schemas; where they don't know a name, by them and what this connection has learned. Of
 * most requests nothing must be looked up so.
 */
export function readWithLearned<T>(
  context: Context,
  types: readonly ResourceType[],
  read: (types: readonly ResourceType[]) => T,
): T {
  try {
    return read(types)
  } catch (error) {
    const learned = isAboutName(error)
      ? readLearned(context.ports, context.connection.id)
      : undefined
    if (!learned || types.every(({ name }) => learned[name].length === 0)) throw error
    return read(types.map((type) => learnedType(type, learned[type.name])))
  }
}

function isAboutName(error: unknown): boolean {
  return (
    error instanceof ScimError &&
    (error.scimType === 'invalidFilter' || error.scimType === 'invalidPath')
  )
}
