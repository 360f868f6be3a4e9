import type { Context } from '../connections/context'
import { note } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, Principal } from '../ports/directory'
import { onceMoreIfMissing } from './once-more'
import { isLeftAlone, undoCut } from './rights'
import { setInactive } from './set-inactive'
import { findTargetUser, markOf } from './target-user'
import { takeMembershipsBack } from './user-memberships'

/** The end of a target user: deleted where we made it, else disabled; memberships that are ours go first. */
export function endTargetUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): void {
  if (isLeftAlone(context, target, user, principal)) return
  takeMembershipsBack(context, target, user, principal)
  if (markOf(principal)?.origin !== 'made') return disable(context, target, principal)
  target.removePrincipal(principal.name)
  context.notes.changed('deleted ' + principal.name)
}

/** What a SCIM DELETE does to the target, by the connection's setting. The source user is still there. */
export function applyUserDelete(context: Context, target: Directory, user: SourceUser): void {
  onceMoreIfMissing(() => {
    const found = findTargetUser(context, target, user)
    if (found.kind !== 'found') return
    const { principal } = found
    switch (context.connection.userSync.onDelete) {
      case 'delete':
        return endTargetUser(context, target, user, principal)
      case 'disable':
        if (isLeftAlone(context, target, user, principal)) return
        takeMembershipsBack(context, target, user, principal)
        return disable(context, target, principal)
      case 'ignore':
        if (context.ports.crowd.isAdministrator(principal.name))
          undoCut(context, target, user, principal)
        if (markOf(principal)) target.removePrincipalAttribute(principal.name, note.managed)
        return context.notes.noted(principal.name + ' stays in the target directory, unmanaged')
    }
  })
}

function disable(context: Context, target: Directory, principal: Principal): void {
  if (!principal.active) return
  setInactive(target, principal)
  context.notes.changed('deactivated ' + principal.name)
}
