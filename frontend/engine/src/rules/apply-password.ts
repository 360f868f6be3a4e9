import type { Context } from '../connections/context'
import type { SourceUser } from '../mapping/source-user'
import { onceMoreIfMissing } from './once-more'
import { isLeftAlone } from './rights'
import { findTargetUser } from './target-user'

/**
 * The sent password where it is to reach the target: "passwords by SCIM" is on and the target keeps passwords. undefined
 * where none was sent, or it is ignored, which is noted.
 */
export function wishedPassword(context: Context, sent: string | undefined): string | undefined {
  if (sent === undefined || !context.target) return undefined
  if (context.connection.userSync.login !== 'scimPassword') {
    context.notes.noted('the password was ignored: passwords by SCIM are off')
    return undefined
  }
  if (context.ports.crowd.findDirectory(context.target.id)?.type === 'INTERNAL') return sent
  context.notes.noted('the password was ignored: the target directory keeps none')
  return undefined
}

/**
 * Sets the password of a target user who is there already. Comes before anything is stored, so that nothing is where
 * the directory refuses it: throws DirectoryError `password`.
 */
export function setTargetPassword(
  context: Context,
  user: SourceUser,
  password: string | undefined,
): void {
  if (password === undefined || !context.target) return
  const { target } = context
  onceMoreIfMissing(() => {
    const found = findTargetUser(context, target, user)
    if (found.kind !== 'found' || isLeftAlone(context, target, user, found.principal)) return
    target.setPassword(found.principal.name, password)
    context.notes.changed('set the password of ' + found.principal.name)
  })
}
