'use strict'

const { sendOrFail } = require('./client.js')
const { measure } = require('./measure.js')

/** @typedef {import('./operations.js').Operation} Operation */
/** @typedef {import('./client.js').Send} Send */
/** @typedef {import('./measure.js').Figures} Figures */
/** @typedef {import('./stand-in-view.js').Cost} Cost */

/**
 * @typedef {object} Place where operations are measured
 * @property {import('./company.js').Company} company
 * @property {import('./stand-in-view.js').StandInView} view
 * @property {Send} app
 * @property {Send} floor a recording's name is the path
 *
 * @typedef {object} Bounds
 * @property {number} seconds of a pass
 * @property {number} most requests of a pass
 *
 * @typedef {object} Row an operation by so many clients
 * @property {string} name
 * @property {number} users
 * @property {number} clients
 * @property {Figures} app
 * @property {Figures} floor
 * @property {number} cpu milliseconds of the server's processor time for one request of the app
 * @property {number} floorCpu
 * @property {Cost} cost of one request
 * @property {number} heap megabytes in use afterwards
 */

/** Requests of one kind that are recorded, where any of them can be made again. */
const recordings = 32
const clientCounts = [1, 16]

/** Sends an operation's requests of one pass. @param {Place} place @param {Operation} operation @param {number} turns @param {() => Promise<T>} work @template T */
async function inPass({ company }, operation, turns, work) {
  await operation.prepare?.(company, turns)
  try {
    return await work()
  } finally {
    await operation.restore?.(company)
  }
}

/**
 * Records an operation's requests, one after the other.
 *
 * @param {Place} place
 * @param {Operation} operation
 * @param {number} turns
 * @returns {Promise<Cost>} the mean
 */
function record(place, operation, turns) {
  const { company, view, app } = place
  return inPass(place, operation, turns, async () => {
    const cost = { calls: 0, rows: 0 }
    for (let number = 0; number < turns; number++) {
      if (operation.before) await sendOrFail(app, operation.before(company, number))
      const before = await view.readTraffic()
      await view.record()
      const answer = await sendOrFail(app, operation.request(company, number))
      await view.keepRecording(String(number), answer)
      const after = await view.readTraffic()
      cost.calls += (after.calls - before.calls) / turns
      cost.rows += (after.rows - before.rows) / turns
    }
    return cost
  })
}

/**
 * Measures an operation, the app and the floor in turn.
 *
 * @param {Place} place
 * @param {Operation} operation
 * @param {Bounds} bounds
 * @returns {Promise<readonly Row[]>}
 */
async function measureOperation(place, operation, { seconds, most }) {
  const { company, view, app, floor } = place
  const turns = Math.min(most, operation.turns)
  const recorded = operation.repeats ? Math.min(turns, recordings) : turns
  const cost = await record(place, operation, recorded)
  const ofApp = (/** @type {number} */ number) =>
    sendOrFail(app, operation.request(company, number))
  const ofFloor = (/** @type {number} */ number) =>
    sendOrFail(floor, { ...operation.request(company, number), path: `/${number % recorded}` })
  const { before } = operation
  const prelude =
    before &&
    (async (/** @type {number} */ number) => {
      await sendOrFail(app, before(company, number))
    })

  const rows = []
  for (const clients of clientCounts.filter((one) => one === 1 || (!before && one <= turns))) {
    /** @param {(number: number) => Promise<unknown>} send */
    const pass = (send) =>
      inPass(place, operation, turns, async () => {
        const start = await view.readCpu()
        const each = async (/** @type {number} */ number) => void (await send(number))
        const figures = await measure({ clients, turns, seconds }, each, prelude)
        return { figures, cpu: ((await view.readCpu()) - start) / figures.requests }
      })
    const ofAppPass = await pass(ofApp)
    const ofFloorPass = await pass(ofFloor)
    rows.push({
      ...{ name: operation.name, users: company.users, clients, cost },
      ...{ app: ofAppPass.figures, cpu: ofAppPass.cpu },
      ...{ floor: ofFloorPass.figures, floorCpu: ofFloorPass.cpu },
    })
  }
  await view.forgetRecordings()
  const { heap } = await view.readMemory()
  return rows.map((row) => ({ ...row, heap }))
}

/** Sends some of an operation's requests, so that the Java machine has compiled what it will. @param {Place} place @param {Operation} operation @param {Bounds} bounds */
async function warmUp(place, operation, { seconds, most }) {
  const turns = Math.min(most, operation.turns)
  await inPass(place, operation, turns, () =>
    measure({ clients: 4, turns, seconds }, async (number) => {
      await sendOrFail(place.app, operation.request(place.company, number))
    }),
  )
}

module.exports = { measureOperation, warmUp }
