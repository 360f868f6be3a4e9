import type { Context } from '../connections/context'
import { noteLearned } from '../connections/learned'
import type { JsonObject } from '../json'
import { readSourceGroup, type SourceGroup } from '../mapping/source-group'
import { toStoredGroupDocument } from '../mapping/group-resource'
import { idsToGive } from '../mapping/notes'
import type { GroupChange } from '../patch/change'
import { readNewGroup } from '../patch/read-group'
import { applicationFacts } from '../rules/protection'
import { groupType } from '../schema/resource-type'
import { invalidValue, uniqueness } from '../scim-error'
import { changeMembers, finishGiving } from './change-members'
import { documentAttributes, endNotes, reachAndRename } from './group-steps'
import { isRefusal } from './failures'
import { findGiven, without, type Member } from './find-members'
import { groupLock, holdingNames } from './locking'
import { nestingLocks, refuseCycle } from './nesting'

/** A new source group, and by the rules its target group. One whose create was cut is finished. Throws 409. */
export function createSourceGroup(context: Context, body: JsonObject): SourceGroup {
  const change = readNewGroup(body)
  const name = readGroupName(change)
  context.notes.name(name)
  const own = [groupLock(context, name)]
  return holdingNames(context, own, () => {
    const { members } = findGiven(context, name, change.members)
    return {
      names: own.concat(nestingLocks(context, members)),
      run: () => finish(context, begin(context, name, members), change, members),
    }
  })
}

/** The displayName of a Group as we store it. Throws invalidValue. */
export function readGroupName(change: GroupChange): string {
  const name = change.document['displayName']
  if (typeof name !== 'string') throw invalidValue('displayName', 'is required')
  return name
}

/** The source group without its document: until that is stored the create has not come to its end. */
function begin(context: Context, name: string, members: readonly Member[]): SourceGroup {
  const standing = context.source.findGroup(name)
  if (!standing) {
    const externalId = context.ports.random.uuid()
    const fields = { name, active: true, description: '', externalId }
    return readSourceGroup(context.source.addGroup(fields))
  }
  const begun = readSourceGroup(standing)
  if (!begun.creating) throw uniqueness('displayName: ' + JSON.stringify(name) + ' exists already')
  refuseCycle(context, begun, members)
  if (begun.displayName !== name) context.source.renameGroup(begun.displayName, name)
  return { ...begun, displayName: name }
}

function finish(
  context: Context,
  group: SourceGroup,
  change: GroupChange,
  members: readonly Member[],
): SourceGroup {
  const document = toStoredGroupDocument(change.document)
  noteLearned(context, groupType, document)
  const reached = reach(context, group)
  const pair = { sourceName: group.displayName, open: reached.open, reached: reached.group }
  const ids = members.map(({ id }) => id)
  finishGiving(context, pair, without(idsToGive(group.open), ids))
  changeMembers(context, pair, change.members, members)
  const modified = context.ports.clock.now()
  context.source.storeGroupAttributes(group.displayName, {
    ...documentAttributes(context, document, group.attributes, modified),
    ...endNotes(context, reached),
  })
  return { ...group, document, modified, creating: false, open: [] }
}

/** If the target refuses, the source group is taken away again. */
function reach(context: Context, group: SourceGroup) {
  try {
    const facts = context.target && applicationFacts(context, context.target)
    return reachAndRename(context, group, facts)
  } catch (error) {
    if (isRefusal(error)) context.source.removeGroup(group.displayName)
    throw error
  }
}
