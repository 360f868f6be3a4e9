import type { Connection } from '@settings'
import type { ApplicationSummary, Crowd, DirectorySummary, Ports } from '../ports/ports'

/** Directory attributes by which a source directory is known (docs/storage.md). */
export const CONNECTION_ATTRIBUTE = 'scim.connection'
export const FORMAT_ATTRIBUTE = 'scim.format'
export const SOURCE_FORMAT = '1'

/** The connection whose source this directory is, also one that is gone; undefined for all other directories. */
export function sourceOwner(directory: DirectorySummary): string | undefined {
  return Object.prototype.hasOwnProperty.call(directory.attributes, CONNECTION_ATTRIBUTE)
    ? directory.attributes[CONNECTION_ATTRIBUTE]
    : undefined
}

/**
 * The connection's source directory, or undefined if it is gone. One call of Crowd as long as the stored id is right;
 * an id that changed (a restored Crowd) is found again by the directory's attribute.
 */
export function findSource(crowd: Crowd, connection: Connection): DirectorySummary | undefined {
  const { id, sourceDirectoryId } = connection
  const stored = sourceDirectoryId === '' ? undefined : crowd.findDirectory(sourceDirectoryId)
  if (stored && sourceOwner(stored) === id) return stored
  return crowd.directories().filter((directory) => sourceOwner(directory) === id)[0]
}

/** True if the directory holds neither users nor groups. */
export function isEmpty(directoryId: string, ports: Ports): boolean {
  const directory = ports.directory(directoryId)
  const one = { start: 0, count: 1 }
  return (
    directory.searchPrincipalNames(one).length === 0 && directory.searchGroupNames(one).length === 0
  )
}

/** The applications that a directory is mapped to. */
export function applicationsOf(
  applications: readonly ApplicationSummary[],
  directoryId: string,
): readonly ApplicationSummary[] {
  return applications.filter((application) =>
    application.mappings.some((mapping) => mapping.directoryId === directoryId),
  )
}
