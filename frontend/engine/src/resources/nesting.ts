import type { Context } from '../connections/context'
import { isDirectoryError } from '../ports/directory'
import { onceMoreIfMissing } from '../rules/once-more'
import { ScimError } from '../scim-error'
import type { Member } from './find-members'

/** A group in more groups than this, counted upwards, takes no further ones: each costs a call. */
const mostAncestors = 1000

/** Whoever nests groups holds this, so that two requests cannot make a circle together. */
export function nestingLocks(context: Context, members: readonly Member[]): readonly string[] {
  return members.some(isGroup) ? ['nesting:' + context.connection.id] : []
}

/**
 * Throws invalidValue with the path where one of the members holds the group already, directly or through others. Costs one
 * call for each group that the group is in, and none unless a group is to be given.
 */
export function refuseCycle(
  context: Context,
  group: { readonly id: string; readonly displayName: string },
  members: readonly Member[],
): void {
  const wanted: Record<string, true> = {}
  for (const member of members) if (isGroup(member)) wanted['@' + member.id] = true
  if (Object.keys(wanted).length === 0) return
  walkUp(context, { id: group.id, name: group.displayName, below: undefined }, (step) => {
    if (wanted['@' + step.id]) throw cycle(step)
  })
}

function isGroup(member: Member): boolean {
  return member.kind === 'group'
}

/** A group on the way up; `below` is the one that is in it. */
interface Step {
  readonly id: string
  readonly name: string
  readonly below: Step | undefined
}

/** Visits the group and all that it is in, the nearest first, each once. */
function walkUp(context: Context, start: Step, visit: (step: Step) => void): void {
  const seen: Record<string, true> = {}
  const waiting: Step[] = [start]
  for (let next = 0; next < waiting.length; next++) {
    if (next > mostAncestors) throw tooDeep(start.name)
    const step = waiting[next] as Step
    visit(step)
    for (const parent of context.source.parentsOf(step.name)) {
      const key = '@' + context.ports.crowd.lowerCase(parent.name)
      if (seen[key]) continue
      seen[key] = true
      waiting.push({ id: parent.externalId, name: parent.name, below: step })
    }
  }
}

/** From the group down to itself: the new membership comes first. */
function cycle(top: Step): ScimError {
  const names: string[] = []
  for (let step: Step | undefined = top; step; step = step.below) names.push(step.name)
  const bottom = names[names.length - 1] as string
  const path = [bottom].concat(names).map((name) => JSON.stringify(name))
  return new ScimError(
    400,
    `members: ${JSON.stringify(top.name)} (${top.id}) would make a circle of groups: ` +
      shortPath(path).join(' > '),
    'invalidValue',
  )
}

function shortPath(path: readonly string[]): readonly string[] {
  return path.length <= 12 ? path : path.slice(0, 6).concat('…', path.slice(-6))
}

function tooDeep(name: string): ScimError {
  return new ScimError(
    400,
    `members: ${JSON.stringify(name)} is in more than ${mostAncestors} groups: no group can be put into it`,
    'invalidValue',
  )
}

/**
 * Puts a group into another in the source. What the target does with it is the setting for nested groups, so far always
 * "ignore". True if the source changed; undefined if nobody has that id any more.
 */
export function giveNested(context: Context, id: string, parentName: string): boolean | undefined {
  return onceMoreIfMissing(() => {
    const group = context.source.findGroupById(id)
    if (!group) return undefined
    try {
      context.source.nestGroup(group.name, parentName)
    } catch (error) {
      if (isDirectoryError(error, 'exists')) return false
      throw error
    }
    context.notes.noted(group.name + ' in ' + parentName + ': nested groups are ignored')
    return true
  })
}

/** Takes a group out of another in the source. True if the source changed; undefined if nobody has that id any more. */
export function takeNested(context: Context, id: string, parentName: string): boolean | undefined {
  return onceMoreIfMissing(() => {
    const group = context.source.findGroupById(id)
    if (!group) return undefined
    const { lowerCase } = context.ports.crowd
    const isIn = context.source
      .parentsOf(group.name)
      .some((parent) => lowerCase(parent.name) === lowerCase(parentName))
    if (isIn) context.source.unnestGroup(group.name, parentName)
    return isIn
  })
}
