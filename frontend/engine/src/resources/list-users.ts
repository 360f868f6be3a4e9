import type { Context } from '../connections/context'
import { mentions } from '../filter/mentions'
import { readSourceUser } from '../mapping/source-user'
import { toUserResource } from '../mapping/user-resource'
import type { Principal } from '../ports/directory'
import { listResponse, type Page } from '../protocol/list-response'
import { readPage } from '../protocol/paging'
import { projector, readProjection, shows } from '../protocol/projection'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { userType, type ResourceType } from '../schema/resource-type'
import { withClearFailures } from './failures'
import { findPage, mostCandidates, mostCostlyCandidates } from './listing'
import { readFilter } from './read-filter'

/** GET /Users (RFC 7644 §3.4.2). */
export function listUsers(context: Context, request: ScimRequest): ScimAnswer {
  return withClearFailures(context, () => ({
    status: 200,
    body: listResponse(findUsers(context, request)),
  }))
}

/**
 * The wanted page of users. Groups cost one call a user that is shown, and only if they are shown. `others` are types that
 * are searched together with users.
 */
export function findUsers(
  context: Context,
  request: ScimRequest,
  others: readonly ResourceType[] = [],
): Page {
  const projection = readProjection(request.query, userType)
  const { filter, ...query } = request.query
  const { wanted, type } = readFilter(context, filter, userType, others)
  const { startIndex, count } = readPage(query)
  const { source, baseUrl } = context
  const isCostly = wanted !== undefined && mentions(wanted, 'groups')
  const listing = {
    type,
    mostCandidates: isCostly ? mostCostlyCandidates : mostCandidates,
    search: source.searchPrincipals,
    count: source.countPrincipals,
    toJudged: (each: Principal) =>
      toUserResource(
        readSourceUser(each),
        isCostly ? source.groupsOf(each.name) : undefined,
        baseUrl,
      ),
  }
  const { page, totalResults } = findPage(listing, wanted, startIndex, count)
  const showsGroups = shows(projection, 'groups')
  const shown = projector(projection, userType)
  const resources = page.map((each) => {
    const groups = showsGroups ? source.groupsOf(each.name) : undefined
    return shown(toUserResource(readSourceUser(each), groups, baseUrl))
  })
  return { resources, totalResults, startIndex }
}
