import type { SessionEnd } from '../fakes/memory-calls'
import type { MemoryConnection, MemoryConnectionOptions, Sent } from '../fakes/memory-connection'
import { atRest } from './at-rest'
import { pairs, prepareTeam, type Pair, type Request } from './walk-pairs'
import { idsOf, start } from './walk-scenarios'

/** So many ways to switch back and forth are walked for each pair; all of them with LONG=1. */
const MOST_WALKED = process.env['LONG'] ? Infinity : 120

/**
 * One request stands still before one of its calls and the other runs; that stands still before one of its own (or runs
 * to its end), the first goes on, and so in turn, each as far as locks let it. Answers and directories are those of one
 * request after the other, in either order.
 */
describe.each(pairs())('interleave walk: $name', (pair) => {
  it.each([
    ['one in other', pair.other, pair.one],
    ['other in one', pair.one, pair.other],
  ])('%s', (_, outer, inner) => {
    const { serial, ends } = walk(pair, outer, inner)
    const expected = serial.map((end) => JSON.stringify(end))
    for (const { at, end } of ends)
      if (!expected.includes(JSON.stringify(end))) expect({ at, end }).toEqual(serial)
    expect(ends.length).toBeGreaterThan(5)
  })
})

describe.each(pairs().filter(({ control }) => control))('without locks: $name', (pair) => {
  it('is seen to go wrong', () => {
    const { serial, ends } = walk(pair, pair.one, pair.other, { withoutLocks: true })
    const expected = serial.map((end) => JSON.stringify(end))
    const wrong = ends.filter(({ end }) => !expected.includes(JSON.stringify(end)))
    expect(wrong.length).toBeGreaterThan(0)
  })
})

/** Answers in the order of the requests, then the directories. */
type Ends = readonly unknown[]

/** The calls before which outer and inner stand still, 1-based; the inner need not. */
type Switch = readonly [outer: number, inner: number | undefined]

function walk(
  pair: Pair,
  outer: Request,
  inner: Request,
  options?: MemoryConnectionOptions,
): {
  readonly serial: readonly Ends[]
  readonly ends: readonly { readonly at: Switch; readonly end: Ends }[]
} {
  const serial = [runInOrder(pair, outer, inner), swapped(runInOrder(pair, inner, outer))]
  const switches = switchesOf(countCalls(pair, outer), countCalls(pair, inner))
  const ends = switches.map((at) => ({ at, end: runSwitched(pair, outer, inner, at, options) }))
  return { serial, ends }
}

/** Each call of the outer with the inner whole; then both, evenly picked where there are too many. */
function switchesOf(outerCalls: number, innerCalls: number): readonly Switch[] {
  const once = numbers(outerCalls).map((outer): Switch => [outer, undefined])
  const twice = numbers(outerCalls).flatMap((outer) =>
    numbers(innerCalls).map((inner): Switch => [outer, inner]),
  )
  const step = Math.max(1, twice.length / MOST_WALKED)
  return [...once, ...twice.filter((_, at) => at % step < 1)]
}

function numbers(last: number): readonly number[] {
  return Array.from({ length: last }, (_, at) => at + 1)
}

interface Prepared {
  readonly connection: MemoryConnection
  send(request: Request): unknown
}

function prepared(pair: Pair, options?: MemoryConnectionOptions): Prepared {
  const connection = start({
    prepare: prepareTeam,
    ...pair,
    request: pair.one,
    options: { ...pair.options, ...options },
  })
  const ids = idsOf(connection)
  const sent = new Map<Request, Sent>([pair.one, pair.other].map((each) => [each, each(ids)]))
  return {
    connection,
    send: (request) => shortAnswer(connection, sent.get(request) as Sent),
  }
}

function shortAnswer(connection: MemoryConnection, sent: Sent): unknown {
  const answer = connection.try(sent)
  return 'detail' in answer ? [answer.status, answer.scimType] : [answer.status]
}

function runInOrder(pair: Pair, first: Request, second: Request): Ends {
  const { connection, send } = prepared(pair)
  return [send(first), send(second), atRest(connection)]
}

function swapped([first, second, directories]: Ends): Ends {
  return [second, first, directories]
}

function countCalls(pair: Pair, request: Request): number {
  const { connection, send } = prepared(pair)
  send(request)
  return connection.world.calls.list().length
}

function runSwitched(
  pair: Pair,
  outer: Request,
  inner: Request,
  [outerStop, innerStop]: Switch,
  options?: MemoryConnectionOptions,
): Ends {
  const { connection, send } = prepared(pair, options)
  const { calls } = connection.world
  const run = (name: string, request: Request, before: SessionEnd<unknown>, stop?: number) =>
    before.kind === 'done' ? before : calls.session(name, before.replies, () => send(request), stop)
  let outerEnd = run('outer', outer, notBegun, outerStop)
  let innerEnd = run('inner', inner, notBegun, innerStop)
  // Each turn brings one of them to its end or to a lock of the other: more turns are a deadlock.
  for (let turn = 0; turn < 4; turn++) {
    outerEnd = run('outer', outer, outerEnd)
    innerEnd = run('inner', inner, innerEnd)
  }
  expect({ at: [outerStop, innerStop], held: connection.world.heldLocks() }).toEqual({
    at: [outerStop, innerStop],
    held: [],
  })
  return [valueOf(outerEnd), valueOf(innerEnd), atRest(connection)]
}

const notBegun: SessionEnd<unknown> = { kind: 'stopped', why: 'has not begun', replies: [] }

function valueOf(end: SessionEnd<unknown>): unknown {
  if (end.kind === 'done') return end.value
  throw new Error('a request came to no end: it ' + end.why)
}
