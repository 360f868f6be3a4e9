import type { MemoryConnection } from '../fakes/memory-connection'

/**
 * Both directories as they count at the end of an operation: without the times of changes, and without notes that are
 * empty, since an empty note and none say the same.
 */
export function atRest(connection: MemoryConnection): object {
  const { source, target } = connection.picture()
  return {
    source: {
      users: source.users.map(withoutEmptyNotes),
      groups: source.groups.map(withoutEmptyNotes),
    },
    target: {
      users: target.users.map(withoutEmptyNotes),
      groups: target.groups.map(withoutEmptyNotes),
    },
  }
}

function withoutEmptyNotes(entity: object): object {
  const { attributes, ...rest } = entity as { attributes: Record<string, readonly string[]> }
  const kept: Record<string, readonly string[]> = {}
  for (const [name, values] of Object.entries(attributes)) {
    if (name !== 'scim.modified' && values[0] !== '-') kept[name] = values
  }
  return { ...rest, attributes: kept }
}
