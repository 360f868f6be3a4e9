'use strict'

/**
 * @typedef {object} Figures
 * @property {number} requests
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p99
 */

/**
 * Sends the requests 0 and on, so many clients at once, until all are sent or the seconds are over.
 *
 * @param {{ clients: number, turns: number, seconds: number }} bounds
 * @param {(number: number) => Promise<void>} send
 * @param {(number: number) => Promise<void>} [before] each request, and not timed: for one client only
 * @returns {Promise<Figures>}
 */
async function measure({ clients, turns, seconds }, send, before = () => Promise.resolve()) {
  /** @type {number[]} */
  const times = []
  const start = performance.now()
  const isOver = () => performance.now() - start >= seconds * 1000
  let next = 0
  const client = async () => {
    for (let number = next++; number < turns && !(number > 0 && isOver()); number = next++) {
      await before(number)
      const sent = performance.now()
      await send(number)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const elapsed = performance.now() - start
  return figuresOf(times, (clients === 1 ? sum(times) : elapsed) / 1000)
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/** @param {readonly number[]} times milliseconds @param {number} seconds @returns {Figures} */
function figuresOf(times, seconds) {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (/** @type {number} */ share) =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
  return {
    requests: sorted.length,
    perSecond: sorted.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
  }
}

module.exports = { measure, figuresOf }
