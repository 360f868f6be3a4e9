import type { GroupProtection } from './protection'
import type { SourceGroup } from '../mapping/source-group'

/** What the target should have for one source group. */
export interface GroupWish {
  /** Name of the target group; undefined: the source group reaches none. */
  readonly name: string | undefined
  readonly reason: string
}

/** `reach`: the target group itself · `name`: what it is called · `members`: all that the source says of its members. */
export type GroupPart = 'reach' | 'name' | 'members'

export const groupParts: readonly GroupPart[] = ['reach', 'name', 'members']

/** On-the-fly mapping: the group of the same name, unless it is protected. Pure. */
export function groupWish(group: SourceGroup, protection: GroupProtection): GroupWish {
  const why = protection(group.displayName)
  return why === undefined
    ? { name: group.displayName, reason: 'on the fly: group of the same name' }
    : { name: undefined, reason: group.displayName + ' ' + why }
}

/** The turn between two wishes. A group that comes to a protected name keeps its target group and that one's name. */
export function groupTurn(before: GroupWish, after: GroupWish): readonly GroupPart[] {
  if (before.name === after.name) return []
  return before.name === undefined ? ['reach', 'members'] : ['name']
}
