import type { Context } from '../connections/context'
import type { MemberList } from '../exchange'
import type { Filter } from '../filter/filter'
import { comparedMembers } from '../filter/mentions'
import type { Json, JsonObject } from '../json'
import { toGroupResource } from '../mapping/group-resource'
import { readSourceGroup } from '../mapping/source-group'
import type { DirectoryGroup, MembershipEnd } from '../ports/directory'
import { listResponse, type Page } from '../protocol/list-response'
import { readPage } from '../protocol/paging'
import { readProjection } from '../protocol/projection'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { groupType, type ResourceType } from '../schema/resource-type'
import { ScimError } from '../scim-error'
import { withClearFailures } from './failures'
import { findMember, type Member } from './find-members'
import { withMemberList } from './groups'
import { findPage, mostCandidates } from './listing'
import { readFilter } from './read-filter'

/** A page of groups with the lists that take the places of their members. */
export interface GroupPage extends Page {
  readonly memberLists: Readonly<Record<string, MemberList>>
}

/** GET /Groups (RFC 7644 §3.4.2). */
export function listGroups(context: Context, request: ScimRequest): ScimAnswer {
  return withClearFailures(context, () => {
    const { memberLists, ...page } = findGroups(context, request)
    return { status: 200, body: listResponse(page), memberLists }
  })
}

/**
 * The wanted page of groups. Members are lists that the shell writes, one query a group that shows them. `others` are types
 * that are searched together with groups.
 */
export function findGroups(
  context: Context,
  request: ScimRequest,
  others: readonly ResourceType[] = [],
): GroupPage {
  const projection = readProjection(request.query, groupType)
  const { filter, ...query } = request.query
  const { wanted, type } = readFilter(context, filter, groupType, others)
  const { startIndex, count } = readPage(query)
  const { totalResults, page } = findPage(
    listingOf(context, wanted, type),
    wanted,
    startIndex,
    count,
  )
  const memberLists: Record<string, MemberList> = {}
  const resources = page.map((each, n) => {
    const { resource, lists } = withMemberList(context, readSourceGroup(each), projection, n)
    for (const marker of Object.keys(lists)) memberLists[marker] = lists[marker] as MemberList
    return resource
  })
  return { resources, totalResults, startIndex, memberLists }
}

function listingOf(context: Context, filter: Filter | undefined, type: ResourceType) {
  const { source } = context
  const asked = membersAskedFor(context, filter ? askedIds(filter) : [])
  return {
    type,
    mostCandidates,
    search: source.searchGroups,
    count: source.countGroups,
    toJudged: (each: DirectoryGroup) => judgedGroup(context, each, asked),
  }
}

/** Throws invalidFilter where all members would have to be read. */
function askedIds(filter: Filter): readonly string[] {
  const ids = comparedMembers(filter)
  if (ids) return ids
  throw new ScimError(400, 'filter: members can be compared by eq with an id only', 'invalidFilter')
}

/** Whom a filter asks for as a member, and the lower-cased names of the groups that he or it is in. */
interface AskedMember {
  readonly id: string
  readonly type: 'User' | 'Group'
  readonly groups: Readonly<Record<string, true>>
}

/** A look-up or two for each id, however many groups and members there are: member lists are not read. */
function membersAskedFor(context: Context, ids: readonly string[]): readonly AskedMember[] {
  return ids.map((id) => {
    const groups: Record<string, true> = {}
    const member = findMember(context, id)
    for (const group of groupsAround(context, member)) {
      groups['@' + context.ports.crowd.lowerCase(group.name)] = true
    }
    return { id, type: member.kind === 'group' ? 'Group' : 'User', groups }
  })
}

function groupsAround(context: Context, member: Member): readonly MembershipEnd[] {
  switch (member.kind) {
    case 'unknown':
      return []
    case 'user':
      return context.source.groupsOf(member.name)
    case 'group':
      return context.source.parentsOf(member.name)
  }
}

/** The Group with those of the asked members that it has. */
function judgedGroup(
  context: Context,
  group: DirectoryGroup,
  asked: readonly AskedMember[],
): JsonObject {
  const key = '@' + context.ports.crowd.lowerCase(group.name)
  const members: Json[] = []
  for (const { id, type, groups } of asked) {
    if (groups[key]) members.push({ value: id, type })
  }
  return { ...toGroupResource(readSourceGroup(group), undefined, context.baseUrl), members }
}
