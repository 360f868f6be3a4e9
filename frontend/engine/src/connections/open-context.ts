import type { Connection } from '@settings'
import type { Exchange } from '../exchange'
import type { Ports } from '../ports/ports'
import { unavailable } from '../scim-error'
import type { ActivityNotes, Context, Policies } from './context'
import { applicationsOf, findSource } from './source-directory'

/** Seconds after which a client may try again when an administrator must act first. */
const UNTIL_REPAIRED = 300

/**
 * What the use cases need, for one exchange of an authenticated client. Asks Crowd once for the source directory, and once
 * for the applications where the request may change something: a source that an application sees would let the client
 * choose its group names there (ADR 0003).
 *
 * Throws a ScimError 503 if the source is gone or mapped.
 */
export function openContext(
  exchange: Exchange,
  connection: Connection,
  isRead: boolean,
  policies: Policies,
  notes: ActivityNotes,
  ports: Ports,
): Context {
  const source = findSource(ports.crowd, connection)
  if (!source)
    throw unavailable(
      'The source directory of this connection is gone from Crowd: the SCIM tab offers to make it anew',
      UNTIL_REPAIRED,
    )
  if (!isRead) refuseMapped(ports, source.id)
  return {
    ports,
    connection,
    source: ports.directory(source.id),
    target:
      connection.targetDirectoryId === ''
        ? undefined
        : ports.directory(connection.targetDirectoryId),
    baseUrl: scimBaseUrl(ports, connection.id),
    exchangeId: exchange.id,
    policies,
    notes,
  }
}

/** The address that a client is given, from Crowd's configured base URL and never from a request. */
export function scimBaseUrl(ports: Ports, connectionId: string): string {
  return ports.crowd.baseUrl() + '/plugins/servlet/scim/' + connectionId + '/v2'
}

function refuseMapped(ports: Ports, sourceId: string): void {
  const names = applicationsOf(ports.crowd.applications(), sourceId).map(({ name }) => name)
  if (names.length > 0)
    throw unavailable(
      `The source directory of this connection is mapped to ${names.join(', ')}: the SCIM tab offers to take it away there`,
      UNTIL_REPAIRED,
    )
}
