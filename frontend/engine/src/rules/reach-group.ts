import type { Context } from '../connections/context'
import { note, openValues, writeMark, writeTie, type Origin } from '../mapping/notes'
import type { SourceGroup } from '../mapping/source-group'
import { isDirectoryError, type Directory, type DirectoryGroup } from '../ports/directory'
import { groupWish } from './group-wish'
import type { ApplicationFacts } from './protection'
import { findTargetGroup } from './target-group'
import { markOf } from './target-user'

/** The target group that a source group reaches, if any. */
export interface Reached {
  readonly group: DirectoryGroup | undefined
  /** True if it was reached just now: what the source says of its members is not there yet. */
  readonly isNew: boolean
  /** `scim.open` of the source group as it is now. */
  readonly open: readonly string[]
}

/** For a source group that reaches none. */
export function reachedNothing({ open }: SourceGroup): Reached {
  return { group: undefined, isNew: false, open }
}

/**
 * Finds the tied target group; where there is none yet, makes or joins the one of the same name. Safe to repeat: the tie
 * is noted with `scim.open` before a group is made, so that after a cut the group is known for ours.
 */
export function reachTargetGroup(
  context: Context,
  target: Directory,
  group: SourceGroup,
  facts: ApplicationFacts,
): Reached {
  const found = findTargetGroup(target, group)
  const isUnderWay = group.open.includes('reach')
  if (found.kind === 'found') return tied(context, target, group, found.group, facts, isUnderWay)
  if (found.kind === 'lost' && !isUnderWay) {
    context.notes.noted('the target group of ' + group.displayName + ' was taken away: left so')
    return reachedNothing(group)
  }
  const wish = groupWish(group, facts.protection)
  if (wish.name === undefined) {
    context.notes.noted(wish.reason + ': the target is left alone')
    return reachedNothing(group)
  }
  return makeOrJoin(context, target, group, wish.name, facts)
}

function tied(
  context: Context,
  target: Directory,
  source: SourceGroup,
  group: DirectoryGroup,
  facts: ApplicationFacts,
  isUnderWay: boolean,
): Reached {
  const why = facts.standingProtection(group.name)
  if (why !== undefined) {
    context.notes.noted(group.name + ' ' + why + ': the target is left alone')
    return reachedNothing(source)
  }
  if (isUnderWay && !markOf(group)) mark(context, target, source, group, 'made')
  return { group, isNew: false, open: source.open }
}

function makeOrJoin(
  context: Context,
  target: Directory,
  source: SourceGroup,
  name: string,
  facts: ApplicationFacts,
): Reached {
  const standing = target.findGroup(name)
  if (standing) return join(context, target, source, standing, facts)
  const externalId = context.ports.random.uuid()
  const open = withReach(source.open)
  context.source.storeGroupAttributes(source.displayName, {
    [note.target]: [writeTie(target.id, externalId, context.ports.crowd.lowerCase(name))],
    [note.open]: openValues(open),
  })
  try {
    const group = target.addGroup({ name, active: true, description: '', externalId })
    mark(context, target, source, group, 'made')
    context.notes.changed('created group ' + name)
    return { group, isNew: true, open }
  } catch (error) {
    // Crowd says `invalid` for a name that somebody took meanwhile.
    const taken = isDirectoryError(error, 'invalid') ? target.findGroup(name) : undefined
    if (!taken) throw error
    return join(context, target, { ...source, open }, taken, facts)
  }
}

/** A group that is just being reached, and what the source says of its members. */
function withReach(open: readonly string[]): readonly string[] {
  const others = open.filter((part) => part !== 'reach' && part !== 'members')
  return others.concat('reach', 'members')
}

/** An existing group is joined, not renamed, unless another source group gives it. */
function join(
  context: Context,
  target: Directory,
  source: SourceGroup,
  standing: DirectoryGroup,
  facts: ApplicationFacts,
): Reached {
  const why = facts.standingProtection(standing.name) ?? whyNotFree(context, source, standing)
  if (why !== undefined) {
    context.notes.noted(standing.name + ' ' + why + ': the target is left alone')
    return reachedNothing(source)
  }
  const group = withExternalId(context, target, standing)
  const ours = markOf(group)
  const origin = ours ? ours.origin : 'joined'
  if (ours?.sourceId !== source.id) {
    mark(context, target, source, group, origin)
    context.notes.changed('joined group ' + group.name)
  }
  return { group, isNew: true, open: source.open }
}

function whyNotFree(
  context: Context,
  source: SourceGroup,
  standing: DirectoryGroup,
): string | undefined {
  const ours = markOf(standing)
  if (!ours || ours.sourceId === source.id) return undefined
  if (ours.connection !== context.connection.id) return 'belongs to another connection'
  const giver = context.source.findGroupById(ours.sourceId)
  return giver ? 'is given by the group ' + giver.name + ' already' : undefined
}

/** Crowd makes no ids for groups: we write one on first use. */
function withExternalId(
  context: Context,
  target: Directory,
  group: DirectoryGroup,
): DirectoryGroup {
  if (group.externalId !== '') return group
  const { name, active, description } = group
  const fields = { name, active, description, externalId: context.ports.random.uuid() }
  target.updateGroup(fields)
  return { ...group, ...fields }
}

function mark(
  context: Context,
  target: Directory,
  source: SourceGroup,
  group: DirectoryGroup,
  origin: Origin,
): void {
  const text = writeMark({ connection: context.connection.id, origin, sourceId: source.id })
  target.storeGroupAttributes(group.name, { [note.managed]: [text] })
}

export function tieToGroup(context: Context, target: Directory, group: DirectoryGroup): string {
  return writeTie(target.id, group.externalId, context.ports.crowd.lowerCase(group.name))
}
