import type { Context } from '../connections/context'
import { note, writeTie, type Mark } from '../mapping/notes'
import type { Directory, Principal } from '../ports/directory'
import { protectionOfUser } from './protected-user'
import { markOf } from './target-user'
import type { UserWish } from './user-wish'

/** What stands in the way of a new target user of that name, if anything. */
export type Arrival =
  | { readonly kind: 'make' }
  /** One of ours whom nobody is tied to. */
  | { readonly kind: 'takeUp'; readonly principal: Principal; readonly mark: Mark }
  /** One who was there before us: "link existing users" takes him over. */
  | { readonly kind: 'link'; readonly principal: Principal }
  | { readonly kind: 'taken' }
  | { readonly kind: 'protected'; readonly why: string }

/** Who arrives: the name and the e-mail that the rules wish for him in the target. */
export interface Arriving {
  readonly name: string
  readonly email: string
  /** That of the source user, '' before there is one. */
  readonly sourceId: string
}

/** `wish` is that for one who is new in the target. */
export function arrivingBy(wish: UserWish, sourceId: string): Arriving {
  return { name: wish.name.value ?? '', email: wish.email.value ?? '', sourceId }
}

/** Looks before a target user is made, by name; where the connection links by e-mail and the name is free, by that too. */
export function findArrival(context: Context, target: Directory, arriving: Arriving): Arrival {
  const named = target.findPrincipal(arriving.name)
  if (named) return judged(context, target, named, arriving.sourceId)
  const mailed = arrivalByEmail(context, target, arriving)
  if (mailed) return mailed
  const why = protectionOfUser(context, arriving.name)
  return why === undefined ? { kind: 'make' } : { kind: 'protected', why }
}

/** Only for one who was there before us: whom we made is taken up by his name alone. */
function arrivalByEmail(
  context: Context,
  target: Directory,
  { email, sourceId }: Arriving,
): Arrival | undefined {
  if (context.connection.userSync.linkExisting !== 'userNameOrEmail' || email === '')
    return undefined
  const restriction = { kind: 'field', field: 'email', match: 'exactly', value: email } as const
  const found = target.searchPrincipals({ restriction, start: 0, count: 2 })
  const [principal] = found
  if (!principal || found.length > 1) return undefined
  const arrival = judged(context, target, principal, sourceId)
  const isJoined = arrival.kind === 'takeUp' && arrival.mark.origin === 'joined'
  return arrival.kind === 'link' || isJoined ? arrival : undefined
}

function judged(
  context: Context,
  target: Directory,
  principal: Principal,
  sourceId: string,
): Arrival {
  const mark = markOf(principal)
  if (!mark) return unmarked(context, target, principal)
  if (mark.connection !== context.connection.id) return { kind: 'taken' }
  const isFree = mark.sourceId === sourceId || !context.source.findPrincipalById(mark.sourceId)
  if (!isFree) return { kind: 'taken' }
  const why = protectionOfUser(context, principal.name)
  return why === undefined ? { kind: 'takeUp', principal, mark } : { kind: 'protected', why }
}

function unmarked(context: Context, target: Directory, principal: Principal): Arrival {
  const isLeft =
    context.connection.userSync.linkExisting === 'off' ||
    protectionOfUser(context, principal.name) !== undefined ||
    isTied(context, target, principal)
  return isLeft ? { kind: 'taken' } : { kind: 'link', principal }
}

/** True if a source user is tied to him, though the mark is gone. */
function isTied(context: Context, target: Directory, principal: Principal): boolean {
  const lowerName = context.ports.crowd.lowerCase(principal.name)
  const value = writeTie(target.id, principal.externalId, lowerName)
  const restriction = { kind: 'attribute', name: note.target, match: 'exactly', value } as const
  return context.source.searchPrincipals({ restriction, start: 0, count: 1 }).length > 0
}
