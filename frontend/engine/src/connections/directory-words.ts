import type { Connection } from '@settings'
import type { DirectoryError } from '../ports/directory'
import type { Ports } from '../ports/ports'
import { findSource } from './source-directory'
import { findTarget, missingOperations } from './target-directory'

/** What a failed directory means for people: which directory, and what to do. Asks Crowd only when it answers. */
export function directoryWords(
  error: DirectoryError,
  connection: Connection | undefined,
  ports: Ports,
): string {
  if (error.kind === 'unavailable') return 'Crowd or its database did not answer: try again later'
  const general =
    error.kind === 'gone'
      ? 'A directory is gone from Crowd: open SCIM for Crowd and set it up anew'
      : 'Crowd does not allow this in a directory: look at its permissions'
  try {
    return (connection && wordsOf(connection, ports)) ?? general
  } catch {
    return general
  }
}

function wordsOf(connection: Connection, ports: Ports): string | undefined {
  if (!findSource(ports.crowd, connection))
    return 'The source directory of this connection is gone from Crowd: the SCIM tab offers to make it anew'
  if (connection.targetDirectoryId === '') return undefined
  const target = findTarget(ports.crowd, connection)
  if (!target)
    return 'The target directory of this connection is gone from Crowd: make or choose another on the User Sync tab'
  const missing = missingOperations(target)
  return missing.length > 0
    ? `Crowd does not allow SCIM to write to the directory ${JSON.stringify(target.name)}: allow ${missing.join(', ')} in its permissions`
    : undefined
}
