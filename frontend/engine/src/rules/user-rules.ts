import type { Context } from '../connections/context'
import { targetName, type UserRules } from './user-wish'

/** What the rules for users go by on this connection. */
export function userRulesOf({
  connection,
  ports,
}: Pick<Context, 'connection' | 'ports'>): UserRules {
  return { settings: connection.userSync, replace: ports.patterns.replace }
}

/** The name that a user of the source has in the target. */
export function targetNameOf(context: Context, userName: string): string {
  return targetName(userRulesOf(context), userName)
}
