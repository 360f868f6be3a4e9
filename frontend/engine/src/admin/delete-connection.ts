import type { Connection, DeletedConnection } from '@settings'
import { forgetContact, forgetToken } from '../connections/contact'
import { forgetLearned } from '../connections/learned'
import { findSource } from '../connections/source-directory'
import { findTarget } from '../connections/target-directory'
import type { Ports } from '../ports/ports'
import { connectionOf, type AdminAnswer, type AdminRequest } from './admin-context'

/** DELETE /connections/{id}. The tokens die at once; directories, users and groups stay. */
export function deleteConnection(request: AdminRequest): AdminAnswer {
  const { ports } = request
  const connection = request.settings.change((settings) => {
    const removed = connectionOf(settings, request)
    const connections = settings.connections.filter(({ id }) => id !== removed.id)
    return { settings: { ...settings, connections }, result: removed }
  })
  for (const token of connection.tokens) forgetToken(ports, connection.id, token.id)
  forgetContact(ports, connection.id)
  forgetLearned(ports, connection.id)
  const body: DeletedConnection = { id: connection.id, stays: whatStays(connection, ports) }
  const changed = `deleted the connection ${connection.scim.appName}`
  return { status: 200, body, about: connection, changed }
}

function whatStays(connection: Connection, ports: Ports): readonly string[] {
  const stays: string[] = []
  const source = findSource(ports.crowd, connection)
  if (source)
    stays.push(
      `The source directory “${source.name}” with what the provider sent. No application sees it; you can delete it in Crowd.`,
    )
  const target = findTarget(ports.crowd, connection)
  if (target)
    stays.push(
      `The directory “${target.name}” with its users, groups and memberships: people can log in as before.`,
      `The mark “scim.managed” on users and groups there that SCIM made or took over. It does nothing without its connection.`,
    )
  return stays
}
