import { createHash } from 'node:crypto'
import { RE2JS } from 're2js'
import type { ActivityPort, Locks, Patterns, Random, SettingsPort } from '../../src/ports/ports'
import { Stopped, type Calls } from './memory-calls'

/** Deterministic: the n-th uuid is always the same. */
export function memoryRandom(): Random {
  let made = 0
  return {
    uuid: () => uuidOf(++made),
    token: () => sha256('token ' + ++made),
    sha256,
  }
}

function uuidOf(number: number): string {
  const digits = number.toString(16).padStart(12, '0')
  return '00000000-0000-4000-8000-' + digits
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * Remembers who holds what. A lock that another session holds stops the asking one; whoever stops keeps what he holds,
 * and finds it held when he runs again.
 */
export function memoryLocks(calls: Calls): Locks & { held(): readonly string[] } {
  const owners = new Map<string, { readonly session: string; depth: number }>()
  /** False for what a session that runs again has given back already before it stopped. */
  const take = (name: string): boolean => {
    const owner = owners.get(name)
    if (owner?.session === calls.current()) {
      owner.depth++
      return true
    }
    if (calls.isReplaying()) return false
    if (owner) throw new Stopped('waits for ' + name)
    owners.set(name, { session: calls.current(), depth: 1 })
    return true
  }
  const release = (name: string, keeps: boolean): void => {
    const owner = owners.get(name)
    if (owner && --owner.depth === 0 && !keeps) owners.delete(name)
  }
  return {
    held: () => Array.from(owners.keys()),
    holding: (names, work) => {
      const taken: string[] = []
      let isStopped = false
      try {
        for (const name of names.slice().sort()) if (take(name)) taken.push(name)
        return work()
      } catch (error) {
        isStopped = error instanceof Stopped
        throw error
      } finally {
        for (const name of taken) release(name, isStopped || calls.isReplaying())
      }
    },
  }
}

/** No locks at all: by these a test shows that it would see what they prevent. */
export const noLocks: Locks & { held(): readonly string[] } = {
  held: () => [],
  holding: (_, work) => work(),
}

export function memorySettings(): SettingsPort {
  const values = new Map<string, string>()
  const read = (key: string): string | undefined => values.get(key)
  return {
    read,
    readFresh: read,
    write: (key, value) => {
      if (key.length > 255) throw new Error('settings key is longer than 255 characters')
      if (value === undefined) values.delete(key)
      else values.set(key, value)
    },
  }
}

/** JSON's own escapes are stepped over: their digits are none. */
function withoutTokens(json: string): string {
  return json.replace(/\\u.{4}|\\.|(?:[0-9a-f]|%3[0-9]|%[46][1-6]){64,}/gi, (found) =>
    found[0] === '\\' ? found : '•••',
  )
}

/** Exchanges as a list; `ref` is the number of the entry. */
export function memoryActivity(): ActivityPort {
  const entries: {
    readonly connection: string
    readonly summary: string
    readonly detail: string
  }[] = []
  return {
    append: (connection, summary, detail) =>
      void entries.push({
        connection,
        summary: withoutTokens(summary),
        detail: withoutTokens(detail),
      }),
    latest: (connection, count) => {
      const found: string[] = []
      for (let at = entries.length - 1; at >= 0 && found.length < count; at--) {
        const entry = entries[at]
        if (!entry || (connection !== '' && entry.connection !== connection)) continue
        found.push(
          JSON.stringify({ ...JSON.parse(entry.summary), ref: entry.detail && String(at) }),
        )
      }
      return found
    },
    detail: (ref) => (/^\d+$/.test(ref) && entries[Number(ref)]?.detail) || undefined,
  }
}

/** RE2 in JavaScript: the same syntax as RE2/J, in linear time. */
export const memoryPatterns: Patterns = {
  problem: (pattern) => {
    try {
      RE2JS.compile(pattern)
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  },
  matches: (pattern, text) => RE2JS.compile(pattern).matches(text),
  replace: (pattern, replacement, text) => {
    const matcher = RE2JS.compile(pattern).matcher(text)
    return matcher.matches() ? matcher.replaceFirst(replacement) : text
  },
}
