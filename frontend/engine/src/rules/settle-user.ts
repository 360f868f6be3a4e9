import type { Context } from '../connections/context'
import { note, writeMark } from '../mapping/notes'
import type { SourceUser } from '../mapping/source-user'
import type { Directory, Principal } from '../ports/directory'
import { markOf, type Arrival } from './target-user'
import { userParts, userWish, type UserWish } from './user-wish'
import { nameTaken, writeTargetUser } from './write-target-user'

/** Makes or takes up the target user of one who has none yet; undefined where the rules want none. Throws uniqueness. */
export function settleUser(
  context: Context,
  target: Directory,
  user: SourceUser,
  arrival: Arrival,
  password: string | undefined,
): Principal | undefined {
  const wish = userWish(context.connection.userSync, user, true)
  if (!wish.exists.value) return undefined
  switch (arrival.kind) {
    case 'taken':
      throw nameTaken(user.userName)
    case 'protected':
      context.notes.noted(user.userName + ' ' + arrival.why + ': the target is left alone')
      return undefined
    case 'make':
    case 'takeUp':
      return settle(context, target, user, wish, arrival, password)
  }
}

function settle(
  context: Context,
  target: Directory,
  user: SourceUser,
  wish: UserWish,
  arrival: Extract<Arrival, { kind: 'make' | 'takeUp' }>,
  password: string | undefined,
): Principal {
  const connection = context.connection.id
  if (arrival.kind === 'make') {
    const mark = writeMark({ connection, origin: 'made', sourceId: user.id })
    const principal = target.addPrincipal({
      name: wish.name.value,
      active: wish.active.value ?? true,
      email: wish.email.value,
      firstName: wish.firstName.value,
      lastName: wish.lastName.value,
      displayName: wish.displayName.value,
      attributes: { [note.managed]: [mark] },
      ...(password === undefined ? {} : { password }),
    })
    context.notes.changed('created ' + principal.name)
    return principal
  }
  const { principal, mark } = arrival
  if (password !== undefined) target.setPassword(principal.name, password)
  const taken = writeMark({ connection, origin: mark.origin, sourceId: user.id })
  target.storePrincipalAttributes(principal.name, { [note.managed]: [taken] })
  // Read back: where locks did not hold, one of two has it.
  const readBack = target.findPrincipal(principal.name)
  if (!readBack || markOf(readBack)?.sourceId !== user.id) throw nameTaken(user.userName)
  context.notes.changed('took up ' + principal.name + ' again')
  return writeTargetUser(context, target, user, principal, wish, userParts)
}
