import type { Context } from '../connections/context'
import { locationOf } from '../mapping/meta'
import type { SourceUser } from '../mapping/source-user'
import { toUserResource } from '../mapping/user-resource'
import { readUserPatch, readUserPut } from '../patch/read-user'
import { project, readProjection, shows, type Projection } from '../protocol/projection'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { userType } from '../schema/resource-type'
import { createSourceUser } from './create-user'
import { deleteSourceUser } from './delete-user'
import { withClearFailures } from './failures'
import { findUser } from './find-user'
import { updateSourceUser } from './update-user'
import { readWithLearned } from './read-with-learned'

export { listUsers } from './list-users'

/** POST /Users (RFC 7644 §3.3): 201. */
export function createUser(context: Context, request: ScimRequest): ScimAnswer {
  const projection = readProjection(request.query, userType)
  return withClearFailures(context, () => {
    const user = createSourceUser(context, request.body)
    const headers = { Location: locationOf('User', user.id, context.baseUrl) }
    if (request.minimal) return { status: 201, headers }
    return { status: 201, headers, body: shownUser(context, user, projection) }
  })
}

/** GET /Users/{id} (RFC 7644 §3.4.1). */
export function getUser(context: Context, request: ScimRequest): ScimAnswer {
  const projection = readProjection(request.query, userType)
  return withClearFailures(context, () => {
    const user = findUser(context, request.id)
    context.notes.name(user.userName)
    return { status: 200, body: shownUser(context, user, projection) }
  })
}

/** PUT /Users/{id} (RFC 7644 §3.5.1). */
export function replaceUser(context: Context, request: ScimRequest): ScimAnswer {
  return update(context, request, readUserPut)
}

/** PATCH /Users/{id} (RFC 7644 §3.5.2): 200 with the user, 204 if the client wants it minimal. */
export function patchUser(context: Context, request: ScimRequest): ScimAnswer {
  return update(context, request, (body, stored) =>
    readWithLearned(context, [userType], ([type]) => readUserPatch(body, stored, type)),
  )
}

function update(
  context: Context,
  request: ScimRequest,
  readChange: typeof readUserPut,
): ScimAnswer {
  const projection = readProjection(request.query, userType)
  return withClearFailures(context, () => {
    const user = updateSourceUser(context, request.id, (stored) => readChange(request.body, stored))
    if (request.minimal && request.query.attributes === undefined) return { status: 204 }
    return { status: 200, body: shownUser(context, user, projection) }
  })
}

/** DELETE /Users/{id} (RFC 7644 §3.6): 204; afterwards SCIM knows him no more. */
export function deleteUser(context: Context, request: ScimRequest): ScimAnswer {
  return withClearFailures(context, () => {
    deleteSourceUser(context, request.id)
    return { status: 204 }
  })
}

function shownUser(context: Context, user: SourceUser, projection: Projection) {
  const groups = shows(projection, 'groups') ? context.source.groupsOf(user.userName) : undefined
  return project(toUserResource(user, groups, context.baseUrl), projection, userType)
}
