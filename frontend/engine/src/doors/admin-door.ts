import type { Problem } from '@settings'
import { appendActivity } from '../activity/append-activity'
import type { AdminAnswer } from '../admin/admin-context'
import { AdminError } from '../admin/admin-error'
import { readAdminRequest } from '../admin/read-admin-request'
import { issueWords } from '../admin/setting-words'
import type { StoredSettings } from '../connections/stored-settings'
import type { Answer, Exchange } from '../exchange'
import type { Ports } from '../ports/ports'
import { faultOf, refusalOf } from './refusal'

/** Answers one exchange of the admin page. Never throws. What changes something, or fails to, is kept in Activity. */
export function answerAdmin(exchange: Exchange, settings: StoredSettings, ports: Ports): Answer {
  const startedAt = ports.clock.now()
  const result = answerOrRefuse(exchange, settings, ports)
  if (exchange.method !== 'GET')
    appendActivity(ports, exchange, result.answer, {
      connectionId: result.connectionId,
      isAuthenticated: true,
      resource: exchange.path.replace(/^\/api/, ''),
      name: result.appName,
      changed: result.changed,
      problem: result.problem,
      startedAt,
    })
  return result.answer
}

interface Result {
  readonly answer: Answer
  readonly connectionId: string
  readonly appName: string
  readonly changed: string
  readonly problem: string
}

function answerOrRefuse(exchange: Exchange, settings: StoredSettings, ports: Ports): Result {
  try {
    const { route, request } = readAdminRequest(exchange, settings, ports)
    return done(exchange, route.answer(request))
  } catch (error) {
    return refused(exchange, error, settings, ports)
  }
}

function done(exchange: Exchange, answer: AdminAnswer): Result {
  return {
    answer: toJson(exchange, answer.status, answer.body),
    connectionId: answer.about ? answer.about.id : '',
    appName: answer.about ? answer.about.scim.appName : '',
    changed: answer.changed ?? '',
    problem: '',
  }
}

function refused(
  exchange: Exchange,
  error: unknown,
  settings: StoredSettings,
  ports: Ports,
): Result {
  const problem = problemOf(exchange, error, ports)
  const answer = toJson(exchange, problem.status, problem)
  const said = problem.issues.length > 0 ? problem.issues.map(issueWords) : [problem.message]
  const connectionId = /^\/api\/connections\/([a-z0-9]{1,40})/.exec(exchange.path)?.[1] ?? ''
  return {
    answer: problem.status === 500 ? { ...answer, fault: faultOf(error) } : answer,
    connectionId,
    appName: appNameOf(connectionId, settings),
    changed: '',
    problem: said.join('; '),
  }
}

/** '' where no connection has the id, or where the settings cannot be read. */
function appNameOf(connectionId: string, settings: StoredSettings): string {
  if (connectionId === '') return ''
  try {
    const { connections } = settings.current()
    return connections.filter(({ id }) => id === connectionId)[0]?.scim.appName ?? ''
  } catch {
    return ''
  }
}

function problemOf(exchange: Exchange, error: unknown, ports: Ports): Problem {
  const correlationId = exchange.id
  if (error instanceof AdminError) {
    const { status, message, issues } = error
    return { status, message, issues, correlationId }
  }
  const refusal = refusalOf(error, undefined, ports)
  if (refusal) return { status: refusal.status, message: refusal.detail, issues: [], correlationId }
  const message =
    'Something went wrong on our side; Crowd’s log has more under this id: ' + exchange.id
  return { status: 500, message, issues: [], correlationId }
}

function toJson(exchange: Exchange, status: number, body: unknown): Answer {
  return {
    status,
    headers: {
      'Content-Type': 'application/json;charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Correlation-Id': exchange.id,
    },
    body: body === undefined ? [] : [JSON.stringify(body)],
  }
}
