import type { JsonObject } from '../json'
import { userType, type ResourceType } from '../schema/resource-type'
import { invalidValue } from '../scim-error'
import { applyAssignment } from './apply'
import { namedAssignments, type Assignment } from './assignment'
import type { UserChange } from './change'
import { finishDraft, startDraft } from './draft'
import { readOperations } from './read-operations'
import { withName } from './same'

/** The body of POST /Users. `active` that is left out is true. Throws invalidValue, invalidPath. */
export function readNewUser(body: JsonObject): UserChange & { readonly userName: string } {
  const change = applied(namedAssignments('set', body, userType, ''), {})
  const userName = change.document['userName']
  if (typeof userName !== 'string') throw invalidValue('userName', 'is required')
  const document = withName(change.document, 'active', change.named.active ?? true)
  return { ...change, document, userName }
}

/**
 * The body of PUT /Users/{id}. An attribute that is left out keeps its value: RFC 7644 §3.5.1 leaves that to us, and
 * clients leave out what they do not map. null, '' and [] clear; a named attribute is replaced whole, those of an
 * extension one by one.
 */
export function readUserPut(body: JsonObject, stored: JsonObject): UserChange {
  return applied(namedAssignments('set', body, userType, ''), stored)
}

/**
 * The body of PATCH /Users/{id}: all operations in order, or none. `known` is the type with what was learned. Throws also
 * mutability, noTarget, invalidSyntax.
 */
export function readUserPatch(
  body: JsonObject,
  stored: JsonObject,
  known: ResourceType = userType,
): UserChange {
  const type = known === userType ? userType : { ...userType, learned: known }
  return applied(readOperations(body, type), stored)
}

function applied(assignments: readonly Assignment[], stored: JsonObject): UserChange {
  const draft = startDraft(userType, stored)
  for (const assignment of assignments) applyAssignment(draft, assignment)
  return {
    ...finishDraft(draft, stored),
    named: draft.active === undefined ? {} : { active: draft.active },
    ...(draft.password === undefined ? {} : { password: draft.password }),
  }
}
