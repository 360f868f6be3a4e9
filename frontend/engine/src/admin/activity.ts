import type { ActivityDetail, ActivityEntry } from '@settings'
import { valueOf, type AdminAnswer, type AdminRequest } from './admin-context'
import { AdminError, unknownConnection } from './admin-error'
import { deedOf } from './deeds'

const USUAL = 50
const MOST = 500

/** GET /activity?connection={id}&count={n}: the newest first. */
export function listActivity({ ports, query }: AdminRequest): AdminAnswer {
  const connection = query['connection'] ?? ''
  if (!/^[a-z0-9]{0,40}$/.test(connection)) throw unknownConnection()
  const lines = ports.activity.latest(connection, countOf(query['count']))
  return { status: 200, body: { entries: lines.map(entryOf).filter(isEntry) } }
}

/** GET /activity/{ref} */
export function showActivity(request: AdminRequest): AdminAnswer {
  const text = request.ports.activity.detail(valueOf(request, 'ref'))
  if (text === undefined) throw new AdminError(404, 'This entry is no longer kept')
  return { status: 200, body: JSON.parse(text) as ActivityDetail }
}

function countOf(text: string | undefined): number {
  const count = /^[0-9]{1,6}$/.test(text ?? '') ? Number(text) : USUAL
  return Math.min(Math.max(count, 1), MOST)
}

/** A line that a crash cut short is left out. */
function entryOf(line: string): ActivityEntry | undefined {
  try {
    const entry = JSON.parse(line) as Omit<ActivityEntry, 'deed'>
    return Object.assign({}, entry, { deed: deedOf(entry) })
  } catch {
    return undefined
  }
}

function isEntry(entry: ActivityEntry | undefined): entry is ActivityEntry {
  return entry !== undefined
}
