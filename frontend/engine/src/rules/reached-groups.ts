import type { Context } from '../connections/context'
import { readSourceGroup } from '../mapping/source-group'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, DirectoryGroup } from '../ports/directory'
import { applicationFacts, type GroupProtection } from './protection'
import { findBegunGroup } from './target-group'

/** The target groups that a source user's groups reach; protected ones are left out. */
export function reachedGroups(
  context: Context,
  target: Directory,
  user: SourceUser,
): readonly DirectoryGroup[] {
  const reached: DirectoryGroup[] = []
  let protection: GroupProtection | undefined
  for (const end of context.source.groupsOf(user.userName)) {
    const stored = context.source.findGroup(end.name)
    const found = stored && findBegunGroup(target, readSourceGroup(stored))
    if (!found) continue
    protection = protection ?? applicationFacts(context, target).standingProtection
    if (protection(found.name) === undefined) reached.push(found)
  }
  return reached
}
