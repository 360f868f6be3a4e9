import type { Context } from '../connections/context'
import { beforeNote } from '../mapping/notes'
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

/** For one who is linked now: whatever he is in was there before us, though the source gives it too. */
export function noteAllBefore(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): void {
  const standing = reachedGroups(context, target, user).filter((group) =>
    target.isMember(principal.name, group.name),
  )
  if (standing.length === 0) return
  const notes: Record<string, readonly string[]> = {}
  for (const group of standing) notes[beforeNote(group.externalId)] = ['1']
  context.source.storePrincipalAttributes(user.userName, notes)
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
