import type { Context } from '../connections/context'
import { readSourceUser, type SourceUser } from '../mapping/source-user'
import type { MemberChange } from '../patch/change'
import type { DirectoryGroup, Principal } from '../ports/directory'
import { giveMembership, takeFromTarget, takeMembership } from '../rules/apply-memberships'
import { onceMoreIfMissing } from '../rules/once-more'
import { findTargetUser } from '../rules/target-user'
import { wishedMemberships } from '../rules/user-wish'
import { findMember, memberIds, userIds, without, type Member } from './find-members'
import { holdingNames, userLock } from './locking'
import { giveNested, takeNested } from './nesting'

/** A source group and the target group that it reaches. */
export interface GroupPair {
  readonly sourceName: string
  /** `scim.open` of the source group. */
  readonly open: readonly string[]
  readonly reached: DirectoryGroup | undefined
}

/**
 * Carries the member changes out in order, one member after the other. `known` are those who have been looked up already.
 * True if the source changed.
 */
export function changeMembers(
  context: Context,
  pair: GroupPair,
  changes: readonly MemberChange[],
  known: readonly Member[],
): boolean {
  const find = finder(context, known)
  let isChanged = false
  for (const change of changes) isChanged = changeSome(context, pair, change, find) || isChanged
  return isChanged
}

type Find = (id: string) => Member

/** The member of an id, looked up where that was not done before. */
function finder(context: Context, known: readonly Member[]): Find {
  const byId: Record<string, Member> = {}
  for (const member of known) byId['@' + member.id] = member
  return (id) => byId['@' + id] ?? findMember(context, id)
}

function changeSome(context: Context, pair: GroupPair, change: MemberChange, find: Find): boolean {
  const ids = without(change.ids, [])
  switch (change.kind) {
    case 'add':
      return giveAll(context, pair, ids, find)
    case 'remove':
      return takeAll(context, pair, ids, find)
    case 'replace': {
      const current = memberIds(context, pair.sourceName)
      const isGone = takeAll(context, pair, without(current, ids), find)
      return giveAll(context, pair, without(ids, current), find) || isGone
    }
  }
}

function giveAll(context: Context, pair: GroupPair, ids: readonly string[], find: Find): boolean {
  return forEachMember(context, ids, find, {
    user: (user, principal) => give(context, pair, user, principal),
    group: (id) => giveNested(context, id, pair.sourceName),
  })
}

/** In the target too, unless the rules keep the user's memberships away. */
function give(
  context: Context,
  pair: GroupPair,
  user: SourceUser,
  principal: Principal | undefined,
): boolean {
  const wished = wishedMemberships(context.connection.userSync, user)
  const reached = wished.value ? principal : undefined
  return giveMembership(context, membership(pair, user, reached))
}

function takeAll(context: Context, pair: GroupPair, ids: readonly string[], find: Find): boolean {
  return forEachMember(context, ids, find, {
    user: (user, principal) => takeMembership(context, membership(pair, user, principal)),
    group: (id) => takeNested(context, id, pair.sourceName),
  })
}

/** Gives in the target all that the source says but those given just now: for a group that was reached just now. */
export function giveAllMembers(context: Context, pair: GroupPair, given: readonly string[]): void {
  if (!pair.reached) return
  giveAll(context, pair, without(userIds(context, pair.sourceName), given), finder(context, []))
}

/** Finishes givings that were cut: whoever got into the source is given in the target too. */
export function finishGiving(context: Context, pair: GroupPair, ids: readonly string[]): void {
  forEachMember(context, ids, finder(context, []), {
    user: (user, principal) => {
      if (!context.source.isMember(user.userName, pair.sourceName)) return false
      return give(context, pair, user, principal)
    },
    group: () => false,
  })
}

/** Takes all memberships of the target group back that are ours; the source's go with its group. */
export function takeAllMembersBack(
  context: Context,
  sourceName: string,
  reached: DirectoryGroup,
): void {
  const { target } = context
  if (!target) return
  forEachMember(context, userIds(context, sourceName), finder(context, []), {
    user: (user, principal) => {
      if (principal) takeFromTarget(context, target, user, principal, reached)
      return true
    },
    group: () => false,
  })
}

function membership(pair: GroupPair, user: SourceUser, principal: Principal | undefined) {
  const { sourceName, open, reached } = pair
  return { user, principal, groupName: sourceName, open, group: reached }
}

/** What is done with a member. True if the source changed; undefined if the group of that id is not there any more. */
interface MemberWork {
  user(user: SourceUser, principal: Principal | undefined): boolean
  group(id: string): boolean | undefined
}

/** Ids that nobody has are left out and noted. True if any work said so. */
function forEachMember(
  context: Context,
  ids: readonly string[],
  find: Find,
  work: MemberWork,
): boolean {
  let result = false
  for (const id of ids) result = withMember(context, find(id), work) || result
  return result
}

function withMember(context: Context, member: Member, work: MemberWork): boolean {
  switch (member.kind) {
    case 'unknown':
      return unknownMember(context, member.id)
    case 'group':
      return work.group(member.id) ?? unknownMember(context, member.id)
    case 'user':
      return withUser(context, member, work)
  }
}

/** Each user under his own lock. */
function withUser(
  context: Context,
  { id, name }: Extract<Member, { kind: 'user' | 'group' }>,
  work: MemberWork,
): boolean {
  return holdingNames(context, [userLock(context, name)], () => {
    const stored = context.source.findPrincipalById(id)
    if (!stored) return { names: [], run: () => unknownMember(context, id) }
    const user = readSourceUser(stored)
    return {
      names: [userLock(context, stored.name)],
      run: () => onceMoreIfMissing(() => work.user(user, targetMember(context, user))),
    }
  })
}

function unknownMember(context: Context, id: string): boolean {
  context.notes.noted('unknown member ' + id.slice(0, 80) + ' left out')
  return false
}

function targetMember(context: Context, user: SourceUser): Principal | undefined {
  if (!context.target) return undefined
  const found = findTargetUser(context, context.target, user)
  return found.kind === 'found' ? found.principal : undefined
}
