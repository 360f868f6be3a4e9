import type { Connection } from '@settings'
import { appendActivity } from '../activity/append-activity'
import { recordNotes, type RecordedNotes } from '../activity/activity-notes'
import { dialectOf } from '../clients/dialects'
import { authenticate } from '../connections/authenticate'
import { noteProblem, noteSuccess, noteUse, STRAY } from '../connections/contact'
import { readLearned } from '../connections/learned'
import { openContext, scimBaseUrl } from '../connections/open-context'
import { readScimPath, type ScimPath } from '../connections/read-scim-path'
import type { StoredSettings } from '../connections/stored-settings'
import type { Answer, Exchange } from '../exchange'
import { exchangePorts } from '../ports/exchange-ports'
import type { Ports } from '../ports/ports'
import { answerDiscovery } from '../protocol/discovery'
import { errorAnswer } from '../protocol/error-answer'
import { readRequest } from '../protocol/read-request'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { toAnswer } from '../protocol/to-answer'
import { ScimError, shown, unavailable } from '../scim-error'
import { answerResource, isResourceEndpoint } from './answer-resource'
import { faultOf, refusalOf } from './refusal'

/** Seconds after which a client of a paused connection may try again. */
const WHILE_PAUSED = 300

/** What is known of an exchange on its way; filled as it goes, read when it is over. */
interface Journey {
  readonly exchange: Exchange
  readonly startedAt: number
  readonly path: ScimPath
  readonly recorded: RecordedNotes
  connection: Connection | undefined
  isAuthenticated: boolean
  problem: string
}

/** Answers one exchange of a provisioning client. Never throws. */
export function answerScim(exchange: Exchange, settings: StoredSettings, all: Ports): Answer {
  const ports = exchangePorts(all)
  const startedAt = ports.clock.now()
  const journey: Journey = {
    exchange,
    startedAt,
    path: readScimPath(exchange.path),
    recorded: recordNotes(),
    connection: undefined,
    isAuthenticated: false,
    problem: '',
  }
  const answer = answerOrRefuse(journey, settings, ports)
  appendActivity(ports, exchange, answer, {
    connectionId: journey.connection ? journey.connection.id : '',
    resource: journey.path.rest === '' ? '/' : journey.path.rest,
    isAuthenticated: journey.isAuthenticated,
    ...journey.recorded.recorded(),
    problem: journey.problem,
    startedAt,
  })
  return answer
}

function answerOrRefuse(journey: Journey, settings: StoredSettings, ports: Ports): Answer {
  const { exchange } = journey
  try {
    return toAnswer(serve(journey, settings, ports), exchange)
  } catch (error) {
    const refusal = refusalOf(error, journey.connection, ports)
    const shownError = refusal ?? new ScimError(500, 'Internal error; the log has more')
    journey.problem = shownError.detail
    const answer = toAnswer(errorAnswer(shownError, exchange.id), exchange)
    return refusal ? answer : { ...answer, fault: faultOf(error) }
  }
}

function serve(journey: Journey, settings: StoredSettings, ports: Ports): ScimAnswer {
  const { exchange, path } = journey
  const connection = findConnection(path, settings, ports)
  journey.connection = connection
  authenticateAndNote(journey, connection, ports)
  journey.isAuthenticated = true
  ports.crowd.actAs?.('SCIM: ' + connection.scim.appName)
  if (connection.scim.mode === 'paused') {
    noting(() => noteSuccess(ports, connection.id, journey.startedAt))
    throw unavailable('This connection is paused by an administrator', WHILE_PAUSED)
  }
  const request = readAndNote(journey, connection, ports)
  const dialect = dialectOf(connection.scim.provider)
  const rewritten = dialect.rewrite(request)
  if (!isResourceEndpoint(rewritten.endpoint))
    return answerDiscovery(
      rewritten,
      scimBaseUrl(ports, connection.id),
      readLearned(ports, connection.id),
      connection.userSync.login === 'scimPassword',
    )
  const { notes } = journey.recorded
  const isRead = rewritten.method === 'GET'
  const context = openContext(exchange, connection, isRead, dialect.policies, notes, ports)
  return answerResource(rewritten.endpoint, context, rewritten)
}

function findConnection(path: ScimPath, settings: StoredSettings, ports: Ports): Connection {
  const found = settings.current().connections.filter(({ id }) => id === path.connectionId)[0]
  if (found) return found
  const problem = 'There is no connection at this address: copy the SCIM Base URL from the SCIM tab'
  noting(() => noteProblem(ports, STRAY, problem))
  throw new ScimError(404, problem)
}

function authenticateAndNote(
  { exchange, startedAt }: Journey,
  connection: Connection,
  ports: Ports,
): void {
  try {
    const token = authenticate(exchange, connection, ports)
    noting(() => noteUse(ports, connection.id, token.id, startedAt))
  } catch (error) {
    if (error instanceof ScimError && error.status === 401)
      noting(() => noteProblem(ports, connection.id, error.detail))
    throw error
  }
}

/** A right token at a path that SCIM does not have is a set-up mistake, which the waiting line names, and no success yet. */
function readAndNote(
  { exchange, path, startedAt }: Journey,
  connection: Connection,
  ports: Ports,
): ScimRequest {
  let isElsewhere = false
  try {
    return readRequest(exchange, path.rest)
  } catch (error) {
    isElsewhere = error instanceof ScimError && error.status === 404
    throw error
  } finally {
    noting(() =>
      isElsewhere
        ? noteProblem(ports, connection.id, wrongPath(path.rest, scimBaseUrl(ports, connection.id)))
        : noteSuccess(ports, connection.id, startedAt),
    )
  }
}

function wrongPath(rest: string, baseUrl: string): string {
  return `The token is right, but the provider asked for ${shown(rest)} behind the base URL, where only /Users, /Groups and their like are. The base URL is ${baseUrl}: copy it again`
}

/** Notes for the waiting line; an exchange never fails by them. */
function noting(note: () => void): void {
  try {
    note()
  } catch {
    return
  }
}
