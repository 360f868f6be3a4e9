import type { Context } from '../connections/context'
import { unavailable } from '../scim-error'

/** What a request will do to a resource as it is under the lock: which names it touches, and the doing. */
export interface Plan<T> {
  readonly names: readonly string[]
  run(): T
}

/**
 * Runs a plan while holding the locks of all names that it touches. What is under way is planned anew under the locks; if
 * it then needs a lock that is not held (a rename), all are taken again in order.
 */
export function holdingNames<T>(
  context: Context,
  firstNames: readonly string[],
  plan: () => Plan<T>,
): T {
  let names = firstNames
  for (let attempt = 0; attempt < 3; attempt++) {
    const held = names
    const done = context.ports.locks.holding(held, (): { value: T } | undefined => {
      const planned = plan()
      names = planned.names
      return names.every((name) => held.includes(name)) ? { value: planned.run() } : undefined
    })
    if (done) return done.value
  }
  throw unavailable('The resource is being renamed by another request', 5)
}

/** Locks of a user go by the lower-cased source name. Taken after those of groups, never before. */
export function userLock(context: Context, userName: string): string {
  return 'user:' + context.connection.id + ':' + context.ports.crowd.lowerCase(userName)
}

export function groupLock(context: Context, displayName: string): string {
  return 'group:' + context.connection.id + ':' + context.ports.crowd.lowerCase(displayName)
}
