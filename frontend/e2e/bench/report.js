'use strict'

/**
 * @typedef {object} Row
 * @property {string} name of the operation
 * @property {number} users
 * @property {number} clients
 * @property {import('./measure.js').Figures} figures
 * @property {import('./traffic.js').Cost} cost
 */

const widths = [36, 8, 10, 9, 9, 8, 8]

/** @param {readonly string[]} cells the first to the left, the others to the right */
const columns = (cells) =>
  cells
    .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    .join('')

const title = columns(['', 'clients', 'requests/s', 'p50 ms', 'p99 ms', 'calls', 'rows'])

/** @param {Omit<Row, 'users'>} row */
function line({ name, clients, figures, cost }) {
  const { perSecond, p50, p99 } = figures
  const counts = clients === 1 ? [cost.calls, cost.rows].map((one) => one.toFixed(1)) : ['', '']
  return columns([
    name,
    String(clients),
    perSecond.toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
    ...counts,
  ]).trimEnd()
}

/**
 * How much longer each operation takes in the largest directory than in the smallest, and in the largest group than in
 * the smallest.
 *
 * @param {readonly Row[]} rows
 * @returns {readonly string[]}
 */
function ratioLines(rows) {
  const alone = rows.filter(({ clients }) => clients === 1)
  const names = [...new Set(alone.map(({ name }) => name))]
  const bySize = names.flatMap((name) => {
    const own = alone.filter((row) => row.name === name)
    const [first, last] = [own[0], own[own.length - 1]]
    if (!first || !last || first === last) return []
    return [ratio(`${name}, ${last.users} : ${first.users} users`, last, first)]
  })
  return ['', 'p50 of one client, larger : smaller', ...bySize, ...groupRatios(alone)]
}

/** @param {readonly Row[]} alone */
function groupRatios(alone) {
  const users = Math.max(...alone.map((row) => row.users))
  const adding = alone.filter((row) => row.users === users && /^add one member/.test(row.name))
  const [first, last] = [adding[0], adding[adding.length - 1]]
  if (!first || !last || first === last) return []
  return [ratio(`${last.name} : ${first.name}`, last, first)]
}

/** @param {string} name @param {Row} larger @param {Row} smaller */
const ratio = (name, larger, smaller) =>
  `${name.padEnd(66)}× ${(larger.figures.p50 / smaller.figures.p50).toFixed(2)}`

module.exports = { title, line, ratioLines }
