'use strict'

/**
 * What the figures are measured by.
 *
 * @typedef {import('./passes.js').Row} Row
 *
 * @typedef {object} Verdict
 * @property {string} goal
 * @property {number} most
 * @property {number} ratio
 * @property {boolean} met
 */

/** Operations that are to be near the floor, by how their names begin. */
const nearFloor = ['create a user', 'read a user', 'PATCH a user', 'add one member']
const mostOfFloor = 1.5

/** Operations that are to be as fast in a large directory as in a small one. */
const flat = [
  { name: 'userName eq', most: 1.3 },
  { name: 'externalId eq', most: 1.3 },
  { name: 'page of 100', most: 2 },
  { name: 'page of 100, no groups', most: 2 },
]
const mostOfLargeGroup = 1.3

/** @param {Row} row */
const floorRatio = ({ app, floor }) => app.p50 / floor.p50

/** Whether a row has a goal of its own, and the most that it allows. @param {Row} row @returns {number | undefined} */
function floorGoal({ name, clients }) {
  return clients === 1 && nearFloor.some((start) => name.startsWith(start))
    ? mostOfFloor
    : undefined
}

/** @param {string} goal @param {number} most @param {number} ratio @returns {Verdict} */
const verdict = (goal, most, ratio) => ({ goal, most, ratio, met: ratio <= most })

/** All goals that can be told from these rows. @param {readonly Row[]} rows @returns {readonly Verdict[]} */
function verdicts(rows) {
  const alone = rows.filter(({ clients }) => clients === 1)
  return [
    ...alone.flatMap(toFloor),
    ...flat.flatMap((one) => bySize(alone, one)),
    ...byGroup(alone),
  ]
}

/** @param {Row} row */
function toFloor(row) {
  const most = floorGoal(row)
  if (most === undefined) return []
  return [verdict(`${row.name}, ${row.users} users : floor`, most, floorRatio(row))]
}

/** @param {readonly Row[]} alone @param {{ name: string, most: number }} wanted */
function bySize(alone, { name, most }) {
  const own = alone.filter((row) => row.name === name)
  const first = own[0]
  return own
    .slice(1)
    .map((row) =>
      verdict(
        `${name}, ${row.users} : ${first?.users} users`,
        most,
        row.app.p50 / (first?.app.p50 ?? NaN),
      ),
    )
}

/** The largest group against the smallest, in the largest directory. @param {readonly Row[]} alone */
function byGroup(alone) {
  const users = Math.max(...alone.map((row) => row.users))
  const adding = alone.filter((row) => row.users === users && row.name.startsWith('add one member'))
  const [first, last] = [adding[0], adding[adding.length - 1]]
  if (!first || !last || first === last) return []
  return [verdict(`${last.name} : ${first.name}`, mostOfLargeGroup, last.app.p50 / first.app.p50)]
}

module.exports = { floorGoal, floorRatio, verdicts }
