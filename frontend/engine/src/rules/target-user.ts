import type { Context } from '../connections/context'
import { readNote } from '../mapping/document'
import { note, readMark, readTie, writeMark, type Mark, type Tie } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, Principal } from '../ports/directory'
import { targetNameOf } from './user-rules'

/** `lost`: tied, but somebody took it away by hand. `none`: never tied in this directory. */
export type TargetUser =
  | { readonly kind: 'found'; readonly principal: Principal }
  | { readonly kind: 'lost' }
  | { readonly kind: 'none' }

/**
 * The target user of a source user. One without a tie, or whose tie leads nowhere, is known by its mark, whatever its name
 * if an operation was cut before the tie.
 */
export function findTargetUser(context: Context, target: Directory, user: SourceUser): TargetUser {
  const tie = readTie(user.target, target.id)
  const tied = tie && findTied(target, tie)
  if (tied) return { kind: 'found', principal: tied }
  const named = target.findPrincipal(targetNameOf(context, user.userName))
  const isMarked = named && markOf(named)?.sourceId === user.id
  const principal = isMarked ? named : findMarked(context, target, user)
  return principal ? { kind: 'found', principal } : { kind: tie ? 'lost' : 'none' }
}

function findMarked(context: Context, target: Directory, user: SourceUser): Principal | undefined {
  if (!user.creating && user.open.length === 0) return undefined
  const connection = context.connection.id
  const restrictions = (['made', 'joined'] as const).map((origin) => ({
    kind: 'attribute' as const,
    name: note.managed,
    match: 'exactly' as const,
    value: writeMark({ connection, origin, sourceId: user.id }),
  }))
  const restriction = { kind: 'or' as const, restrictions }
  return target.searchPrincipals({ restriction, start: 0, count: 1 })[0]
}

function findTied(target: Directory, tie: Tie): Principal | undefined {
  return tie.kind === 'id'
    ? target.findPrincipalById(tie.externalId)
    : target.findPrincipal(tie.lowerName)
}

export function markOf(entity: { readonly attributes: Principal['attributes'] }): Mark | undefined {
  return readMark(readNote(entity.attributes, note.managed))
}
