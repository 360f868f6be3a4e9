import type { Context } from '../connections/context'
import { isUndecided, note, openValues, toGive } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import {
  isDirectoryError,
  type Directory,
  type DirectoryGroup,
  type Principal,
} from '../ports/directory'
import { forgetBefore, isBefore, noteBefore } from './before-note'
import { addMember, removeMember } from './membership-calls'
import { takeRightsBack } from './rights'

/** One membership as the rules see it. `group` undefined: the source group reaches no target group. */
export interface Membership {
  readonly user: SourceUser
  readonly principal: Principal | undefined
  readonly groupName: string
  /** `scim.open` of the source group. */
  readonly open: readonly string[]
  readonly group: DirectoryGroup | undefined
}

/** A membership that reaches the target. */
interface TargetMembership extends Membership {
  readonly principal: Principal
  readonly group: DirectoryGroup
}

/**
 * Gives a membership, source first, target second. Only for a turn: what the source had already is given in the target
 * again. True if the source changed.
 */
export function giveMembership(context: Context, membership: Membership): boolean {
  const { user, principal, groupName, group } = membership
  const { source, target } = context
  if (!target || !principal || !group) return addMember(source, user.userName, groupName)
  const reaching = { ...membership, principal, group }
  if (!target.isMember(principal.name, group.name)) {
    forgetBefore(context, user, group)
    const isNew = addMember(source, user.userName, groupName)
    giveInTarget(context, target, reaching, isNew)
    return isNew
  }
  noteBefore(context, user, groupName, group)
  const isNew = addMember(source, user.userName, groupName)
  if (!isNew && wasCut(reaching)) takeRightsBack(context, target, principal, group)
  return isNew
}

/** True if the membership was given by an operation that came to no end: whether it gives rights was not asked. */
function wasCut({ user, group, open }: TargetMembership): boolean {
  const isUnderWay = open.includes(toGive(user.id)) || user.open.some(isUndecided)
  return isUnderWay && !isBefore(user, group)
}

/**
 * The note comes first, so that what the membership does is asked even after a cut. If the target refuses, the source does
 * not keep what it only just got.
 */
function giveInTarget(
  context: Context,
  target: Directory,
  membership: TargetMembership,
  isNew: boolean,
): void {
  const { user, principal, groupName, group, open } = membership
  const isNoted = open.includes(toGive(user.id))
  const store = (parts: readonly string[]): void =>
    context.source.storeGroupAttributes(groupName, { [note.open]: openValues(parts) })
  if (!isNoted) store(open.concat(toGive(user.id)))
  try {
    addMember(target, principal.name, group.name)
  } catch (error) {
    if (isDirectoryError(error, 'refused') && isNew) {
      removeMember(context.source, user.userName, groupName)
      if (!isNoted) store(open)
    }
    throw error
  }
  if (!takeRightsBack(context, target, principal, group)) {
    context.notes.changed('added ' + principal.name + ' to ' + group.name)
  }
  // Where the source group is at rest and did not change, nobody else ends the note.
  if (open.length === 0 && !isNew) store(open)
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
  if (isBefore(user, group)) {
    context.notes.noted(principal.name + ' was in ' + group.name + ' before: left there')
    return
  }
  if (!removeMember(target, principal.name, group.name)) return
  context.notes.changed('removed ' + principal.name + ' from ' + group.name)
}
