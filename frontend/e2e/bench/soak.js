'use strict'

const { ask } = require('./client.js')
const { figuresOf } = require('./measure.js')
const { groupName, patch, person } = require('./company.js')

/** @typedef {import('./passes.js').Place} Place */

/**
 * @typedef {object} Sample
 * @property {number} minute
 * @property {import('./measure.js').Figures} figures since the sample before
 * @property {number} heap megabytes
 * @property {number} threads
 * @property {number} rows stored of users, groups, attributes, memberships and settings
 *
 * @typedef {object} Soak
 * @property {readonly Sample[]} samples
 * @property {readonly string[]} grown what has grown
 */

const clients = 4
const sampleCount = 10
/** So many users of each client come and go; each is known again when it comes the second time. */
const namesOfClient = 8
const tables = [
  'cwd_user',
  'cwd_user_attribute',
  'cwd_group',
  'cwd_group_attribute',
  'cwd_membership',
  'cwd_property',
]

/** The life of one user. @param {Place} place @param {string} name @param {(request: import('./client.js').Request) => Promise<any>} timed */
async function live({ company }, name, timed) {
  const { id } = await timed({ method: 'POST', path: '/Users', body: person(name) })
  const [path, group] = [`/Users/${id}`, `/Groups/${company.groupId(groupName(10))}`]
  const body = (/** @type {Parameters<typeof patch>} */ ...of) => ({ body: patch(...of) })
  await timed({ method: 'GET', path })
  await timed({ method: 'GET', path: `/Users?filter=userName%20eq%20%22${name}%22` })
  await timed({ method: 'PATCH', path, ...body('replace', 'title', 'Countess') })
  await timed({ method: 'PATCH', path: group, ...body('add', 'members', [{ value: id }]) })
  await timed({ method: 'PATCH', path: group, ...body('remove', `members[value eq "${id}"]`) })
  await timed({ method: 'GET', path: '/Users?count=10' })
  await timed({ method: 'DELETE', path })
}

/**
 * Lets users come and go until the time is over, and looks ten times what has grown.
 *
 * @param {Place} place
 * @param {number} minutes
 * @param {(sample: Sample) => void} heard
 * @returns {Promise<Soak>}
 */
async function soak(place, minutes, heard) {
  /** @type {Sample[]} */
  const samples = []
  const start = performance.now()
  for (let number = 1; number <= sampleCount; number++) {
    const until = start + (number * minutes * 60_000) / sampleCount
    const sample = await sampleUntil(place, until, start)
    samples.push(sample)
    heard(sample)
  }
  return { samples, grown: grownIn(samples) }
}

/** @param {Place} place @param {number} until @param {number} start @returns {Promise<Sample>} */
async function sampleUntil(place, until, start) {
  /** @type {number[]} */
  const times = []
  const began = performance.now()
  const timed = async (/** @type {import('./client.js').Request} */ request) => {
    const sent = performance.now()
    const answer = await ask(place.app, request)
    times.push(performance.now() - sent)
    return answer
  }
  const client = async (/** @type {number} */ own) => {
    for (let turn = 0; performance.now() < until || turn < namesOfClient; turn++)
      await live(place, `soak-${own}-${turn % namesOfClient}`, timed)
  }
  await Promise.all(Array.from({ length: clients }, (_, own) => client(own)))
  const now = performance.now()
  return {
    minute: (now - start) / 60_000,
    figures: figuresOf(times, (now - began) / 1000),
    ...(await place.view.readMemory()),
    rows: await rowsStored(place),
  }
}

/** @param {Place} place */
async function rowsStored({ view }) {
  let rows = 0
  for (const table of tables) {
    const [found] = await view.database.select(`SELECT COUNT(*) AS stored FROM ${table}`)
    rows += Number(found?.['stored'])
  }
  return rows
}

/** What each may be of itself earlier: garbage and noise are not growth. */
const allowed = /** @type {const} */ ({ heap: 1.15, threads: 1.1, rows: 1 })

/**
 * What is more at the end than it was after a fifth of the time; the smallest of two samples each.
 *
 * @param {readonly Sample[]} samples
 * @returns {readonly string[]}
 */
function grownIn(samples) {
  const names = /** @type {(keyof typeof allowed)[]} */ (Object.keys(allowed))
  return names.filter((name) => {
    const least = (/** @type {readonly Sample[]} */ of) => Math.min(...of.map((one) => one[name]))
    return least(samples.slice(-2)) > least(samples.slice(1, 3)) * allowed[name]
  })
}

module.exports = { soak, grownIn }
