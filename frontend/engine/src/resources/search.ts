import type { Context } from '../connections/context'
import { listResponse } from '../protocol/list-response'
import { readPage } from '../protocol/paging'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { groupType, userType } from '../schema/resource-type'
import { withClearFailures } from './failures'
import { findGroups } from './list-groups'
import { findUsers } from './list-users'

/** POST /.search at the root (RFC 7644 §3.4.3): one list of users, then groups. */
export function searchAll(context: Context, request: ScimRequest): ScimAnswer {
  const { startIndex, count } = readPage(request.query)
  return withClearFailures(context, () => {
    const users = findUsers(context, request, [groupType])
    const query = {
      ...request.query,
      startIndex: Math.max(startIndex - users.totalResults, 1),
      count: count - users.resources.length,
    }
    const { memberLists, ...groups } = findGroups(context, { ...request, query }, [userType])
    const resources = users.resources.concat(groups.resources)
    const totalResults = users.totalResults + groups.totalResults
    return { status: 200, body: listResponse({ resources, totalResults, startIndex }), memberLists }
  })
}
