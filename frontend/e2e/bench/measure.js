'use strict'

/**
 * @typedef {object} Figures
 * @property {number} requests
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p99
 */

/**
 * Works through the numbers from 0 on, so many at a time.
 *
 * @param {number} workers
 * @param {number} count
 * @param {(number: number) => Promise<void>} work
 */
async function inParallel(workers, count, work) {
  let next = 0
  const worker = async () => {
    for (let number = next++; number < count; number = next++) await work(number)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

/**
 * The time of requests, until there are `most` or the seconds are over.
 *
 * @param {{ workers: number, most: number, seconds: number }} bounds
 * @param {() => Promise<number>} request sends one, gives its milliseconds
 * @returns {Promise<Figures>}
 */
async function measure({ workers, most, seconds }, request) {
  /** @type {number[]} */
  const times = []
  const start = performance.now()
  await inParallel(workers, most, async () => {
    if (performance.now() - start < seconds * 1000) times.push(await request())
  })
  return figuresOf(times, (performance.now() - start) / 1000)
}

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

module.exports = { inParallel, measure, figuresOf }
