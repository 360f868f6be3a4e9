import type { Contact } from '@settings'
import type { Ports } from '../ports/ports'

/** A time is written again only after this long (milliseconds), so that a busy client causes no stream of writes. */
const MINUTE = 60000
/** A different problem is written at once, since somebody may be setting up and watch; so many in a minute. */
const MOST_PROBLEMS = 10

const never: Contact = { firstSuccess: 0, lastSuccess: 0, lastProblem: '', lastProblemAt: 0 }

/** Requests for a connection that is not there are noted under this name; no connection has it. */
export const STRAY = '-'

/** As it is stored: with the problems written since `countedFrom`, so that a stranger causes no stream of writes. */
interface StoredContact extends Contact {
  readonly problems?: number
  readonly countedFrom?: number
}

/** The connection's first and last contact, for the line that waits for the first request. */
export function readContact(ports: Ports, connectionId: string): Contact {
  const { firstSuccess, lastSuccess, lastProblem, lastProblemAt } = readStored(ports, connectionId)
  return { firstSuccess, lastSuccess, lastProblem, lastProblemAt }
}

function readStored(ports: Ports, connectionId: string): StoredContact {
  const text = ports.settings.read(seenKey(connectionId))
  if (text === undefined) return never
  try {
    return { ...never, ...(JSON.parse(text) as Partial<StoredContact>) }
  } catch {
    return never
  }
}

/** Notes a request with a right token at an address that we have, at most once a minute. */
export function noteSuccess(ports: Ports, connectionId: string, now: number): void {
  const contact = readStored(ports, connectionId)
  const isNews = contact.lastProblemAt > contact.lastSuccess
  if (isNews || now - contact.lastSuccess >= MINUTE)
    writeContact(ports, connectionId, {
      ...contact,
      firstSuccess: contact.firstSuccess || now,
      lastSuccess: now,
    })
}

/** Notes that the token was used, wherever the request went; at most once a minute. */
export function noteUse(ports: Ports, connectionId: string, tokenId: string, now: number): void {
  if (now - readLastUsed(ports, connectionId, tokenId) >= MINUTE)
    ports.settings.write(usedKey(connectionId, tokenId), String(now))
}

/** Notes what was wrong with a request, for people: the same once a minute, another one at once. */
export function noteProblem(ports: Ports, connectionId: string, lastProblem: string): void {
  const now = ports.clock.now()
  const contact = readStored(ports, connectionId)
  const isSame = contact.lastProblem === lastProblem
  if (isSame && now - contact.lastProblemAt < MINUTE) return
  const { countedFrom = 0, problems = 0 } = contact
  const count =
    now - countedFrom < MINUTE
      ? { countedFrom, problems: problems + 1 }
      : { countedFrom: now, problems: 1 }
  if (count.problems > MOST_PROBLEMS) return
  writeContact(ports, connectionId, { ...contact, ...count, lastProblem, lastProblemAt: now })
}

/** Milliseconds since 1970, UTC, exact to a minute; 0 if the token was never used. */
export function readLastUsed(ports: Ports, connectionId: string, tokenId: string): number {
  return Number(ports.settings.read(usedKey(connectionId, tokenId)) ?? '0') || 0
}

/** Takes away what was noted of a token. */
export function forgetToken(ports: Ports, connectionId: string, tokenId: string): void {
  ports.settings.write(usedKey(connectionId, tokenId), undefined)
}

/** Takes away what was noted of a connection. */
export function forgetContact(ports: Ports, connectionId: string): void {
  ports.settings.write(seenKey(connectionId), undefined)
}

function writeContact(ports: Ports, connectionId: string, contact: StoredContact): void {
  ports.settings.write(seenKey(connectionId), JSON.stringify(contact))
}

function seenKey(connectionId: string): string {
  return 'scim.' + connectionId + '.seen'
}

function usedKey(connectionId: string, tokenId: string): string {
  return 'scim.' + connectionId + '.used.' + tokenId
}
