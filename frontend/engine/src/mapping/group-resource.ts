import type { Json, JsonObject } from '../json'
import { groupType, schemasOf } from '../schema/resource-type'
import { laidOver, without } from './json-object'
import { metaOf } from './meta'
import type { SourceGroup } from './source-group'

/** The Group without id, meta and members: what PUT and PATCH start from. */
export function toGroupDocument(group: SourceGroup): JsonObject {
  return laidOver<Json>(group.document, { displayName: group.displayName })
}

/** What is stored of a Group beside Crowd's own fields. */
export function toStoredGroupDocument(document: JsonObject): JsonObject {
  return without(document, ['schemas', 'displayName', 'members', 'id', 'meta'])
}

/** The Group as clients see it. `members` is the marker of a member list; undefined leaves them out. */
export function toGroupResource(
  group: SourceGroup,
  members: string | undefined,
  baseUrl: string,
): JsonObject {
  const document = toGroupDocument(group)
  const own = { schemas: schemasOf(groupType, document), id: group.id }
  const resource = laidOver<Json>(own, document)
  resource['meta'] = metaOf('Group', group, baseUrl)
  if (members !== undefined) resource['members'] = members
  return resource
}
