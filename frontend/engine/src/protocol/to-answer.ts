import type { Answer, Exchange, MemberList } from '../exchange'
import type { ScimAnswer } from './scim-answer'

/** A text that stands in a body where a member list will be; unguessable, since it holds the exchange's id. */
export function memberListMarker(exchangeId: string, n: number): string {
  return `member-list:${exchangeId}:${n}`
}

/** Serialises an answer, with the headers that every answer has. */
export function toAnswer(answer: ScimAnswer, exchange: Exchange): Answer {
  return {
    status: answer.status,
    headers: {
      ...(answer.body === undefined ? {} : { 'Content-Type': contentType(exchange) }),
      'Cache-Control': 'no-store',
      'X-Correlation-Id': exchange.id,
      ...answer.headers,
    },
    body: answer.body === undefined ? [] : withLists(JSON.stringify(answer.body), answer),
  }
}

/** `application/json` only for a client that asks for that and nothing of SCIM's (OneLogin). */
function contentType(exchange: Exchange): string {
  const accept = (exchange.headers['accept'] ?? '').toLowerCase()
  const json = accept.includes('application/json') && !accept.includes('scim+json')
  return (json ? 'application/json' : 'application/scim+json') + ';charset=utf-8'
}

function withLists(text: string, answer: ScimAnswer): readonly (string | MemberList)[] {
  const lists = answer.memberLists ?? {}
  const parts: (string | MemberList)[] = []
  let written = 0
  for (const place of placesOf(Object.keys(lists), text)) {
    parts.push(text.slice(written, place.start), lists[place.marker] as MemberList)
    written = place.end
  }
  return parts.concat(text.slice(written))
}

interface Place {
  readonly marker: string
  readonly start: number
  readonly end: number
}

function placesOf(markers: readonly string[], text: string): readonly Place[] {
  const places: Place[] = []
  for (const marker of markers) {
    const quoted = JSON.stringify(marker)
    const start = text.indexOf(quoted)
    if (start >= 0) places.push({ marker, start, end: start + quoted.length })
  }
  return places.sort((one, other) => one.start - other.start)
}
