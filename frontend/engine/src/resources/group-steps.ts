import type { Context } from '../connections/context'
import type { JsonObject } from '../json'
import { note, openValues } from '../mapping/notes'
import { groupAttributes, readSourceGroup, type SourceGroup } from '../mapping/source-group'
import type { Attributes } from '../ports/directory'
import { renameTargetGroup } from '../rules/apply-group'
import type { ApplicationFacts } from '../rules/protection'
import { reachedNothing, reachTargetGroup, tieToGroup, type Reached } from '../rules/reach-group'
import { notFound } from '../scim-error'
import { groupLock } from './locking'

/** The source group of that id as it is now. Throws 404. */
export function storedGroup(context: Context, id: string): SourceGroup {
  const group = context.source.findGroupById(id)
  if (!group || id === '') throw notFound('Group', id)
  return readSourceGroup(group, context.ports.random.sha256)
}

/** Locks of a group request: the source group, and the target group that it is tied to. */
export function groupLocks(context: Context, group: SourceGroup): readonly string[] {
  const own = [groupLock(context, group.displayName)]
  return group.target === undefined ? own : own.concat('target-group:' + group.target)
}

/** The document of a source group as attributes for one call. */
export function documentAttributes(
  context: Context,
  document: JsonObject,
  stored: Attributes,
  modified: number,
): Record<string, readonly string[]> {
  return groupAttributes(document, stored, modified, context.ports.random.sha256)
}

/** The target group, named as the source says if its name turned. */
export function reachAndRename(
  context: Context,
  group: SourceGroup,
  facts: ApplicationFacts | undefined,
): Reached {
  if (!context.target || !facts) return reachedNothing(group)
  const reached = reachTargetGroup(context, context.target, group, facts)
  if (!reached.group || !group.open.includes('name')) return reached
  const renamed = renameTargetGroup(
    context,
    context.target,
    reached.group,
    group.displayName,
    facts,
  )
  return { ...reached, group: renamed }
}

/** What ends an operation on a group: nothing is open, the tie stands. */
export function endNotes(context: Context, reached: Reached): Record<string, readonly string[]> {
  const values: Record<string, readonly string[]> = { [note.open]: openValues([]) }
  if (context.target && reached.group) {
    values[note.target] = [tieToGroup(context, context.target, reached.group)]
  }
  return values
}
