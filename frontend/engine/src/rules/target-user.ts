import type { Context } from '../connections/context'
import { readNote } from '../mapping/document'
import { note, readMark, readTie, type Mark, type Tie } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, Principal } from '../ports/directory'

/** `lost`: tied, but somebody took it away by hand. `none`: never tied in this directory. */
export type TargetUser =
  | { readonly kind: 'found'; readonly principal: Principal }
  | { readonly kind: 'lost' }
  | { readonly kind: 'none' }

/** The target user of a source user. One without a tie, or tied by a name that moved, is known by its mark. */
export function findTargetUser(target: Directory, user: SourceUser): TargetUser {
  const tie = readTie(user.target, target.id)
  const tied = tie && findTied(target, tie)
  if (tied) return { kind: 'found', principal: tied }
  if (tie?.kind === 'id') return { kind: 'lost' }
  const principal = target.findPrincipal(user.userName)
  if (principal && markOf(principal)?.sourceId === user.id) return { kind: 'found', principal }
  return { kind: tie ? 'lost' : 'none' }
}

function findTied(target: Directory, tie: Tie): Principal | undefined {
  return tie.kind === 'id'
    ? target.findPrincipalById(tie.externalId)
    : target.findPrincipal(tie.lowerName)
}

/** What stands in the way of a new target user of that name, if anything. */
export type Arrival =
  | { readonly kind: 'make' }
  | { readonly kind: 'takeUp'; readonly principal: Principal; readonly mark: Mark }
  | { readonly kind: 'taken' }
  | { readonly kind: 'protected' }

/**
 * Looks before a target user is made: one that carries our mark and is tied to nobody is taken up again. `sourceId` is
 * that of the source user who arrives, '' before there is one.
 */
export function findArrival(
  context: Context,
  target: Directory,
  name: string,
  sourceId: string,
): Arrival {
  const principal = target.findPrincipal(name)
  if (!principal) {
    return context.ports.crowd.isAdministrator(name) ? { kind: 'protected' } : { kind: 'make' }
  }
  const mark = markOf(principal)
  if (!mark || mark.connection !== context.connection.id) return { kind: 'taken' }
  const isFree = mark.sourceId === sourceId || !context.source.findPrincipalById(mark.sourceId)
  if (!isFree) return { kind: 'taken' }
  if (context.ports.crowd.isAdministrator(principal.name)) return { kind: 'protected' }
  return { kind: 'takeUp', principal, mark }
}

export function markOf(entity: { readonly attributes: Principal['attributes'] }): Mark | undefined {
  return readMark(readNote(entity.attributes, note.managed))
}
