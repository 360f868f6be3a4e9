import type { Context } from '../connections/context'
import type { MemberChange } from '../patch/change'
import { invalidValue, shown } from '../scim-error'

/** Whom an id means: looked up before the locks are taken, so the name may have moved since. */
export type Member =
  | { readonly kind: 'user' | 'group'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly id: string }

/** A user's id is found with one call, another with two. */
export function findMember(context: Context, id: string): Member {
  const user = context.source.findPrincipalById(id)
  if (user) return { kind: 'user', id, name: user.name }
  const group = id === '' ? undefined : context.source.findGroupById(id)
  return group ? { kind: 'group', id, name: group.name } : { kind: 'unknown', id }
}

/** Who will be given by a request, each once. */
export interface Given {
  readonly members: readonly Member[]
  /** Of them, the ids that a replaced list gives and the group does not have yet. */
  readonly replacedIds: readonly string[]
}

/**
 * Looks up whom the changes give, before anything is written. The member list is read only if one of them replaces it.
 * Throws invalidValue for unknown ids where the connection is strict.
 */
export function findGiven(
  context: Context,
  groupName: string,
  changes: readonly MemberChange[],
): Given {
  const replacedIds = idsGivenByReplace(context, groupName, changes)
  const ids = without(idsOf(changes, 'add').concat(replacedIds), [])
  const members = ids.map((id) => findMember(context, id))
  if (context.connection.scim.strictMembers) refuseUnknown(members)
  return { members, replacedIds }
}

/** An error names as many ids as this. */
const MOST_NAMED = 5

function refuseUnknown(members: readonly Member[]): void {
  const unknown = members.filter(({ kind }) => kind === 'unknown')
  if (unknown.length === 0) return
  const named = unknown.slice(0, MOST_NAMED).map(({ id }) => shown(id))
  const more = unknown.length > named.length ? ` and ${unknown.length - named.length} more` : ''
  throw invalidValue('members', `nobody has the id ${named.join(', ')}${more}; nothing was changed`)
}

function idsGivenByReplace(
  context: Context,
  groupName: string,
  changes: readonly MemberChange[],
): readonly string[] {
  const ids = idsOf(changes, 'replace')
  return ids.length === 0 ? [] : without(ids, memberIds(context, groupName))
}

function idsOf(changes: readonly MemberChange[], kind: MemberChange['kind']): readonly string[] {
  let ids: readonly string[] = []
  for (const change of changes) if (change.kind === kind) ids = ids.concat(change.ids)
  return ids
}

/** The ids of all direct members of a source group. */
export function memberIds(context: Context, groupName: string): readonly string[] {
  const groups = context.source.nestedGroupsOf(groupName, 0, -1)
  return userIds(context, groupName).concat(groups.map((group) => group.externalId))
}

/** The ids of the direct members that are users. */
export function userIds(context: Context, groupName: string): readonly string[] {
  return context.source.membersOf(groupName, 0, -1).map((member) => member.externalId)
}

/** The ids that are not among the others, each once. */
export function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  const seen: Record<string, true> = {}
  for (const other of others) seen['@' + other] = true
  return ids.filter((id) => {
    const isNew = seen['@' + id] !== true
    seen['@' + id] = true
    return isNew
  })
}
