import type { Context } from '../connections/context'
import { isUndecided, note, openValues, toGive, toGiveBack, type Unasked } from '../mapping/notes'
import { readSourceGroup } from '../mapping/source-group'
import type { SourceUser } from '../mapping/source-user'
import {
  DirectoryError,
  isDirectoryError,
  type Directory,
  type DirectoryGroup,
  type Principal,
} from '../ports/directory'
import { isBefore } from './before-note'
import { addMember, removeMember } from './membership-calls'
import { isListedUser } from './protected-user'
import { reachedGroups } from './reached-groups'
import { setInactive } from './set-inactive'
import { findBegunGroup } from './target-group'

/**
 * True for a target user who is protected or administers Crowd: nothing is done to him through SCIM, and that is said. If he does so by
 * what an operation of ours gave before it was cut, that is taken back, and he is none.
 */
export function isLeftAlone(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): boolean {
  if (isListedUser(context, principal.name)) {
    context.notes.noted(principal.name + ' is a protected user: the target is left alone')
    return true
  }
  const isAdministrator = context.ports.crowd.isAdministrator(principal.name)
  if (!isAdministrator && !user.open.some(isUndecided)) return false
  if (undoCut(context, target, user, principal)) return false
  context.notes.noted(principal.name + ' administers Crowd: the target is left alone')
  return true
}

/**
 * Crowd does not say which groups carry administration rights, so that is seen by what one did: who administers Crowd by it
 * is taken out again at once. True if so; who administers Crowd anyhow stays.
 */
export function takeRightsBack(
  context: Context,
  target: Directory,
  principal: Principal,
  group: DirectoryGroup,
): boolean {
  if (!context.ports.crowd.isAdministrator(principal.name)) return false
  return takeOutOfSome(context, target, principal, [group])
}

/** To be called before a target user is activated or given his memberships: after a cut that is asked again. */
export function noteUnasked(context: Context, user: SourceUser, what: Unasked): void {
  if (user.open.includes(what)) return
  context.source.storePrincipalAttributes(user.userName, {
    [note.open]: openValues(user.open.concat(what)),
  })
}

/**
 * Crowd may count only active users as administrators, so an activation can make one of whom was given memberships before:
 * those are taken back; if that does not help he is as inactive as he was. Gives the target user as he then is.
 */
export function takeRightsOfActivated(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): Principal {
  if (!context.ports.crowd.isAdministrator(principal.name)) return principal
  if (takeOutOfOurs(context, target, user, principal, 'activated')) return principal
  return deactivateAgain(context, target, principal)
}

/** True if, after what a cut operation left was undone, he does not administer Crowd. */
export function undoCut(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): boolean {
  if (!user.open.some(isUndecided)) {
    const groups = oursOf(user, groupsOfCut(context, target, user))
    return takeOutOfSome(context, target, principal, groups)
  }
  const what = user.open.includes('activated') ? 'activated' : 'given'
  if (takeOutOfOurs(context, target, user, principal, what)) return true
  if (what === 'activated' && principal.active) deactivateAgain(context, target, principal)
  return false
}

/** Takes him out of groups that we gave. Those are noted before, so that a cut loses him none that did nothing. */
function takeOutOfOurs(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
  what: Unasked,
): boolean {
  const groups = oursOf(user, reachedGroups(context, target, user))
  const begun = groups.filter(({ externalId }) => user.open.includes(toGiveBack(externalId)))
  const others = user.open.filter((part) => !isUndecided(part))
  return takeOutOfSome(context, target, principal, groups, begun, (taken) => {
    const back = taken.map(({ externalId }) => toGiveBack(externalId))
    const open = openValues(others.concat(what, back))
    context.source.storePrincipalAttributes(user.userName, { [note.open]: open })
  })
}

/** The target groups to which he was being given when a request on the group was cut. */
function groupsOfCut(
  context: Context,
  target: Directory,
  user: SourceUser,
): readonly DirectoryGroup[] {
  const groups: DirectoryGroup[] = []
  const restriction = {
    kind: 'attribute',
    name: note.open,
    match: 'exactly',
    value: toGive(user.id),
  } as const
  for (const stored of context.source.searchGroups({ restriction, start: 0, count: -1 })) {
    if (!context.source.isMember(user.userName, stored.name)) continue
    const found = findBegunGroup(target, readSourceGroup(stored))
    if (found) groups.push(found)
  }
  return groups
}

function oursOf(user: SourceUser, groups: readonly DirectoryGroup[]): readonly DirectoryGroup[] {
  return groups.filter((group) => !isBefore(user, group))
}

/**
 * Takes him out of one group after the other until he administers Crowd no more; then those that did nothing get him back.
 * False if none helped: then all get him back. `begun`: out of which he was taken before a cut.
 */
function takeOutOfSome(
  context: Context,
  target: Directory,
  principal: Principal,
  groups: readonly DirectoryGroup[],
  begun: readonly DirectoryGroup[] = [],
  remember: (taken: readonly DirectoryGroup[]) => void = () => undefined,
): boolean {
  const { isAdministrator } = context.ports.crowd
  let taken = begun
  let last: DirectoryGroup | undefined
  let rest = groups.filter((group) => target.isMember(principal.name, group.name))
  while (isAdministrator(principal.name)) {
    const [group, ...others] = rest
    if (!group) {
      for (const each of taken) addMember(target, principal.name, each.name)
      return false
    }
    taken = taken.concat(group)
    rest = others
    remember(taken)
    takeOut(target, principal, group)
    last = group
  }
  if (last) noteLeftOut(context, principal, last)
  for (const each of taken) if (each !== last) giveUnlessRights(context, target, principal, each)
  return true
}

function giveUnlessRights(
  context: Context,
  target: Directory,
  principal: Principal,
  group: DirectoryGroup,
): void {
  addMember(target, principal.name, group.name)
  if (!context.ports.crowd.isAdministrator(principal.name)) return
  takeOut(target, principal, group)
  noteLeftOut(context, principal, group)
}

/** Not a refusal where it fails: nobody may end the operation as if nothing had been given. */
function takeOut(target: Directory, principal: Principal, group: DirectoryGroup): void {
  try {
    removeMember(target, principal.name, group.name)
  } catch (error) {
    if (isDirectoryError(error, 'refused')) throw new DirectoryError('unavailable', error.message)
    throw error
  }
}

function noteLeftOut(context: Context, principal: Principal, group: DirectoryGroup): void {
  context.notes.noted(group.name + ' gives administration rights: ' + principal.name + ' left out')
}

function deactivateAgain(context: Context, target: Directory, principal: Principal): Principal {
  context.notes.noted(principal.name + ' would administer Crowd once active: left inactive')
  return setInactive(target, principal)
}
