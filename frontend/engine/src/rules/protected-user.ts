import type { Context } from '../connections/context'
import { isListed } from './protection'

/** Why nothing is done through SCIM to the user of that name in the target, for people; undefined if he is not protected. */
export function protectionOfUser(context: Context, name: string): string | undefined {
  if (isListedUser(context, name)) return 'is a protected user'
  return context.ports.crowd.isAdministrator(name) ? 'administers Crowd' : undefined
}

/** True if an administrator of the connection put him on its list. */
export function isListedUser({ connection, ports }: Context, name: string): boolean {
  return isListed(connection.userSync.protectedUsers, name, ports.crowd.lowerCase)
}
