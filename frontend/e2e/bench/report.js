'use strict'

const { floorGoal, floorRatio, verdicts } = require('./goals.js')

/** @typedef {import('./passes.js').Row} Row */

const titles = [
  'operation',
  'clients',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'calls',
  'rows',
  'heap MB',
  'CPU ms',
  'floor p50',
  'to floor',
  'goal',
]

/** @param {Row} row @returns {readonly string[]} */
function cells(row) {
  const { name, clients, app, floor, cost, heap, cpu } = row
  const counts = clients === 1 ? [cost.calls, cost.rows].map((one) => one.toFixed(1)) : ['', '']
  return [
    name,
    String(clients),
    app.perSecond.toFixed(app.perSecond < 10 ? 1 : 0),
    app.p50.toFixed(2),
    app.p99.toFixed(2),
    ...counts,
    heap.toFixed(0),
    cpu.toFixed(2),
    floor.p50.toFixed(2),
    `×${floorRatio(row).toFixed(2)}`,
    goalOf(row),
  ]
}

/** @param {Row} row */
function goalOf(row) {
  const most = floorGoal(row)
  if (most === undefined) return ''
  return `×${most} ${floorRatio(row) <= most ? 'met' : 'missed'}`
}

const widths = [36, 8, 11, 10, 10, 9, 10, 9, 9, 11, 10, 14]

/** The first to the left, the others to the right. @param {readonly string[]} texts */
const columns = (texts) =>
  texts
    .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
    .join('')
    .trimEnd()

const title = columns(titles)

/** @param {Row} row */
const line = (row) => columns(cells(row))

/** @param {readonly Row[]} rows @returns {readonly string[]} */
const verdictLines = (rows) =>
  verdicts(rows).map(
    ({ goal, most, ratio, met }) =>
      `${goal.padEnd(56)} ×${ratio.toFixed(2)} of ×${most}  ${met ? 'met' : 'missed'}`,
  )

/** @param {readonly (readonly string[])[]} rows the first is the head @returns {readonly string[]} */
function table(rows) {
  const line = (/** @type {readonly string[]} */ texts) => `| ${texts.join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rest.map(line)]
}

/**
 * @typedef {object} Run
 * @property {readonly (readonly [string, string])[]} facts machine, commit and the like
 * @property {readonly Row[]} rows
 * @property {readonly string[]} failures operations that were refused
 * @property {readonly { users: number, seconds: number }[]} filled
 * @property {import('./soak.js').Soak | undefined} soak
 * @property {string} notes Markdown that is not measured
 */

/** `docs/benchmarks.md`. @param {Run} run */
function documentOf({ facts, rows, failures, filled, soak, notes }) {
  return [
    '# Benchmarks',
    '',
    'One run of `npm run bench`, written by it.',
    '',
    ...table([['what', 'value'], ...facts]),
    ...filled.flatMap(({ users, seconds }) => [
      '',
      `## ${users} users`,
      '',
      `Filled by SQL in ${seconds} s.`,
      '',
      ...table([titles, ...rows.filter((row) => row.users === users).map(cells)]),
    ]),
    '',
    '## Goals',
    '',
    ...table([
      ['p50 of one client', 'ratio', 'at most', ''],
      ...verdicts(rows).map(({ goal, most, ratio, met }) => [
        goal,
        `×${ratio.toFixed(2)}`,
        `×${most}`,
        met ? 'met' : '**missed**',
      ]),
    ]),
    ...failures.flatMap((text) => ['', `- ${text}`]),
    ...(soak ? ['', '## Soak', '', ...soakLines(soak)] : []),
    '',
    notes,
  ].join('\n')
}

/** @param {import('./soak.js').Soak} soak @returns {readonly string[]} */
function soakLines({ samples, grown }) {
  return [
    ...table([
      ['minute', 'requests', 'p50 ms', 'p99 ms', 'heap MB', 'threads', 'rows stored'],
      ...samples.map((one) => [
        one.minute.toFixed(1),
        String(one.figures.requests),
        one.figures.p50.toFixed(2),
        one.figures.p99.toFixed(2),
        one.heap.toFixed(1),
        String(one.threads),
        String(one.rows),
      ]),
    ]),
    '',
    grown.length === 0 ? 'Nothing grew: met.' : `Grew: ${grown.join(', ')}: **missed**.`,
  ]
}

module.exports = { title, line, verdictLines, documentOf, soakLines }
