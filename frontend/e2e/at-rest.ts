import { lookInto, type DirectoryView, type TestConnection } from './crowd'

/** Source and target of a connection as they count between two requests. */
export interface AtRest {
  readonly source: DirectoryView
  readonly target: DirectoryView
}

/** Without the times of changes, and without notes that are empty: an empty note and none say the same. */
export async function atRest({ sourceId, targetId }: TestConnection): Promise<AtRest> {
  return { source: resting(await lookInto(sourceId)), target: resting(await lookInto(targetId)) }
}

function resting(directory: DirectoryView): DirectoryView {
  return {
    ...directory,
    users: directory.users.map(withoutEmptyNotes),
    groups: directory.groups.map(withoutEmptyNotes),
  }
}

function withoutEmptyNotes<T extends { readonly attributes: DirectoryView['attributes'] }>(
  one: T,
): T {
  const notes = Object.entries(one.attributes)
  const kept = notes.filter(([name, [value]]) => name !== 'scim.modified' && value !== '-')
  return { ...one, attributes: Object.fromEntries(kept) }
}
