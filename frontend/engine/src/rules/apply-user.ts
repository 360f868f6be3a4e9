import type { Context } from '../connections/context'
import { note, writeMark, writeTie } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import { isDirectoryError, type Directory, type Principal } from '../ports/directory'
import { uniqueness } from '../scim-error'
import { giveMembershipsBack, takeMembershipsBack } from './apply-memberships'
import { endTargetUser, isLeftAlone } from './end-user'
import { onceMoreIfMissing } from './once-more'
import { findArrival, findTargetUser, markOf, type Arrival } from './target-user'
import { userParts, userWish, wishedFields, type UserPart, type UserWish } from './user-wish'

/**
 * Makes the named parts of the target user equal to the wish. Gives the tie to note, undefined where there is none. Safe
 * to repeat. `password` is for a target user who is made or taken up now. Throws a DirectoryError, or uniqueness where the name is somebody else's.
 */
export function applyUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  wish: UserWish,
  parts: readonly UserPart[],
  password?: string,
): string | undefined {
  return onceMoreIfMissing(() => apply(context, target, user, wish, parts, password))
}

function apply(
  context: Context,
  target: Directory,
  user: SourceUser,
  wish: UserWish,
  parts: readonly UserPart[],
  password: string | undefined,
): string | undefined {
  const found = findTargetUser(target, user)
  if (!wish.exists.value) {
    if (found.kind === 'found' && parts.includes('exists'))
      endTargetUser(context, target, user, found.principal)
    return user.target
  }
  if (found.kind === 'found') {
    const written = changeTargetUser(context, target, user, found.principal, wish, parts)
    return tieTo(context, target, written)
  }
  if (found.kind === 'lost' && !parts.includes('exists')) {
    context.notes.noted(user.userName + ' is no longer in the target directory: left so')
    return user.target
  }
  return arrive(context, target, user, password)
}

/**
 * A target user for a source user who never had one here: made, or taken up again, with the memberships that the source
 * says. Where the name is somebody else's the source alone follows: a client must be able to deactivate whom it knows.
 */
function arrive(
  context: Context,
  target: Directory,
  user: SourceUser,
  password: string | undefined,
): string | undefined {
  const arrival = findArrival(context, target, user.userName, user.id)
  if (arrival.kind === 'taken') {
    context.notes.noted(user.userName + ' is somebody else in the target: left alone')
    return undefined
  }
  const principal = applyArrival(context, target, user, arrival, password)
  if (!principal) return undefined
  giveMembershipsBack(context, target, user, principal)
  return tieTo(context, target, principal)
}

/** The same for a source user who is in no group yet, where one has just looked. Gives the tie, if there is one. */
export function applyNewUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  arrival: Arrival,
  password?: string,
): string | undefined {
  const principal = applyArrival(context, target, user, arrival, password)
  return principal && tieTo(context, target, principal)
}

function applyArrival(
  context: Context,
  target: Directory,
  user: SourceUser,
  arrival: Arrival,
  password: string | undefined,
): Principal | undefined {
  const wish = userWish(context.connection.userSync, user, true)
  if (!wish.exists.value) return undefined
  switch (arrival.kind) {
    case 'taken':
      throw nameTaken(user.userName)
    case 'protected':
      context.notes.noted(user.userName + ' administers Crowd: the target is left alone')
      return undefined
    case 'make':
    case 'takeUp':
      return settle(context, target, user, wish, arrival, password)
  }
}

function settle(
  context: Context,
  target: Directory,
  user: SourceUser,
  wish: UserWish,
  arrival: Extract<Arrival, { kind: 'make' | 'takeUp' }>,
  password: string | undefined,
): Principal {
  const connection = context.connection.id
  if (arrival.kind === 'make') {
    const mark = writeMark({ connection, origin: 'made', sourceId: user.id })
    const principal = target.addPrincipal({
      name: wish.name.value,
      active: wish.active.value ?? true,
      email: wish.email.value,
      firstName: wish.firstName.value,
      lastName: wish.lastName.value,
      displayName: wish.displayName.value,
      attributes: { [note.managed]: [mark] },
      ...(password === undefined ? {} : { password }),
    })
    context.notes.changed('created ' + principal.name)
    return principal
  }
  const { principal, mark } = arrival
  if (password !== undefined) target.setPassword(principal.name, password)
  const taken = writeMark({ connection, origin: mark.origin, sourceId: user.id })
  target.storePrincipalAttributes(principal.name, { [note.managed]: [taken] })
  // Read back: where locks did not hold, one of two has it.
  const readBack = target.findPrincipal(principal.name)
  if (!readBack || markOf(readBack)?.sourceId !== user.id) throw nameTaken(user.userName)
  context.notes.changed('took up ' + principal.name + ' again')
  return writeTargetUser(context, target, principal, wish, userParts)
}

function changeTargetUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  if (parts.length === 0 || isLeftAlone(context, principal)) return principal
  const written = writeTargetUser(context, target, principal, wish, parts)
  if (!parts.includes('memberships')) return written
  if (wish.memberships.value) giveMembershipsBack(context, target, user, written)
  else takeMembershipsBack(context, target, user, written)
  return written
}

/** Name first, then the fields, each only if it differs. */
function writeTargetUser(
  context: Context,
  target: Directory,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  const renamed = renameTargetUser(context, target, principal, wish, parts)
  const fields = wishedFields(wish, parts, renamed)
  const changed = (['active', 'email', 'firstName', 'lastName', 'displayName'] as const).filter(
    (field) => fields[field] !== renamed[field],
  )
  if (changed.length === 0) return renamed
  target.updatePrincipal(fields)
  context.notes.changed(changeText(fields.active, changed) + ' ' + fields.name)
  return { ...renamed, ...fields }
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
  if (becomesAdministrator(context, principal.name, name)) {
    context.notes.noted(principal.name + ' keeps the name: ' + name + ' administers Crowd')
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

/** True if that new name is one that administers Crowd: whoever got it would be taken for the administrator. */
function becomesAdministrator(context: Context, name: string, newName: string): boolean {
  const { lowerCase, isAdministrator } = context.ports.crowd
  return lowerCase(name) !== lowerCase(newName) && isAdministrator(newName)
}

function changeText(active: boolean, changed: readonly string[]): string {
  if (!changed.includes('active')) return 'updated'
  return active ? 'activated' : 'deactivated'
}

export function nameTaken(name: string): Error {
  return uniqueness('userName: ' + JSON.stringify(name) + ' is taken in the target directory')
}

function tieTo(context: Context, target: Directory, principal: Principal): string {
  const lowerName = context.ports.crowd.lowerCase(principal.name)
  return writeTie(target.id, principal.externalId, lowerName)
}
