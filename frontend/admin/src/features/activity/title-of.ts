import type { ActivityEntry } from '@settings'

/** What an entry is about: an administrator's deed in words, else the provider's request. */
export function titleOf({ deed, method, resource }: ActivityEntry): string {
  return deed || `${method} ${resource}`
}
