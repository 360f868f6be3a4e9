import type { JsonObject } from '../json'
import { groupType } from '../schema/resource-type'
import { invalidValue } from '../scim-error'
import { applyAssignment } from './apply'
import { namedAssignments, type Assignment } from './assignment'
import type { GroupChange } from './change'
import { finishDraft, startDraft } from './draft'
import { addMemberChange, isMembers, startMembers } from './members'
import { readOperations } from './read-operations'

/** The body of POST /Groups; its members as one `add`. Throws invalidValue, invalidPath. */
export function readNewGroup(body: JsonObject): GroupChange {
  const change = applied(namedAssignments('add', body, groupType, ''), {})
  if (change.document['displayName'] === undefined) throw invalidValue('displayName', 'is required')
  return change
}

/** The body of PUT /Groups/{id}. What is left out stays as it is, `members` too; null and [] empty the group. */
export function readGroupPut(body: JsonObject, stored: JsonObject): GroupChange {
  return applied(namedAssignments('set', body, groupType, ''), stored)
}

/** The body of PATCH /Groups/{id}: all operations in order, or none. The stored members are not needed. */
export function readGroupPatch(body: JsonObject, stored: JsonObject): GroupChange {
  return applied(readOperations(body, groupType), stored)
}

function applied(assignments: readonly Assignment[], stored: JsonObject): GroupChange {
  const draft = startDraft(groupType, stored)
  const members = startMembers()
  for (const assignment of assignments)
    if (isMembers(assignment)) addMemberChange(members, assignment)
    else applyAssignment(draft, assignment)
  return { ...finishDraft(draft, stored), members: members.changes }
}
