import type { Connection } from '@settings'
import { directoryWords } from '../connections/directory-words'
import { DirectoryError } from '../ports/directory'
import { LockTimeout, type Ports } from '../ports/ports'
import { ScimError, unavailable } from '../scim-error'

/** Seconds after which a client may try again. */
const SOON = 5
const LATER = 30
const UNTIL_REPAIRED = 300

/**
 * The refusal that an error stands for; undefined for a fault of ours. What Crowd could not do because somebody else was
 * faster is answered 503: every operation is safe to repeat (ADR 0005).
 */
export function refusalOf(
  error: unknown,
  connection: Connection | undefined,
  ports: Ports,
): ScimError | undefined {
  if (error instanceof ScimError) return error
  if (error instanceof LockTimeout)
    return unavailable('Another request is at work on the same user or group: try again', SOON)
  return error instanceof DirectoryError ? ofDirectory(error, connection, ports) : undefined
}

function ofDirectory(
  error: DirectoryError,
  connection: Connection | undefined,
  ports: Ports,
): ScimError {
  switch (error.kind) {
    case 'invalid':
      return new ScimError(400, 'Crowd refuses a value: ' + error.message, 'invalidValue')
    case 'password':
      return new ScimError(400, 'password: ' + error.message, 'invalidValue')
    case 'missing':
    case 'exists':
      return unavailable('Somebody else changed the same user or group just now: try again', SOON)
    case 'unavailable':
      return unavailable(directoryWords(error, connection, ports), LATER)
    case 'gone':
    case 'refused':
      return unavailable(directoryWords(error, connection, ports), UNTIL_REPAIRED)
  }
}

/** What the shell logs of a fault. */
export function faultOf(error: unknown): { readonly message: string; readonly stack: string } {
  if (!(error instanceof Error)) return { message: String(error), stack: '' }
  return { message: error.name + ': ' + error.message, stack: String(error.stack ?? '') }
}
