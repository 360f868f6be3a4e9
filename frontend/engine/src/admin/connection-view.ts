import type {
  Banner,
  Connection,
  ConnectionView,
  Contact,
  DirectoryState,
  TokenView,
} from '@settings'
import { readContact, readLastUsed, STRAY } from '../connections/contact'
import { scimBaseUrl } from '../connections/open-context'
import { applicationsOf, findSource } from '../connections/source-directory'
import { findTarget, missingOperations } from '../connections/target-directory'
import type { ApplicationSummary, Crowd, Ports } from '../ports/ports'

/** The connection as the page shows it. Token hashes stay here. */
export function connectionView(
  connection: Connection,
  ports: Ports,
  applications: readonly ApplicationSummary[] = ports.crowd.applications(),
): ConnectionView {
  const { id, created, scim, userSync, groupSync } = connection
  const source = sourceState(connection, ports.crowd, applications)
  const target = targetState(connection, ports.crowd)
  return {
    id,
    created,
    scim,
    userSync,
    groupSync,
    scimBaseUrl: scimBaseUrl(ports, id),
    tokens: connection.tokens.map((token): TokenView => {
      const lastUsed = readLastUsed(ports, id, token.id)
      return {
        id: token.id,
        name: token.name,
        created: token.created,
        expires: token.expires,
        lastUsed,
      }
    }),
    source,
    target,
    banners: [...sourceBanners(source), ...targetBanners(target)],
    contact: contactOf(connection, ports),
  }
}

/** A request for an unknown address is shown to every connection that still waits for its first one. */
function contactOf(connection: Connection, ports: Ports): Contact {
  const contact = readContact(ports, connection.id)
  if (contact.firstSuccess > 0) return contact
  const { lastProblem, lastProblemAt } = readContact(ports, STRAY)
  const isNews = lastProblemAt > contact.lastProblemAt && lastProblemAt >= connection.created
  return isNews ? { ...contact, lastProblem, lastProblemAt } : contact
}

function sourceState(
  connection: Connection,
  crowd: Crowd,
  applications: readonly ApplicationSummary[],
): DirectoryState {
  const source = findSource(crowd, connection)
  if (!source)
    return {
      id: connection.sourceDirectoryId,
      name: '',
      state: 'missing',
      advice:
        'The source directory was deleted in Crowd; the provider is answered “try again later”. Make it anew; then the provider must send everybody again.',
    }
  const { id, name } = source
  const mapped = applicationsOf(applications, id).map((application) => application.name)
  if (mapped.length === 0) return { id, name, state: 'ready', advice: '' }
  const advice = `It is mapped to ${mapped.join(', ')}. Whoever sends users could choose group names there, so nothing is accepted until it is taken away.`
  return { id, name, state: 'mapped', advice }
}

function targetState(connection: Connection, crowd: Crowd): DirectoryState {
  const id = connection.targetDirectoryId
  if (id === '')
    return {
      id,
      name: '',
      state: 'none',
      advice: 'Users and groups arrive in the source directory only. Make or choose a directory.',
    }
  const target = findTarget(crowd, connection)
  if (!target)
    return {
      id,
      name: '',
      state: 'missing',
      advice: 'The directory was deleted in Crowd. Make or choose another.',
    }
  const missing = missingOperations(target)
  if (missing.length > 0) {
    const advice = `Its permissions in Crowd lack: ${missing.join(', ')}. Requests that need them are answered “try again later”.`
    return { id, name: target.name, state: 'notWritable', advice }
  }
  if (target.active) return { id, name: target.name, state: 'ready', advice: '' }
  const advice = 'It is inactive in Crowd: nobody can log in through it.'
  return { id, name: target.name, state: 'inactive', advice }
}

function sourceBanners({ state, advice: text }: DirectoryState): readonly Banner[] {
  if (state === 'missing')
    return [{ kind: 'error', code: 'sourceMissing', title: 'The source directory is gone', text }]
  if (state === 'mapped')
    return [
      {
        kind: 'error',
        code: 'sourceMapped',
        title: 'The source directory is mapped to an application',
        text,
      },
    ]
  return []
}

function targetBanners({ state, name, advice: text }: DirectoryState): readonly Banner[] {
  switch (state) {
    case 'none':
      return [{ kind: 'information', code: 'targetNone', title: 'No directory yet', text }]
    case 'missing':
      return [{ kind: 'error', code: 'targetMissing', title: 'The directory is gone', text }]
    case 'notWritable':
      return [
        { kind: 'error', code: 'targetReadOnly', title: `SCIM may not write to “${name}”`, text },
      ]
    case 'inactive':
      return [{ kind: 'warning', code: 'targetInactive', title: `“${name}” is inactive`, text }]
    default:
      return []
  }
}
