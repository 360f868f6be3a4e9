import type { Context } from '../connections/context'
import type { MemberList } from '../exchange'
import type { JsonObject } from '../json'
import { toGroupResource } from '../mapping/group-resource'
import { locationOf } from '../mapping/meta'
import type { SourceGroup } from '../mapping/source-group'
import { readGroupPatch, readGroupPut } from '../patch/read-group'
import { project, readProjection, shows, type Projection } from '../protocol/projection'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { memberListMarker } from '../protocol/to-answer'
import { groupType } from '../schema/resource-type'
import { createSourceGroup } from './create-group'
import { deleteSourceGroup } from './delete-group'
import { withClearFailures } from './failures'
import { storedGroup } from './group-steps'
import { updateSourceGroup } from './update-group'

export { listGroups } from './list-groups'

/** Groups with more members than this are not sent back after a PATCH: the answer is 204. */
export const mostMembersSentBack = 100

/** POST /Groups (RFC 7644 §3.3): 201. */
export function createGroup(context: Context, request: ScimRequest): ScimAnswer {
  const projection = readProjection(request.query, groupType)
  return withClearFailures(context, () => {
    const group = createSourceGroup(context, request.body)
    const headers = { Location: locationOf('Group', group.id, context.baseUrl) }
    if (request.minimal) return { status: 201, headers }
    return { status: 201, headers, ...shownGroup(context, group, projection) }
  })
}

/** GET /Groups/{id} (RFC 7644 §3.4.1). */
export function getGroup(context: Context, request: ScimRequest): ScimAnswer {
  const projection = readProjection(request.query, groupType)
  return withClearFailures(context, () => {
    const group = storedGroup(context, request.id)
    context.notes.name(group.displayName)
    return { status: 200, ...shownGroup(context, group, projection) }
  })
}

/** PUT /Groups/{id} (RFC 7644 §3.5.1): 200. */
export function replaceGroup(context: Context, request: ScimRequest): ScimAnswer {
  const projection = readProjection(request.query, groupType)
  return withClearFailures(context, () => {
    const group = updateSourceGroup(context, request.id, (stored) =>
      readGroupPut(request.body, stored),
    )
    if (request.minimal && request.query.attributes === undefined) return { status: 204 }
    return { status: 200, ...shownGroup(context, group, projection) }
  })
}

/** PATCH /Groups/{id} (RFC 7644 §3.5.2): 200 with a small group, 204 for a large one; 200 if `attributes` asks for some. */
export function patchGroup(context: Context, request: ScimRequest): ScimAnswer {
  const projection = readProjection(request.query, groupType)
  return withClearFailures(context, () => {
    const group = updateSourceGroup(context, request.id, (stored) =>
      readGroupPatch(request.body, stored),
    )
    const isAsked = request.query.attributes !== undefined
    if (!isAsked && (request.minimal || isLarge(context, group, projection))) return { status: 204 }
    return { status: 200, ...shownGroup(context, group, projection) }
  })
}

/** DELETE /Groups/{id} (RFC 7644 §3.6): 204. */
export function deleteGroup(context: Context, request: ScimRequest): ScimAnswer {
  return withClearFailures(context, () => {
    deleteSourceGroup(context, request.id)
    return { status: 204 }
  })
}

function isLarge(context: Context, group: SourceGroup, projection: Projection): boolean {
  if (!shows(projection, 'members')) return false
  const { source } = context
  const enough = mostMembersSentBack + 1
  const users = source.membersOf(group.displayName, 0, enough).length
  if (users === enough) return true
  return users + source.nestedGroupsOf(group.displayName, 0, enough - users).length === enough
}

/** The members are a marker; the shell writes the list into its place. */
function shownGroup(
  context: Context,
  group: SourceGroup,
  projection: Projection,
): Pick<ScimAnswer, 'body' | 'memberLists'> {
  const { resource, lists } = withMemberList(context, group, projection, 0)
  return { body: resource, memberLists: lists }
}

/** The n-th group of an answer, projected, with the list that takes the place of its members. */
export function withMemberList(
  context: Context,
  group: SourceGroup,
  projection: Projection,
  n: number,
): { readonly resource: JsonObject; readonly lists: Readonly<Record<string, MemberList>> } {
  const marker = memberListMarker(context.exchangeId, n)
  const isShown = shows(projection, 'members')
  const resource = toGroupResource(group, isShown ? marker : undefined, context.baseUrl)
  const list: MemberList = {
    directoryId: context.source.id,
    groupName: group.displayName,
    usersUrl: context.baseUrl + '/Users/',
    groupsUrl: context.baseUrl + '/Groups/',
  }
  return {
    resource: project(resource, projection, groupType),
    lists: isShown ? { [marker]: list } : {},
  }
}
