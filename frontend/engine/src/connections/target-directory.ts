import { SOURCE_NAME_PREFIX, type Connection } from '@settings'
import type { Crowd, DirectorySummary, Ports } from '../ports/ports'
import { findSource, isEmpty, sourceOwner } from './source-directory'

/** What SCIM does in a target directory, as Crowd names it, with Crowd's own words for people. */
const neededOperations: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'CREATE_USER', label: 'Add user' },
  { name: 'UPDATE_USER', label: 'Modify user' },
  { name: 'UPDATE_USER_ATTRIBUTE', label: 'Modify user attributes' },
  { name: 'DELETE_USER', label: 'Remove user' },
  { name: 'CREATE_GROUP', label: 'Add group' },
  { name: 'UPDATE_GROUP', label: 'Modify group' },
  { name: 'UPDATE_GROUP_ATTRIBUTE', label: 'Modify group attributes' },
  { name: 'DELETE_GROUP', label: 'Remove group' },
]

/** Types that SCIM cannot write to, with the reason for people. INTERNAL, DELEGATING and CUSTOM can be written. */
const unwritableTypes: Readonly<Record<string, string>> = {
  CONNECTOR:
    'An LDAP connector: users come from the LDAP server, and SCIM’s would be written into it.',
  CROWD: 'A remote Crowd: its users are kept by that Crowd.',
  AZURE_AD: 'An Entra ID (Azure AD) directory: Crowd only reads it.',
  UNKNOWN: 'Crowd does not say what kind of directory this is.',
}

/** The connection's target directory; undefined if there is none yet, or none any more. */
export function findTarget(
  crowd: Crowd,
  { targetDirectoryId }: Connection,
): DirectorySummary | undefined {
  return targetDirectoryId === '' ? undefined : crowd.findDirectory(targetDirectoryId)
}

/** Labels of the permissions that the directory lacks; none when SCIM can write. */
export function missingOperations(directory: DirectorySummary): readonly string[] {
  return neededOperations
    .filter(({ name }) => !directory.allowedOperations.includes(name))
    .map(({ label }) => label)
}

/** Why a directory can't be the target of the connection, for people; '' if it can. */
export function whyNotTarget(
  directory: DirectorySummary,
  connection: Connection,
  all: readonly Connection[],
): string {
  if (sourceOwner(directory) !== undefined || directory.name.indexOf(SOURCE_NAME_PREFIX) === 0)
    return 'A source directory of SCIM for Crowd.'
  const unwritable = Object.prototype.hasOwnProperty.call(unwritableTypes, directory.type)
    ? unwritableTypes[directory.type]
    : undefined
  if (unwritable) return unwritable
  const other = all.filter(
    ({ id, targetDirectoryId }) => id !== connection.id && targetDirectoryId === directory.id,
  )[0]
  if (other) return `The connection “${other.scim.appName}” writes to it.`
  if (!directory.active) return 'It is inactive in Crowd.'
  const missing = missingOperations(directory)
  return missing.length > 0 ? `Its permissions lack: ${missing.join(', ')}.` : ''
}

/**
 * Why the connection can't be given another target, for people; '' if it can. A target that people were brought to is not
 * left behind by a click: that is a job with a preview (ADR 0006).
 */
export function whyNotOtherTarget(connection: Connection, ports: Ports): string {
  if (!findTarget(ports.crowd, connection)) return ''
  const source = findSource(ports.crowd, connection)
  if (!source || isEmpty(source.id, ports)) return ''
  return 'Users or groups were brought to the present directory already. Moving them to another is not possible yet: make a new connection.'
}
