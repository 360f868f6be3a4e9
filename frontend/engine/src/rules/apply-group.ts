import type { Context } from '../connections/context'
import type { Directory, DirectoryGroup } from '../ports/directory'
import type { ApplicationFacts } from './protection'
import { markOf } from './target-user'

/**
 * The target group follows the name where we made it, no application lets people in by it and nothing else has the name;
 * otherwise its name stays and the tie holds.
 */
export function renameTargetGroup(
  context: Context,
  target: Directory,
  group: DirectoryGroup,
  name: string,
  facts: ApplicationFacts,
): DirectoryGroup {
  if (group.name === name) return group
  const why = whyKeepName(target, group, name, facts)
  if (why !== undefined) {
    context.notes.noted('target group ' + group.name + ' keeps its name: ' + why)
    return group
  }
  target.renameGroup(group.name, name)
  context.notes.changed('renamed group ' + group.name + ' to ' + name)
  return { ...group, name }
}

function whyKeepName(
  target: Directory,
  group: DirectoryGroup,
  name: string,
  facts: ApplicationFacts,
): string | undefined {
  if (markOf(group)?.origin !== 'made') return 'it was there before us'
  if (facts.isMapped(group.name)) return 'an application is mapped to it'
  const why = facts.protection(name)
  if (why !== undefined) return name + ' ' + why
  const standing = target.findGroup(name)
  const isOther = standing !== undefined && standing.externalId !== group.externalId
  if (isOther) return name + ' is taken'
  return undefined
}

/** After its memberships: deleted where we made it, no application is mapped to it and nobody else is in it. */
export function endTargetGroup(
  context: Context,
  target: Directory,
  group: DirectoryGroup,
  facts: ApplicationFacts,
): void {
  const isOurs = markOf(group)?.origin === 'made' && !facts.isMapped(group.name)
  if (!isOurs || !isEmpty(target, group.name)) {
    context.notes.noted('group ' + group.name + ' stays in the target directory')
    return
  }
  target.removeGroup(group.name)
  context.notes.changed('deleted group ' + group.name)
}

/** Users and groups alike: a group that an administrator nested in it is somebody. */
function isEmpty(target: Directory, groupName: string): boolean {
  return (
    target.membersOf(groupName, 0, 1).length === 0 &&
    target.nestedGroupsOf(groupName, 0, 1).length === 0
  )
}
