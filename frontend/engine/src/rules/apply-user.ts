import type { Context } from '../connections/context'
import { writeTie } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, Principal } from '../ports/directory'
import { endTargetUser } from './end-user'
import { onceMoreIfMissing } from './once-more'
import { isLeftAlone } from './rights'
import { partsAtArrival, settleUser } from './settle-user'
import { arrivingBy, findArrival, type Arrival } from './arrival'
import { findTargetUser, markOf, type TargetUser } from './target-user'
import { giveMembershipsBack, noteAllBefore, takeMembershipsBack } from './user-memberships'
import { userRulesOf } from './user-rules'
import { userWish, type UserPart, type UserWish } from './user-wish'
import { writeTargetUser } from './write-target-user'

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
  return onceMoreIfMissing(() =>
    apply(context, target, user, findTargetUser(context, target, user), wish, parts, password),
  )
}

/** The same for a source user whose create was cut: all parts, as they are for him whom it made, took up or linked. */
export function finishNewUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  password?: string,
): string | undefined {
  return onceMoreIfMissing(() => {
    const found = findTargetUser(context, target, user)
    const mark = found.kind === 'found' ? markOf(found.principal) : undefined
    const origin = mark ? mark.origin : 'made'
    const wish = userWish(userRulesOf(context), user, origin === 'joined' ? 'known' : 'new')
    return apply(context, target, user, found, wish, partsAtArrival(wish, origin), password)
  })
}

function apply(
  context: Context,
  target: Directory,
  user: SourceUser,
  found: TargetUser,
  wish: UserWish,
  parts: readonly UserPart[],
  password: string | undefined,
): string | undefined {
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
 * A target user for a source user who never had one here: made, taken up again or linked, with the memberships that the source
 * says. Where the name is somebody else's the source alone follows: a client must be able to deactivate whom it knows.
 */
function arrive(
  context: Context,
  target: Directory,
  user: SourceUser,
  password: string | undefined,
): string | undefined {
  const wish = userWish(userRulesOf(context), user, 'new')
  const arrival = findArrival(context, target, arrivingBy(wish, user.id))
  if (arrival.kind === 'taken') {
    context.notes.noted(user.userName + ' is somebody else in the target: left alone')
    return undefined
  }
  if (arrival.kind === 'link') noteAllBefore(context, target, user, arrival.principal)
  const principal = settleUser(context, target, user, arrival, password)
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
  const principal = settleUser(context, target, user, arrival, password)
  return principal && tieTo(context, target, principal)
}

function changeTargetUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
  wish: UserWish,
  parts: readonly UserPart[],
): Principal {
  if (parts.length === 0 || isLeftAlone(context, target, user, principal)) return principal
  const written = writeTargetUser(context, target, user, principal, wish, parts)
  const isLeftInactive = parts.includes('active') && wish.active.value === true && !written.active
  if (!parts.includes('memberships') || isLeftInactive) return written
  if (wish.memberships.value) giveMembershipsBack(context, target, user, written)
  else takeMembershipsBack(context, target, user, written)
  return written
}

function tieTo(context: Context, target: Directory, principal: Principal): string {
  const lowerName = context.ports.crowd.lowerCase(principal.name)
  return writeTie(target.id, principal.externalId, lowerName)
}
