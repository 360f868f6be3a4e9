import type { Issue } from '@settings'

/** A refusal that an administrator is told about, as a Problem. */
export class AdminError extends Error {
  readonly status: number
  readonly issues: readonly Issue[]
  constructor(status: number, message: string, issues: readonly Issue[] = []) {
    super(message)
    Object.setPrototypeOf(this, AdminError.prototype)
    this.name = 'AdminError'
    this.status = status
    this.issues = issues
  }
}

/** Fields that were filled in wrongly. */
export function invalidFields(issues: readonly Issue[]): AdminError {
  return new AdminError(400, 'Some fields need your attention', issues)
}

export function unknownConnection(): AdminError {
  return new AdminError(404, 'This connection does not exist any more')
}

/** What can't be done as things stand; the message says why. */
export function conflict(message: string): AdminError {
  return new AdminError(409, message)
}
