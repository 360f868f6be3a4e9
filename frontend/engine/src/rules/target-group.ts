import { readTie } from '../mapping/notes'
import type { SourceGroup } from '../mapping/source-group'
import type { Directory, DirectoryGroup } from '../ports/directory'
import { markOf } from './target-user'

/** `lost`: tied, but somebody took it away by hand. `none`: this source group reaches no target group. */
export type TargetGroup =
  | { readonly kind: 'found'; readonly group: DirectoryGroup }
  | { readonly kind: 'lost' }
  | { readonly kind: 'none' }

/** The target group that a source group is tied to. */
export function findTargetGroup(target: Directory, group: SourceGroup): TargetGroup {
  const tie = readTie(group.target, target.id)
  if (!tie) return { kind: 'none' }
  const found =
    tie.kind === 'id' ? target.findGroupById(tie.externalId) : target.findGroup(tie.lowerName)
  return found ? { kind: 'found', group: found } : { kind: 'lost' }
}

/** The same for whoever takes away: a group whose joining was cut before the tie is known by its mark. */
export function findBegunGroup(target: Directory, group: SourceGroup): DirectoryGroup | undefined {
  const found = findTargetGroup(target, group)
  if (found.kind === 'found') return found.group
  const standing = found.kind === 'none' ? target.findGroup(group.displayName) : undefined
  return standing && markOf(standing)?.sourceId === group.id ? standing : undefined
}
