import type { Context } from '../connections/context'
import { isDirectoryError } from '../ports/directory'
import { applyUserDelete } from '../rules/end-user'
import { findUser, storedUser } from './find-user'
import { holdingNames, userLock } from './locking'

/** Takes a source user away: target first, source second, so that a cut leaves a user whom the client can delete again. */
export function deleteSourceUser(context: Context, id: string): void {
  const seen = findUser(context, id)
  holdingNames(context, [userLock(context, seen.userName)], () => {
    const stored = storedUser(context, seen.id)
    context.notes.name(stored.userName)
    return {
      names: [userLock(context, stored.userName)],
      run: () => {
        if (context.target) applyUserDelete(context, context.target, stored)
        removeSource(context, stored.userName)
      },
    }
  })
}

function removeSource(context: Context, userName: string): void {
  try {
    context.source.removePrincipal(userName)
  } catch (error) {
    if (!isDirectoryError(error, 'missing')) throw error
  }
}
