import type { Json, JsonObject } from '../json'
import type { MembershipEnd } from '../ports/directory'
import { schemasOf, userType } from '../schema/resource-type'
import { laidOver, without } from './json-object'
import { metaOf } from './meta'
import type { SourceUser } from './source-user'

/** The User without what is ours to say (id, meta, groups): what PUT and PATCH start from. */
export function toUserDocument(user: SourceUser): JsonObject {
  return laidOver(user.document, { userName: user.userName, active: user.active })
}

/** What is stored of a User beside Crowd's own fields. */
export function toStoredUserDocument(document: JsonObject): JsonObject {
  return without(document, ['schemas', 'userName', 'active', 'password', 'id', 'meta', 'groups'])
}

/** The User as clients see it. `groups` undefined leaves them out. */
export function toUserResource(
  user: SourceUser,
  groups: readonly MembershipEnd[] | undefined,
  baseUrl: string,
): JsonObject {
  const own = { schemas: schemasOf(userType, user.document), id: user.id }
  const resource = laidOver<Json>(own, toUserDocument(user))
  resource['meta'] = metaOf('User', user, baseUrl)
  if (groups && groups.length > 0) {
    resource['groups'] = groups.map((group) => toGroupReference(group, baseUrl))
  }
  return resource
}

function toGroupReference(group: MembershipEnd, baseUrl: string): JsonObject {
  return {
    value: group.externalId,
    $ref: baseUrl + '/Groups/' + encodeURIComponent(group.externalId),
    display: group.name,
    type: 'direct',
  }
}
