import type { Context } from '../connections/context'
import { readNote } from '../mapping/document'
import { beforeNote } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { DirectoryGroup } from '../ports/directory'

/** True if the membership was there before us and is not ours to take. */
export function isBefore(user: SourceUser, group: DirectoryGroup): boolean {
  return readNote(user.attributes, beforeNote(group.externalId)) !== undefined
}

/**
 * For a membership that is found in the target and is being given: if the source group does not give it yet, it was there
 * before us. The note outlives the last giving, so that a repeated removal does not take what was never ours.
 */
export function noteBefore(
  context: Context,
  user: SourceUser,
  groupName: string,
  group: DirectoryGroup,
): void {
  if (isBefore(user, group) || context.source.isMember(user.userName, groupName)) return
  context.source.storePrincipalAttributes(user.userName, { [beforeNote(group.externalId)]: ['1'] })
}

/** For a membership that is found absent in the target: whatever was there before us is gone. */
export function forgetBefore(context: Context, user: SourceUser, group: DirectoryGroup): void {
  if (!isBefore(user, group)) return
  context.source.removePrincipalAttribute(user.userName, beforeNote(group.externalId))
}
