'use strict'

const { administrator } = require('../../tools/stand-in.js')

/**
 * @typedef {object} Cost of one request
 * @property {number} calls of Crowd's managers
 * @property {number} rows read
 *
 * @typedef {(work: () => Promise<any>) => Promise<any>} Watch
 */

const samples = 5

/**
 * What one request costs of Crowd, from the stand-in's count: the mean of some, one after the other.
 *
 * @param {string} crowdUrl
 * @param {(watch: Watch) => Promise<unknown>} request
 * @returns {Promise<Cost>}
 */
async function costOf(crowdUrl, request) {
  const cost = { calls: 0, rows: 0 }
  for (let sample = 0; sample < samples; sample++)
    await request(async (work) => {
      const before = await readTraffic(crowdUrl)
      const result = await work()
      const after = await readTraffic(crowdUrl)
      cost.calls += (after.calls - before.calls) / samples
      cost.rows += (after.rows - before.rows) / samples
      return result
    })
  return cost
}

/** @param {string} crowdUrl @returns {Promise<Cost>} since the stand-in's start */
async function readTraffic(crowdUrl) {
  const { user, password } = administrator
  const basic = Buffer.from(`${user}:${password}`).toString('base64')
  const headers = { Authorization: `Basic ${basic}` }
  const answer = await fetch(`${crowdUrl}/stand-in/traffic`, { headers })
  if (!answer.ok) throw new Error(`/stand-in/traffic: ${answer.status}`)
  return /** @type {Promise<Cost>} */ (answer.json())
}

module.exports = { costOf }
