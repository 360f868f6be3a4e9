import type { Context } from '../connections/context'
import { directoryWords } from '../connections/directory-words'
import { isDirectoryError, type DirectoryError } from '../ports/directory'
import { LockTimeout } from '../ports/ports'
import { invalidValue, ScimError, unavailable } from '../scim-error'

/** Runs a use case; what Crowd could not do becomes the answer that a client can act on. */
export function withClearFailures<T>(context: Context, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof LockTimeout) {
      throw unavailable('Other requests on the same resource are under way', 5)
    }
    throw isDirectoryError(error) ? toScimError(context, error) : error
  }
}

function toScimError(context: Context, error: DirectoryError): ScimError {
  switch (error.kind) {
    case 'gone':
      return unavailable(whichIsGone(context), 300)
    case 'unavailable':
      return unavailable('Crowd or its database does not answer', 30)
    case 'missing':
      return unavailable('The resource was changed in Crowd meanwhile', 5)
    case 'exists':
      return new ScimError(409, 'The name is taken in Crowd', 'uniqueness')
    case 'invalid':
      return new ScimError(400, 'Crowd refuses the value: ' + error.message, 'invalidValue')
    case 'password':
      return invalidValue('password', error.message)
    case 'refused':
      return unavailable(directoryWords(error, context.connection, context.ports), 300)
  }
}

function whichIsGone(context: Context): string {
  return context.ports.crowd.findDirectory(context.source.id)
    ? 'The target directory of this connection was deleted in Crowd. An administrator must choose another one in ' +
        'SCIM for Crowd, tab User Sync'
    : 'The source directory of this connection was deleted in Crowd. An administrator must open SCIM for Crowd to ' +
        'have it made anew; then all users and groups must be sent again'
}

/** True if the same request would be refused again. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof ScimError) return error.status < 500
  return ['exists', 'invalid', 'refused', 'password'].some((kind) =>
    isDirectoryError(error, kind as 'exists'),
  )
}
