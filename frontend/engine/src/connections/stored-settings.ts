import { readSettings, writeSettings, type Settings } from '@settings'
import { unavailable } from '../scim-error'
import type { Ports } from '../ports/ports'

const KEY = 'scim.settings'

/** The settings document as it stands in Crowd. A reader keeps the last parsed text, so that an unchanged one costs nothing. */
export interface StoredSettings {
  /** May be two seconds old. Throws a ScimError 503 if the document can't be read. */
  current(): Settings
  /** As stored now, for the admin page: what it changed on one node it must see on another. */
  fresh(): Settings
  /** Reads afresh, changes and writes, under the lock `settings`. What `change` throws is thrown on; nothing is written then. */
  change<T>(change: (settings: Settings) => Changed<T>): T
}

export interface Changed<T> {
  readonly settings: Settings
  readonly result: T
}

export function storedSettings(ports: Ports): StoredSettings {
  let knownText: string | undefined
  let known: Settings | undefined
  const parsed = (text: string | undefined): Settings => {
    if (known && text === knownText) return known
    known = parse(text)
    knownText = text
    return known
  }
  return {
    current: () => parsed(ports.settings.read(KEY)),
    fresh: () => parsed(ports.settings.readFresh(KEY)),
    change: (change) =>
      ports.locks.holding(['settings'], () => {
        const { settings, result } = change(parsed(ports.settings.readFresh(KEY)))
        ports.settings.write(KEY, writeSettings(settings))
        return result
      }),
  }
}

function parse(text: string | undefined): Settings {
  const read = readSettings(text)
  if ('value' in read) return read.value
  const problems = read.issues.map((issue) => (issue.path ? issue.path + ': ' : '') + issue.message)
  throw unavailable(
    'SCIM for Crowd cannot read its settings. ' + problems.slice(0, 3).join('; '),
    300,
  )
}
