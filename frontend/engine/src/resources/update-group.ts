import type { Context } from '../connections/context'
import { noteLearned } from '../connections/learned'
import type { JsonObject } from '../json'
import { toGroupDocument, toStoredGroupDocument } from '../mapping/group-resource'
import { laidOver } from '../mapping/json-object'
import { idsToGive, note, openValues, toGive } from '../mapping/notes'
import type { SourceGroup } from '../mapping/source-group'
import type { GroupChange } from '../patch/change'
import { lengthInCrowd } from '../patch/read-simple'
import { groupParts, groupTurn, groupWish, type GroupPart } from '../rules/group-wish'
import { applicationFacts, type ApplicationFacts } from '../rules/protection'
import { groupType } from '../schema/resource-type'
import type { Reached } from '../rules/reach-group'
import { uniqueness } from '../scim-error'
import { changeMembers, finishGiving, giveAllMembers } from './change-members'
import { isRefusal } from './failures'
import { readGroupName } from './create-group'
import {
  documentAttributes,
  endNotes,
  groupLocks,
  reachAndRename,
  storedGroup,
} from './group-steps'
import { findGiven, without, type Given } from './find-members'
import { groupLock, holdingNames } from './locking'
import { nestingLocks, refuseCycle } from './nesting'

/** Changes a source group, and by the turns that follow its target group. Gives the group as it then is. */
export function updateSourceGroup(
  context: Context,
  id: string,
  readChange: (stored: JsonObject) => GroupChange,
): SourceGroup {
  const seen = storedGroup(context, id)
  return holdingNames(context, groupLocks(context, seen), () => {
    const stored = storedGroup(context, id)
    const change = readChange(toGroupDocument(stored))
    const displayName = readGroupName(change)
    const next = { ...stored, displayName, document: toStoredGroupDocument(change.document) }
    const given = findGiven(context, stored.displayName, change.members)
    context.notes.name(displayName)
    return {
      names: groupLocks(context, stored).concat(
        groupLock(context, displayName),
        nestingLocks(context, given.members),
      ),
      run: () => updateLocked(context, stored, next, change, given),
    }
  })
}

/** `source` in `scim.open`: the name of the source group itself is not written yet. */
const SOURCE = 'source'

function updateLocked(
  context: Context,
  stored: SourceGroup,
  next: SourceGroup,
  change: GroupChange,
  given: Given,
): SourceGroup {
  checkNewName(context, stored, next)
  refuseCycle(context, stored, given.members)
  const facts = context.target && applicationFacts(context, context.target)
  const parts = partsOf(stored, next, facts)
  const toFinish = given.replacedIds
    .concat(idsToGive(stored.open))
    .filter((id) => lengthInCrowd(id) <= LONGEST_ID)
  const isOpened =
    change.changed || parts.length > 0 || toFinish.length > 0 || stored.open.length > 0
  if (!isOpened && change.members.length === 0) return stored
  if (change.changed) noteLearned(context, groupType, next.document)
  const modified = change.changed ? context.ports.clock.now() : stored.modified
  const opened = isOpened
    ? open(
        context,
        stored,
        { ...next, modified },
        (parts as readonly string[]).concat(toFinish.map(toGive)),
      )
    : next
  const reached = reachOrWriteBack(context, stored, opened, facts)
  return carryMembers(context, opened, reached, change, given, stored.open)
}

function checkNewName(context: Context, stored: SourceGroup, next: SourceGroup): void {
  const { lowerCase } = context.ports.crowd
  if (lowerCase(stored.displayName) === lowerCase(next.displayName)) return
  if (!context.source.findGroup(next.displayName)) return
  throw uniqueness('displayName: ' + JSON.stringify(next.displayName) + ' exists already')
}

/** Our ids are shorter; what is longer is nobody's. */
const LONGEST_ID = 200

/** The turn, and what a cut left open. */
function partsOf(
  stored: SourceGroup,
  next: SourceGroup,
  facts: ApplicationFacts | undefined,
): readonly GroupPart[] {
  const turn = facts
    ? groupTurn(groupWish(stored, facts.protection), groupWish(next, facts.protection))
    : []
  return groupParts.filter(
    (part) => stored.creating || turn.includes(part) || stored.open.includes(part),
  )
}

/** The document together with the note of what is under way; then the name. */
function open(
  context: Context,
  from: SourceGroup,
  to: SourceGroup,
  underWay: readonly string[],
): SourceGroup {
  const open = underWay.concat(SOURCE)
  const attributes = {
    ...documentAttributes(context, to.document, from.attributes, to.modified),
    [note.open]: openValues(open),
  }
  context.source.storeGroupAttributes(from.displayName, attributes)
  if (from.displayName !== to.displayName) {
    context.source.renameGroup(from.displayName, to.displayName)
  }
  return { ...to, open, attributes: laidOver(from.attributes, attributes) }
}

/** If the target refuses, the source is written back. */
function reachOrWriteBack(
  context: Context,
  stored: SourceGroup,
  opened: SourceGroup,
  facts: ApplicationFacts | undefined,
): Reached {
  try {
    return reachAndRename(context, opened, facts)
  } catch (error) {
    if (isRefusal(error)) {
      open(context, opened, stored, [])
      context.source.storeGroupAttributes(stored.displayName, { [note.open]: openValues([]) })
    }
    throw error
  }
}

/** What a cut left, then the changes of members; all that the source says where the group was reached just now. */
function carryMembers(
  context: Context,
  group: SourceGroup,
  reached: Reached,
  change: GroupChange,
  given: Given,
  cut: readonly string[],
): SourceGroup {
  const pair = { sourceName: group.displayName, open: reached.open, reached: reached.group }
  const ids = given.members.map(({ id }) => id)
  finishGiving(context, pair, without(idsToGive(cut), ids))
  const isChanged = changeMembers(context, pair, change.members, given.members)
  if (reached.isNew || cut.includes('members')) giveAllMembers(context, pair, ids)
  const modified = isChanged ? context.ports.clock.now() : group.modified
  const isAtRest = group.open.length === 0 && !reached.isNew
  if (isChanged || !isAtRest) {
    context.source.storeGroupAttributes(group.displayName, {
      ...endNotes(context, reached),
      [note.modified]: [String(modified)],
    })
  }
  return { ...group, modified, open: [], creating: false }
}
