import { DirectoryError } from '../../src/ports/directory'

/** One call of a directory or of Crowd, as a test sees it. */
export interface Call {
  readonly session: string
  readonly port: string
  readonly method: string
  /** Length of what came back if it was a list, else 1, or 0 for nothing. */
  readonly rows: number
}

/** Where to break off: at the n-th call from now (1-based), before or after it took effect. */
export interface Cut {
  readonly call: number
  readonly when: 'before' | 'after'
  /** Every later call fails too: the node died there. */
  readonly lasts?: true
}

/** Sees every call that the engine makes of Crowd; can break off and can run something else in between. */
export interface Calls {
  /** All calls since the last `clear`. */
  list(): readonly Call[]
  clear(): void
  /** The call of that number fails as `unavailable`, once or from then on. undefined takes the cut away. */
  cutAt(cut: Cut | undefined): void
  /** Runs `work`, which makes no calls, before the call of that number, once. */
  before(call: number, work: () => void): void
  /**
   * Runs `work` under a name of its own: locks belong to a session. What stopped goes on by running again, its first
   * replies played back; `stopBefore` is the call (1-based) before which it stops, keeping its locks.
   */
  session<T>(
    name: string,
    replay: readonly Reply[],
    work: () => T,
    stopBefore?: number,
  ): SessionEnd<T>
  current(): string
  /** True while a session repeats what it has done before: then nobody else has run since. */
  isReplaying(): boolean
  observe<T>(port: string, method: string, call: () => T): T
}

/** What a call gave: replayed when a session that had to wait runs on with what it had already read. */
export type Reply = { readonly value: unknown } | { readonly error: unknown }

export type SessionEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'stopped'; readonly why: string; readonly replies: readonly Reply[] }

/** Thrown where a real thread would wait for a lock, or is to stand still; it keeps its locks. */
export class Stopped extends Error {
  constructor(why: string) {
    super(why)
    Object.setPrototypeOf(this, Stopped.prototype)
  }
}

interface Running {
  readonly name: string
  readonly replay: readonly Reply[]
  readonly replies: Reply[]
  readonly stopBefore: number | undefined
}

export function memoryCalls(): Calls {
  let calls: Call[] = []
  let cut: Cut | undefined
  let running: Running = { name: 'test', replay: [], replies: [], stopBefore: undefined }

  let planned: { readonly call: number; readonly work: () => void } | undefined

  const interrupt = (number: number): void => {
    if (planned?.call !== number) return
    planned.work()
    planned = undefined
  }
  const breakOff = (when: Cut['when'], number: number): void => {
    if (!cut || !isCutHere(cut, when, number)) return
    if (!cut.lasts) cut = undefined
    throw new DirectoryError('unavailable', 'cut ' + when + ' call ' + number)
  }
  return {
    list: () => calls,
    clear: () => {
      calls = []
    },
    cutAt: (next) => {
      cut = next
      calls = []
    },
    before: (call, work) => {
      planned = { call, work }
      calls = []
    },
    current: () => running.name,
    isReplaying: () => running.replies.length < running.replay.length,
    session: (name, replay, work, stopBefore) => {
      const outer = running
      running = { name, replay, replies: [], stopBefore }
      try {
        return { kind: 'done', value: work() }
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
        return { kind: 'stopped', why: error.message, replies: running.replies }
      } finally {
        running = outer
      }
    },
    observe: (port, method, call) => {
      const played = running.replay[running.replies.length]
      if (played) return replayed(running, played)
      if (running.replies.length + 1 === running.stopBefore) throw new Stopped('stands still')
      const number = calls.length + 1
      interrupt(number)
      breakOff('before', number)
      const value = remember(running, call)
      calls.push({ session: running.name, port, method, rows: rowsOf(value) })
      breakOff('after', number)
      return value
    },
  }
}

function isCutHere(cut: Cut, when: Cut['when'], number: number): boolean {
  if (cut.call === number) return cut.when === when
  return cut.lasts === true && number > cut.call
}

function replayed<T>(running: Running, played: Reply): T {
  running.replies.push(played)
  if ('error' in played) throw played.error
  return played.value as T
}

function remember<T>(running: Running, call: () => T): T {
  try {
    const value = call()
    running.replies.push({ value })
    return value
  } catch (error) {
    running.replies.push({ error })
    throw error
  }
}

function rowsOf(value: unknown): number {
  if (Array.isArray(value)) return value.length
  return value === undefined ? 0 : 1
}

/** The same object with every method observed. */
export function observed<T extends object>(calls: Calls, port: string, object: T): T {
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(object)) {
    copy[name] =
      typeof value === 'function'
        ? (...args: readonly unknown[]) =>
            calls.observe(port, name, () => (value as (...all: unknown[]) => unknown)(...args))
        : value
  }
  return copy as T
}
