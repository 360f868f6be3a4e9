import type { MemoryConnection } from '../fakes/memory-connection'
import type { DirectoryPicture } from '../fakes/memory-world'

/**
 * Both directories as they count at the end of an operation: without the times of changes, and without notes that are
 * empty, since an empty note and none say the same.
 */
export function atRest(connection: MemoryConnection): object {
  const { source, target } = connection.picture()
  return { source: restOf(source), target: restOf(target) }
}

/** One directory in the same way. */
export function restOf({ users, groups }: DirectoryPicture): DirectoryPicture {
  return { users: users.map(withoutEmptyNotes), groups: groups.map(withoutEmptyNotes) }
}

function withoutEmptyNotes(entity: object): object {
  const { attributes, ...rest } = entity as { attributes: Record<string, readonly string[]> }
  const kept: Record<string, readonly string[]> = {}
  for (const [name, values] of Object.entries(attributes)) {
    if (name !== 'scim.modified' && values[0] !== '-') kept[name] = values
  }
  return { ...rest, attributes: kept }
}
