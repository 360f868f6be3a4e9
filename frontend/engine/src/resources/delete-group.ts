import type { Context } from '../connections/context'
import type { SourceGroup } from '../mapping/source-group'
import { isDirectoryError, type Directory } from '../ports/directory'
import { endTargetGroup } from '../rules/apply-group'
import { applicationFacts } from '../rules/protection'
import { findBegunGroup } from '../rules/target-group'
import { takeAllMembersBack } from './change-members'
import { groupLocks, storedGroup } from './group-steps'
import { holdingNames } from './locking'

/** Takes a source group away: target first, source second. Costs some calls for each member: Crowd has no bulk remove. */
export function deleteSourceGroup(context: Context, id: string): void {
  const seen = storedGroup(context, id)
  holdingNames(context, groupLocks(context, seen), () => {
    const stored = storedGroup(context, id)
    context.notes.name(stored.displayName)
    return {
      names: groupLocks(context, stored),
      run: () => {
        if (context.target) endInTarget(context, context.target, stored)
        removeSource(context, stored)
      },
    }
  })
}

function endInTarget(context: Context, target: Directory, group: SourceGroup): void {
  const found = findBegunGroup(target, group)
  if (!found) return
  const facts = applicationFacts(context, target)
  const why = facts.standingProtection(found.name)
  if (why !== undefined) {
    context.notes.noted(found.name + ' ' + why + ': the target is left alone')
    return
  }
  takeAllMembersBack(context, group.displayName, found)
  endTargetGroup(context, target, found, facts)
}

function removeSource(context: Context, group: SourceGroup): void {
  try {
    context.source.removeGroup(group.displayName)
  } catch (error) {
    if (!isDirectoryError(error, 'missing')) throw error
  }
}
