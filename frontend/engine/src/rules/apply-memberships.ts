import type { Context } from '../connections/context'
import { readNote } from '../mapping/document'
import { beforeNote } from '../mapping/notes'
import { readSourceGroup } from '../mapping/source-group'
import type { SourceUser } from '../mapping/source-user'
import {
  isDirectoryError,
  type Directory,
  type DirectoryGroup,
  type Principal,
} from '../ports/directory'
import { readApplicationFacts, type GroupProtection } from './protection'
import { findTargetGroup } from './target-group'

/** One membership as the rules see it. `group` undefined: the source group reaches no target group. */
export interface Membership {
  readonly user: SourceUser
  readonly principal: Principal | undefined
  readonly groupName: string
  readonly group: DirectoryGroup | undefined
}

/**
 * Gives a membership, source first, target second. Only for a turn: what the source had already is given in the target
 * again. True if the source changed.
 */
export function giveMembership(context: Context, membership: Membership): boolean {
  const { user, principal, groupName, group } = membership
  const had = context.source.isMember(user.userName, groupName)
  const target = context.target
  const isThere =
    target && principal && group ? target.isMember(principal.name, group.name) : undefined
  if (group && isThere !== undefined) noteBefore(context, user, group, had, isThere)
  if (!had) addMember(context.source, user.userName, groupName)
  if (target && principal && group && isThere === false) {
    giveInTarget(context, target, membership, principal, group, had)
  }
  return !had
}

/** If the target refuses, the source does not keep what it only just got. */
function giveInTarget(
  context: Context,
  target: Directory,
  membership: Membership,
  principal: Principal,
  group: DirectoryGroup,
  had: boolean,
): void {
  try {
    addMember(target, principal.name, group.name)
  } catch (error) {
    if (isDirectoryError(error, 'refused') && !had) {
      removeMember(context.source, membership.user.userName, membership.groupName)
    }
    throw error
  }
  if (takeRightsBack(context, target, principal, group)) return
  context.notes.changed('added ' + principal.name + ' to ' + group.name)
}

/**
 * Crowd does not say which groups carry administration rights, so that is seen by what one did: who administers Crowd by it
 * is taken out again at once. True if so; who administers Crowd anyhow stays.
 */
function takeRightsBack(
  context: Context,
  target: Directory,
  principal: Principal,
  group: DirectoryGroup,
): boolean {
  const { crowd } = context.ports
  if (!crowd.isAdministrator(principal.name)) return false
  removeMember(target, principal.name, group.name)
  if (crowd.isAdministrator(principal.name)) {
    addMember(target, principal.name, group.name)
    return false
  }
  context.notes.noted(group.name + ' gives administration rights: ' + principal.name + ' left out')
  return true
}

/**
 * Decides anew whether the membership was there before us: found there and not given, yes; found absent, no. The note
 * outlives the last giving, so that a repeated removal does not take what was never ours.
 */
function noteBefore(
  context: Context,
  user: SourceUser,
  group: DirectoryGroup,
  had: boolean,
  isThere: boolean,
): void {
  const name = beforeNote(group.externalId)
  const isNoted = readNote(user.attributes, name) !== undefined
  if (isThere && !had && !isNoted) {
    context.source.storePrincipalAttributes(user.userName, { [name]: ['1'] })
  }
  if (!isThere && isNoted) context.source.removePrincipalAttribute(user.userName, name)
}

/**
 * Takes a membership away, target first, source second; also in the target alone, where the source has none any more.
 * True if the source changed.
 */
export function takeMembership(context: Context, membership: Membership): boolean {
  const { user, principal, groupName, group } = membership
  if (context.target && principal && group) {
    takeFromTarget(context, context.target, user, principal, group)
  }
  return removeMember(context.source, user.userName, groupName)
}

/** Takes a membership away in the target, unless it was there before us. */
export function takeFromTarget(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
  group: DirectoryGroup,
): void {
  if (readNote(user.attributes, beforeNote(group.externalId)) !== undefined) {
    context.notes.noted(principal.name + ' was in ' + group.name + ' before: left there')
    return
  }
  if (!target.isMember(principal.name, group.name)) return
  target.removeMember(principal.name, group.name)
  context.notes.changed('removed ' + principal.name + ' from ' + group.name)
}

/** Gives a target user all memberships that the source says. */
export function giveMembershipsBack(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): void {
  for (const { groupName, group } of reachedGroups(context, target, user)) {
    giveMembership(context, { user, principal, groupName, group })
  }
}

/** Takes all memberships back that are ours. What the source says stays. */
export function takeMembershipsBack(
  context: Context,
  target: Directory,
  user: SourceUser,
  principal: Principal,
): void {
  for (const { group } of reachedGroups(context, target, user)) {
    takeFromTarget(context, target, user, principal, group)
  }
}

/** The target groups that a source user's groups reach; protected ones are left out. */
function reachedGroups(
  context: Context,
  target: Directory,
  user: SourceUser,
): readonly { readonly groupName: string; readonly group: DirectoryGroup }[] {
  const reached: { groupName: string; group: DirectoryGroup }[] = []
  let protection: GroupProtection | undefined
  for (const end of context.source.groupsOf(user.userName)) {
    const stored = context.source.findGroup(end.name)
    if (!stored) continue
    const found = findTargetGroup(target, readSourceGroup(stored))
    if (found.kind !== 'found') continue
    protection = protection ?? readApplicationFacts(context.ports, target.id).standingProtection
    if (protection(found.group.name) === undefined) {
      reached.push({ groupName: stored.name, group: found.group })
    }
  }
  return reached
}

function addMember(directory: Directory, userName: string, groupName: string): void {
  try {
    directory.addMember(userName, groupName)
  } catch (error) {
    if (!isDirectoryError(error, 'exists')) throw error
  }
}

/** False if there was nothing to remove. */
function removeMember(directory: Directory, userName: string, groupName: string): boolean {
  if (!directory.isMember(userName, groupName)) return false
  directory.removeMember(userName, groupName)
  return true
}
