import type { Context } from '../connections/context'
import type { SourceUser } from '../mapping/source-user'
import { isDirectoryError, type Directory, type Principal } from '../ports/directory'
import { uniqueness } from '../scim-error'
import { protectionOfUser } from './protected-user'
import { noteUnasked, takeRightsOfActivated } from './rights'
import { setInactive } from './set-inactive'
import { targetNameOf } from './user-rules'
import { valuesOf, wishedAttributes, wishedFields, type UserPart, type UserWish } from './user-wish'

/**
 * A deactivation first, so that it stands whatever becomes of the rest; then the name, the attributes and the fields, each only if it
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
  const renamed = renameTargetUser(context, target, user, begun, wish, parts)
  writeAttributes(context, target, renamed, wish, parts)
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

/** Each only if it differs. Crowd takes values that differ only in letter case for the same: such a one goes first. */
function writeAttributes(
  context: Context,
  target: Directory,
  { name, attributes }: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): void {
  const changes = wishedAttributes(wish, parts, attributes)
  if (changes.length === 0) return
  const stored: Record<string, readonly string[]> = {}
  for (const change of changes) {
    if (
      change.values.length === 0 ||
      isSameButCase(valuesOf(attributes, change.name), change.values)
    )
      target.removePrincipalAttribute(name, change.name)
    if (change.values.length > 0) stored[change.name] = change.values
  }
  if (Object.keys(stored).length > 0) target.storePrincipalAttributes(name, stored)
  context.notes.changed('updated attributes of ' + name)
}

function isSameButCase(some: readonly string[], others: readonly string[]): boolean {
  return some.join('\n').toLowerCase() === others.join('\n').toLowerCase()
}

function renameTargetUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  const name = wish.name.value
  if (!parts.includes('name') || name === undefined || principal.name === name) return principal
  const why = whyNotRename(context, principal.name, name)
  if (why !== undefined) {
    context.notes.noted(principal.name + ' keeps the name: ' + name + ' ' + why)
    return principal
  }
  try {
    target.renamePrincipal(principal.name, name)
  } catch (error) {
    throw isDirectoryError(error, 'exists') ? nameTaken(context, user.userName) : error
  }
  context.notes.changed('renamed ' + principal.name + ' to ' + name)
  return { ...principal, name }
}

/** Set if the new name is a protected one: whoever got it would be taken for the administrator. */
function whyNotRename(context: Context, name: string, newName: string): string | undefined {
  const { lowerCase } = context.ports.crowd
  return lowerCase(name) === lowerCase(newName) ? undefined : protectionOfUser(context, newName)
}

/** The name that a user of the source would have in the target is somebody else's. */
export function nameTaken(context: Context, userName: string): Error {
  const name = targetNameOf(context, userName)
  const becomes = name === userName ? ' ' : ' becomes ' + JSON.stringify(name) + ', which '
  return uniqueness(
    'userName: ' + JSON.stringify(userName) + becomes + 'is taken in the target directory',
  )
}
