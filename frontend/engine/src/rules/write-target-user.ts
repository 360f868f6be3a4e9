import type { Context } from '../connections/context'
import type { SourceUser } from '../mapping/source-user'
import { isDirectoryError, type Directory, type Principal } from '../ports/directory'
import { uniqueness } from '../scim-error'
import { protectionOfUser } from './protected-user'
import { noteUnasked, takeRightsOfActivated } from './rights'
import { setInactive } from './set-inactive'
import { wishedFields, type UserPart, type UserWish } from './user-wish'

/**
 * A deactivation first, so that it stands whatever becomes of the rest; then the name, then the fields, each only if it
 * differs. Gives the target user as he then is.
 */
export function writeTargetUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  const begun = deactivate(context, target, principal, wish, parts)
  const renamed = renameTargetUser(context, target, begun, wish, parts)
  const fields = wishedFields(wish, parts, renamed)
  const changed = (['active', 'email', 'firstName', 'lastName', 'displayName'] as const).filter(
    (field) => fields[field] !== renamed[field],
  )
  if (changed.length === 0) return renamed
  const isActivated = fields.active && !renamed.active
  if (isActivated) noteUnasked(context, user, 'activated')
  target.updatePrincipal(fields)
  context.notes.changed((isActivated ? 'activated ' : 'updated ') + fields.name)
  const written = { ...renamed, ...fields }
  return isActivated ? takeRightsOfActivated(context, target, user, written) : written
}

function deactivate(
  context: Context,
  target: Directory,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  const isTurned = parts.includes('active') && wish.active.value === false
  if (!isTurned || !principal.active) return principal
  const inactive = setInactive(target, principal)
  context.notes.changed('deactivated ' + principal.name)
  return inactive
}

function renameTargetUser(
  context: Context,
  target: Directory,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  const name = wish.name.value
  if (!parts.includes('name') || principal.name === name) return principal
  const why = whyNotRename(context, principal.name, name)
  if (why !== undefined) {
    context.notes.noted(principal.name + ' keeps the name: ' + name + ' ' + why)
    return principal
  }
  try {
    target.renamePrincipal(principal.name, name)
  } catch (error) {
    throw isDirectoryError(error, 'exists') ? nameTaken(name) : error
  }
  context.notes.changed('renamed ' + principal.name + ' to ' + name)
  return { ...principal, name }
}

/** Set if the new name is a protected one: whoever got it would be taken for the administrator. */
function whyNotRename(context: Context, name: string, newName: string): string | undefined {
  const { lowerCase } = context.ports.crowd
  return lowerCase(name) === lowerCase(newName) ? undefined : protectionOfUser(context, newName)
}

export function nameTaken(name: string): Error {
  return uniqueness('userName: ' + JSON.stringify(name) + ' is taken in the target directory')
}
