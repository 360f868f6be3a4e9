import {
  validateTarget,
  type Connection,
  type DirectoryChoice,
  type Settings,
  type TargetChoice,
} from '@settings'
import { findSource } from '../connections/source-directory'
import { whyNotOtherTarget, whyNotTarget } from '../connections/target-directory'
import { isDirectoryError } from '../ports/directory'
import type { DirectorySummary, Ports } from '../ports/ports'
import {
  changeConnection,
  findConnection,
  valueOrThrow,
  type AdminAnswer,
  type AdminRequest,
} from './admin-context'
import { conflict, invalidFields } from './admin-error'
import { connectionView } from './connection-view'
import { makeSource } from './create-connection'

/** GET /directories?connection={id}. Asked when the form opens: `whyNotOther` costs calls that no poll should make. */
export function listDirectories({ ports, settings, query }: AdminRequest): AdminAnswer {
  const stored = settings.fresh()
  const connection = findConnection(stored, query['connection'] ?? '')
  const directories = ports.crowd.directories().map((directory): DirectoryChoice => ({
    id: directory.id,
    name: directory.name,
    type: directory.type,
    active: directory.active,
    whyNot: whyNotTarget(directory, connection, stored.connections),
  }))
  return { status: 200, body: { directories, whyNotOther: whyNotOtherTarget(connection, ports) } }
}

/** POST /connections/{id}/target. Makes or chooses the target directory. */
export function setTarget(request: AdminRequest): AdminAnswer {
  const { ports } = request
  const choice = valueOrThrow(validateTarget(request.body))
  let name = ''
  const connection = changeConnection(request, (old, settings) => {
    refuseMove(old, choice, ports)
    const target =
      choice.kind === 'create' ? makeTarget(choice, ports) : chosen(choice, old, settings, ports)
    name = target.name
    return { ...old, targetDirectoryId: target.id }
  })
  const body = connectionView(connection, ports)
  return { status: 200, body, about: connection, changed: `directory is now ${name}` }
}

function refuseMove(connection: Connection, choice: TargetChoice, ports: Ports): void {
  if (choice.kind === 'choose' && choice.directoryId === connection.targetDirectoryId) return
  const whyNot = whyNotOtherTarget(connection, ports)
  if (whyNot !== '') throw conflict(whyNot)
}

function makeTarget(
  choice: Extract<TargetChoice, { readonly kind: 'create' }>,
  ports: Ports,
): DirectorySummary {
  const { name, description, nestedGroups } = choice
  try {
    return ports.crowd.addDirectory({
      name,
      description,
      active: true,
      nestedGroups,
      attributes: {},
    })
  } catch (error) {
    if (!isDirectoryError(error, 'exists')) throw error
    const message =
      'Crowd has a directory of this name: take another name, or choose that directory'
    throw invalidFields([{ path: 'target.name', message }])
  }
}

function chosen(
  choice: Extract<TargetChoice, { readonly kind: 'choose' }>,
  connection: Connection,
  settings: Settings,
  ports: Ports,
): DirectorySummary {
  const directory = ports.crowd.findDirectory(choice.directoryId)
  const message = directory
    ? whyNotTarget(directory, connection, settings.connections)
    : 'This directory is not in Crowd any more'
  if (!directory || message !== '') throw invalidFields([{ path: 'target.directoryId', message }])
  return directory
}

/** POST /connections/{id}/source. Makes a source directory that was deleted under us anew; one that is there stays. */
export function remakeSource(request: AdminRequest): AdminAnswer {
  const { ports } = request
  const connection = changeConnection(request, (old) => {
    const source = findSource(ports.crowd, old) ?? makeSource(old.id, old.scim.appName, ports)
    return { ...old, sourceDirectoryId: source.id }
  })
  const body = connectionView(connection, ports)
  return {
    status: 200,
    body,
    about: connection,
    changed: 'made the source directory anew',
  }
}
