import type { Context } from '../connections/context'
import { readSourceUser, type SourceUser } from '../mapping/source-user'
import type { MemberChange } from '../patch/change'
import type { DirectoryGroup, Principal } from '../ports/directory'
import { giveMembership, takeFromTarget, takeMembership } from '../rules/apply-memberships'
import { onceMoreIfMissing } from '../rules/once-more'
import { findTargetUser } from '../rules/target-user'
import { userWish } from '../rules/user-wish'
import { holdingNames, userLock } from './locking'

/** A source group and the target group that it reaches. */
export interface GroupPair {
  readonly sourceName: string
  readonly reached: DirectoryGroup | undefined
}

/** Carries the member changes out in order, one member after the other. True if the source changed. */
export function changeMembers(
  context: Context,
  pair: GroupPair,
  changes: readonly MemberChange[],
): boolean {
  let isChanged = false
  for (const change of changes) isChanged = changeSome(context, pair, change) || isChanged
  return isChanged
}

function changeSome(context: Context, pair: GroupPair, change: MemberChange): boolean {
  const ids = unique(change.ids)
  switch (change.kind) {
    case 'add':
      return giveAll(context, pair, ids)
    case 'remove':
      return takeAll(context, pair, ids)
    case 'replace': {
      const current = idsOf(context, pair.sourceName)
      const isGone = takeAll(context, pair, without(current, ids))
      return giveAll(context, pair, without(ids, current)) || isGone
    }
  }
}

function giveAll(context: Context, pair: GroupPair, ids: readonly string[]): boolean {
  return forEachMember(context, ids, (user, principal) => give(context, pair, user, principal))
}

/** In the target too, unless the rules keep the user's memberships away. */
function give(
  context: Context,
  pair: GroupPair,
  user: SourceUser,
  principal: Principal | undefined,
): boolean {
  const wish = userWish(context.connection.userSync, user, false)
  const reached = wish.memberships.value ? principal : undefined
  return giveMembership(context, membership(pair, user, reached))
}

function takeAll(context: Context, pair: GroupPair, ids: readonly string[]): boolean {
  return forEachMember(context, ids, (user, principal) =>
    takeMembership(context, membership(pair, user, principal)),
  )
}

/** Gives in the target all that the source says: for a group that was reached just now. */
export function giveAllMembers(context: Context, pair: GroupPair): void {
  giveAll(context, pair, idsOf(context, pair.sourceName))
}

/** Finishes givings that were cut: whoever got into the source is given in the target too. */
export function finishGiving(context: Context, pair: GroupPair, ids: readonly string[]): void {
  forEachMember(context, ids, (user, principal) => {
    if (!context.source.isMember(user.userName, pair.sourceName)) return false
    return give(context, pair, user, principal)
  })
}

/** The ids that the changes replace members with and the source group does not have yet: who will be given. */
export function newlyGiven(
  context: Context,
  groupName: string,
  changes: readonly MemberChange[],
): readonly string[] {
  let ids: readonly string[] = []
  for (const change of changes) if (change.kind === 'replace') ids = ids.concat(change.ids)
  return ids.length === 0 ? [] : without(ids, idsOf(context, groupName))
}

/** Takes all memberships of the target group back that are ours; the source's go with its group. */
export function takeAllMembersBack(context: Context, pair: GroupPair): void {
  const { target } = context
  const { reached } = pair
  if (!target || !reached) return
  forEachMember(context, idsOf(context, pair.sourceName), (user, principal) => {
    if (principal) takeFromTarget(context, target, user, principal, reached)
    return true
  })
}

function idsOf(context: Context, groupName: string): readonly string[] {
  return context.source.membersOf(groupName, 0, -1).map((member) => member.externalId)
}

function membership(pair: GroupPair, user: SourceUser, principal: Principal | undefined) {
  return { user, principal, groupName: pair.sourceName, group: pair.reached }
}

type MemberWork = (user: SourceUser, principal: Principal | undefined) => boolean

/** Each member under his own lock. Ids that nobody has are left out and noted. True if any work said so. */
function forEachMember(context: Context, ids: readonly string[], work: MemberWork): boolean {
  let result = false
  for (const id of ids) result = withMember(context, id, work) || result
  return result
}

function withMember(context: Context, id: string, work: MemberWork): boolean {
  const seen = context.source.findPrincipalById(id)
  if (!seen) return unknownMember(context, id)
  return holdingNames(context, [userLock(context, seen.name)], () => {
    const stored = context.source.findPrincipalById(id)
    if (!stored) return { names: [], run: () => unknownMember(context, id) }
    const user = readSourceUser(stored)
    return {
      names: [userLock(context, stored.name)],
      run: () => onceMoreIfMissing(() => work(user, targetMember(context, user))),
    }
  })
}

function unknownMember(context: Context, id: string): boolean {
  context.notes.noted('unknown member ' + id.slice(0, 80) + ' left out')
  return false
}

function targetMember(context: Context, user: SourceUser): Principal | undefined {
  if (!context.target) return undefined
  const found = findTargetUser(context.target, user)
  return found.kind === 'found' ? found.principal : undefined
}

function unique(ids: readonly string[]): readonly string[] {
  return without(ids, [])
}

/** The ids that are not among the others, each once. */
function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  const seen: Record<string, true> = {}
  for (const other of others) seen['@' + other] = true
  return ids.filter((id) => {
    const isNew = seen['@' + id] !== true
    seen['@' + id] = true
    return isNew
  })
}
