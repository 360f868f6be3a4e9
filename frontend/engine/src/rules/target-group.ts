import { readTie } from '../mapping/notes'
import type { SourceGroup } from '../mapping/source-group'
import type { Directory, DirectoryGroup } from '../ports/directory'

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
