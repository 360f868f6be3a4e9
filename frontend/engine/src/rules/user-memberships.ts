import type { Context } from '../connections/context'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, Principal } from '../ports/directory'
import { takeFromTarget } from './apply-memberships'
import { forgetBefore } from './before-note'
import { addMember } from './membership-calls'
import { reachedGroups } from './reached-groups'
import { noteUnasked, takeRightsBack } from './rights'

/** Gives a target user all memberships that the source says. */
export function giveMembershipsBack(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): void {
  const missing = reachedGroups(context, target, user).filter(
    (group) => !target.isMember(principal.name, group.name),
  )
  if (missing.length > 0) noteUnasked(context, user, 'given')
  for (const group of missing) {
    forgetBefore(context, user, group)
    addMember(target, principal.name, group.name)
    if (takeRightsBack(context, target, principal, group)) continue
    context.notes.changed('added ' + principal.name + ' to ' + group.name)
  }
}

/** Takes all memberships back that are ours. What the source says stays. */
export function takeMembershipsBack(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): void {
  for (const group of reachedGroups(context, target, user)) {
    takeFromTarget(context, target, user, principal, group)
  }
}
