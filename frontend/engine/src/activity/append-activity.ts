import type { ActivityDetail, ActivityEntry } from '@settings'
import type { Answer, Exchange } from '../exchange'
import type { Ports } from '../ports/ports'
import { cutToBytes, cutToCharacters, mostBytes } from './bytes'
import { redactBody, redactQuery, redactSentence } from './redact'

/** What the door knows of an exchange when it is over. */
export interface Outcome {
  /** '' where the path names no connection. */
  readonly connectionId: string
  /** False for a sender without a valid token: nothing is kept but one short line. */
  readonly isAuthenticated: boolean
  /** Path within the connection. */
  readonly resource: string
  readonly name: string
  readonly changed: string
  readonly problem: string
  /** Milliseconds since 1970, UTC. */
  readonly startedAt: number
}

/** Largest summary line, in bytes (port `ActivityPort`). */
const SUMMARY_BYTES = 400
/** Most that is kept of a path that came without a valid token. */
const STRANGERS_PATH_BYTES = 200
/** Largest request or answer in the detail, in characters of its JSON form, which are 60 KB at most. */
const BODY_CHARACTERS = 20 * 1024

/** Headers worth showing; the rest is noise, or a secret. */
const shownHeaders = ['user-agent', 'content-type', 'accept', 'prefer']

/** Keeps one exchange in Activity. Never throws: an answer matters more than its record. */
export function appendActivity(
  ports: Ports,
  exchange: Exchange,
  answer: Answer,
  outcome: Outcome,
): void {
  try {
    const summary = summaryLine(entryOf(exchange, answer, outcome, ports.clock.now()))
    ports.activity.append(
      outcome.connectionId,
      summary,
      outcome.isAuthenticated ? JSON.stringify(detailOf(exchange, answer)) : '',
    )
  } catch {
    return
  }
}

/** As it is stored: the port adds `ref`, and `deed` is said anew each time. */
type Entry = Omit<ActivityEntry, 'ref' | 'deed'>

function entryOf(exchange: Exchange, answer: Answer, outcome: Outcome, now: number): Entry {
  return {
    at: outcome.startedAt,
    connection: outcome.connectionId,
    by: exchange.administrator ?? '',
    method: exchange.method,
    resource: pathOf(outcome),
    name: outcome.name,
    status: answer.status,
    changed: outcome.changed,
    problem: redactSentence(outcome.problem),
    milliseconds: now - outcome.startedAt,
    correlationId: exchange.id,
  }
}

/** A stranger's path is cut short: he must not push out what others have done. */
function pathOf({ resource, isAuthenticated }: Outcome): string {
  return isAuthenticated ? resource : cutToBytes(resource, STRANGERS_PATH_BYTES)
}

/** The entry as one line of JSON of at most 400 bytes; the longest texts are cut first. */
export function summaryLine(entry: Entry): string {
  const whole = JSON.stringify(entry)
  if (mostBytes(whole) <= SUMMARY_BYTES) return whole
  for (let most = SUMMARY_BYTES; most > 4; most = Math.floor(most * 0.8)) {
    const line = JSON.stringify(withTexts(entry, most))
    if (mostBytes(line) <= SUMMARY_BYTES) return line
  }
  return JSON.stringify(withTexts(entry, 4))
}

function withTexts(entry: Entry, most: number): Entry {
  return {
    ...entry,
    by: cutToBytes(entry.by, most),
    method: cutToBytes(entry.method, 8),
    resource: cutToBytes(entry.resource, most),
    name: cutToBytes(entry.name, most),
    changed: cutToBytes(entry.changed, most),
    problem: cutToBytes(entry.problem, most),
  }
}

function detailOf(exchange: Exchange, answer: Answer): ActivityDetail {
  return {
    request: cutToCharacters(requestText(exchange), BODY_CHARACTERS),
    answer: cutToCharacters(answerText(answer), BODY_CHARACTERS),
  }
}

function requestText(exchange: Exchange): string {
  const query = exchange.query === '' ? '' : '?' + redactQuery(exchange.query)
  const lines = [exchange.method + ' ' + exchange.path + query, 'from ' + exchange.remoteAddress]
  for (const name of shownHeaders)
    if (exchange.headers[name]) lines.push(name + ': ' + exchange.headers[name])
  return lines.concat('', redactBody(exchange.body)).join('\n').trim()
}

function answerText(answer: Answer): string {
  const body = answer.body
    .map((part) => (typeof part === 'string' ? part : '"(the members)"'))
    .join('')
  return (String(answer.status) + '\n\n' + redactBody(body)).trim()
}
