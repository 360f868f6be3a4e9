import { validateApplicationMapping, type ApplicationView, type Connection } from '@settings'
import { applicationsOf, findSource } from '../connections/source-directory'
import type { ApplicationSummary, Ports } from '../ports/ports'
import {
  connectionOf,
  valueOf,
  valueOrThrow,
  type AdminAnswer,
  type AdminRequest,
} from './admin-context'
import { AdminError, conflict } from './admin-error'
import { connectionView } from './connection-view'

/** GET /connections/{id}/applications */
export function listApplications(request: AdminRequest): AdminAnswer {
  const connection = connectionOf(request.settings.fresh(), request)
  return { status: 200, body: { applications: applicationViews(connection, request.ports) } }
}

/** PUT /connections/{id}/applications/{appId}. Maps the target directory, or takes it away. */
export function mapApplication(request: AdminRequest): AdminAnswer {
  const { ports, settings } = request
  const connection = connectionOf(settings.fresh(), request)
  const wanted = valueOrThrow(validateApplicationMapping(request.body))
  const application = writableApplication(request)
  const target = connection.targetDirectoryId
  if (target === '') throw conflict('Make or choose a directory first')
  ports.locks.holding(['settings'], () => {
    if (wanted.mapped) ports.crowd.mapDirectory(application.id, target, wanted.allowAll)
    else if (isMapped(application, target)) ports.crowd.unmapDirectory(application.id, target)
  })
  const verb = wanted.mapped ? 'mapped the directory to ' : 'took the directory away from '
  return {
    status: 200,
    body: { applications: applicationViews(connection, ports) },
    about: connection,
    changed: verb + application.name,
  }
}

/** POST /connections/{id}/unmap-source. Takes the source directory away from every application, the console too. */
export function unmapSource(request: AdminRequest): AdminAnswer {
  const { ports, settings } = request
  const connection = connectionOf(settings.fresh(), request)
  const source = findSource(ports.crowd, connection)
  if (!source) throw conflict('The source directory is gone from Crowd')
  for (const application of applicationsOf(ports.crowd.applications(), source.id))
    ports.crowd.unmapDirectory(application.id, source.id)
  const body = connectionView(connection, ports)
  const changed = 'took the source directory away from all applications'
  return { status: 200, body, about: connection, changed }
}

function writableApplication(request: AdminRequest): ApplicationSummary {
  const id = valueOf(request, 'application')
  const found = request.ports.crowd.applications().filter((application) => application.id === id)[0]
  if (!found) throw new AdminError(404, 'This application does not exist any more')
  const whyNot = whyNotMapped(found)
  if (whyNot !== '') throw conflict(whyNot)
  return found
}

function whyNotMapped({ type }: ApplicationSummary): string {
  return type === 'CROWD'
    ? 'The Crowd console itself: who administers Crowd is not decided here.'
    : ''
}

function isMapped(application: ApplicationSummary, directoryId: string): boolean {
  return applicationsOf([application], directoryId).length > 0
}

function applicationViews(connection: Connection, ports: Ports): readonly ApplicationView[] {
  return ports.crowd.applications().map((application) => {
    const { id, name, type } = application
    const mapping = application.mappings.filter(
      ({ directoryId }) => directoryId === connection.targetDirectoryId,
    )[0]
    return {
      id,
      name,
      type,
      mapped: mapping !== undefined,
      allowAll: mapping ? mapping.allowAll : false,
      groupNames: mapping ? mapping.groupNames : [],
      whyNot: whyNotMapped(application),
    }
  })
}
