import type { Context } from '../connections/context'
import { note, writeMark, type Mark } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { Attributes, Directory, Principal } from '../ports/directory'
import type { Arrival } from './arrival'
import { checkWish } from './check-wish'
import { markOf } from './target-user'
import { targetNameOf, userRulesOf } from './user-rules'
import { partsOf, userWish, type UserPart, type UserWish } from './user-wish'
import { nameTaken, writeTargetUser } from './write-target-user'

/**
 * Makes, takes up or links the target user of one who has none yet; undefined where the rules want none. Throws
 * uniqueness, and invalidValue for what Crowd would cut.
 */
export function settleUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  arrival: Arrival,
  password: string | undefined,
): Principal | undefined {
  const wish = userWish(userRulesOf(context), user, standingOf(arrival))
  if (!wish.exists.value) return undefined
  checkWish(wish)
  switch (arrival.kind) {
    case 'taken':
      throw nameTaken(context, user.userName)
    case 'protected':
      context.notes.noted(
        targetNameOf(context, user.userName) + ' ' + arrival.why + ': the target is left alone',
      )
      return undefined
    case 'make':
      return make(context, target, user, wish, password)
    case 'takeUp':
      return takeOver(context, target, user, wish, arrival.principal, arrival.mark.origin, password)
    case 'link':
      return takeOver(context, target, user, wish, arrival.principal, undefined, password)
  }
}

function standingOf({ kind }: Arrival): 'new' | 'takenUp' | 'known' {
  if (kind === 'link') return 'known'
  return kind === 'takeUp' ? 'takenUp' : 'new'
}

function make(
  context: Context,
  target: Directory,
  user: SourceUser,
  wish: UserWish,
  password: string | undefined,
): Principal {
  const connection = context.connection.id
  const mark = writeMark({ connection, origin: 'made', sourceId: user.id })
  const principal = target.addPrincipal({
    name: wish.name.value ?? user.userName,
    active: wish.active.value ?? true,
    email: wish.email.value ?? '',
    firstName: wish.firstName.value ?? '',
    lastName: wish.lastName.value ?? '',
    displayName: wish.displayName.value ?? '',
    attributes: attributesWith(wish, mark),
    ...(password === undefined ? {} : { password }),
  })
  context.notes.changed('created ' + principal.name)
  return principal
}

function attributesWith(wish: UserWish, mark: string): Attributes {
  const attributes: Record<string, readonly string[]> = { [note.managed]: [mark] }
  for (const { name, wished } of wish.attributes)
    if (wished.value !== undefined && wished.value !== '') attributes[name] = [wished.value]
  return attributes
}

/** `origin` undefined: he was there before us and carries no mark yet. */
function takeOver(
  context: Context,
  target: Directory,
  user: SourceUser,
  wish: UserWish,
  principal: Principal,
  origin: Mark['origin'] | undefined,
  password: string | undefined,
): Principal {
  const { name } = principal
  if (password !== undefined) target.setPassword(name, password)
  const mark = { connection: context.connection.id, origin: origin ?? 'joined', sourceId: user.id }
  target.storePrincipalAttributes(name, { [note.managed]: [writeMark(mark)] })
  // Read back: where locks did not hold, one of two has it.
  const readBack = target.findPrincipal(name)
  const held = readBack && markOf(readBack)
  if (!held || held.sourceId !== user.id || held.connection !== mark.connection)
    throw nameTaken(context, user.userName)
  context.notes.changed(origin ? 'took up ' + name + ' again' : 'linked ' + name)
  return writeTargetUser(context, target, user, principal, wish, partsAtArrival(wish, mark.origin))
}

/** One who was there before us keeps his name until the client changes it. */
export function partsAtArrival(wish: UserWish, origin: Mark['origin']): readonly UserPart[] {
  return partsOf(wish).filter((part) => origin === 'made' || part !== 'name')
}
