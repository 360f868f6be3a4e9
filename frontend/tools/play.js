'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { inTop, runMain, top, Refusal } = require('./run.js')
const { readArguments, readChoice, readNumber } = require('./arguments.js')
const { arrivals } = require('./arrivals.js')
const { emptyTarget } = require('./demo-target.js')
const { replay } = require('./replay.js')
const { defaultHome } = require('./stand-in.js')

const recordings = 'frontend/engine/test/exchanges'
const usage =
  'npm run play -- <miniorange|entra|okta|onelogin|custom> [--users 50]\n' +
  '             [--home <folder of npm start> | --base <SCIM base URL> --token <token>]'

/** @typedef {import('./replay.js').Send} Send */
/** @typedef {import('./replay.js').Recording} Recording */
/** @typedef {import('./demo-target.js').Started & { scimToken: string }} Started */

/**
 * @typedef {object} Play
 * @property {string} client a folder of recordings
 * @property {number} users how many users to make instead of playing the recordings; 0 plays them
 * @property {{ base: string, token: string } | undefined} at undefined for what `npm start` has written
 * @property {string} home absolute folder where `npm start` has written it
 */

/** Folders of clients: `hostile` is no client to watch. */
const clients = () =>
  fs.readdirSync(inTop(recordings)).filter((name) => filesOf(name).length > 0 && name !== 'hostile')

/** @param {string} client @returns {readonly string[]} */
function filesOf(client) {
  const folder = inTop(`${recordings}/${client}`)
  if (!fs.statSync(folder).isDirectory()) return []
  return fs.readdirSync(folder).filter((name) => name.endsWith('.json'))
}

/** @param {readonly string[]} args @returns {Play} */
function readPlay(args) {
  const options = /** @type {const} */ ({
    users: { type: 'string', default: '0' },
    base: { type: 'string' },
    token: { type: 'string' },
    home: { type: 'string', default: defaultHome },
  })
  const { values, positionals } = readArguments(args, options, usage)
  const [client] = positionals
  const { base, token } = values
  if (client === undefined) throw new Refusal(usage)
  if ((base === undefined) !== (token === undefined))
    throw new Refusal(`--base and --token go together\n\n${usage}`)
  return {
    client: readChoice(client, 'client', clients()),
    users: readNumber(values.users, 'users', 0, 100_000),
    home: path.resolve(top, values.home),
    at:
      base === undefined || token === undefined
        ? undefined
        : { base: base.replace(/\/+$/, ''), token },
  }
}

/**
 * What the last `npm start` wrote down.
 *
 * @param {string} home
 * @returns {Started}
 * @throws {Refusal} when there was none, or it has no demo connection
 */
function startedIn(home) {
  const started = descriptionIn(home)
  if (started.scimBaseUrl && started.scimToken) return /** @type {Started} */ (started)
  throw new Refusal(
    `Nothing was started here (${home}): npm start first, or give --home, or --base and --token\n\n${usage}`,
  )
}

/** @param {string} home @returns {Partial<Started>} */
function descriptionIn(home) {
  try {
    return JSON.parse(fs.readFileSync(path.join(home, 'dev-host.json'), 'utf8'))
  } catch {
    return {}
  }
}

/** @param {{ base: string, token: string }} at @returns {Send} */
function sendTo({ base, token }) {
  return async ({ method, path, query, headers, body }) => {
    const address = `${base}${path}${query ? `?${query}` : ''}`
    const answer = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/scim+json',
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }).catch((error) => {
      throw new Refusal(`${base} does not answer: ${error.cause?.message ?? error.message}`)
    })
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    }
  }
}

/** What was sent and how it was answered; `!` marks an answer that the recording does not have. @param {import('./replay.js').Played} played */
function lineOf({ step, request, answer, milliseconds, difference }) {
  const mark = difference === undefined ? ' ' : '!'
  const sent = `${request.method.padEnd(6)} ${addressOf(request)}`
  return `${mark} ${String(answer.status)} ${`${milliseconds} ms`.padStart(8)}  ${sent.padEnd(50)}  ${step.name}`
}

/** @param {import('./replay.js').Request} request */
function addressOf({ path, query }) {
  const address = query ? `${path}?${query}` : path
  return address.length > 120 ? `${address.slice(0, 119)}…` : address
}

/**
 * Why the connection cannot be played on, in one line.
 *
 * @param {number} status
 * @param {string} body
 */
function problemOf(status, body) {
  try {
    const { detail } = JSON.parse(body)
    if (typeof detail === 'string') return `It answers ${status}: ${detail}`
  } catch {
    // Not SCIM: said below.
  }
  return `It answers ${status}, and not as SCIM does: is this the SCIM base URL?`
}

/**
 * Users and groups of the connection, as its client sees them.
 *
 * @param {Send} send
 * @returns {Promise<readonly string[]>} paths, `/Users/42`; at most a page of each
 */
async function resourcesOf(send) {
  const lists = ['/Groups', '/Users'].map(async (path) => {
    const { status, body } = await send({ method: 'GET', path, query: 'count=500&attributes=id' })
    const { Resources } = listOf(status, String(body))
    return Resources.map((/** @type {{ id: string }} */ { id }) => `${path}/${id}`)
  })
  return (await Promise.all(lists)).flat()
}

/**
 * @param {number} status
 * @param {string} body
 * @returns {{ Resources: readonly { id: string }[] }}
 * @throws {Refusal} when it is no list
 */
function listOf(status, body) {
  try {
    const list = JSON.parse(body)
    if (status === 200 && typeof list.totalResults === 'number')
      return { Resources: list.Resources ?? [] }
  } catch {
    // Not SCIM: said below.
  }
  throw new Refusal(problemOf(status, body))
}

/**
 * A recording begins with an empty connection. What an earlier play left in the demo connection is taken away; elsewhere
 * that is not ours to do.
 *
 * @param {Send} send
 * @param {Started | undefined} demo
 */
async function makeEmpty(send, demo) {
  const before = await resourcesOf(send)
  if (before.length > 0 && !demo)
    throw new Refusal(
      'This connection has users or groups already: play on a new one, or use --users',
    )
  for (let left = before; left.length > 0; left = await resourcesOf(send))
    for (const path of left) await send({ method: 'DELETE', path })
  const hadLeft = demo ? await emptyTarget(demo) : false
  if (before.length > 0 || hadLeft) console.log('taken away: what an earlier play left')
}

/**
 * Those that a connection plays as it is: some need rules that are set otherwise.
 *
 * @param {string} client @returns {readonly Recording[]}
 */
function recordingsOf(client) {
  const read = (/** @type {string} */ name) =>
    fs.readFileSync(inTop(`${recordings}/${client}/${name}`), 'utf8')
  return filesOf(client)
    .map((name) => JSON.parse(read(name)))
    .filter(({ settings }) => settings?.userSync === undefined)
}

/** @param {Recording} recording @param {Send} send @param {{ base: string, token: string }} at */
async function playOne(recording, send, { base, token }) {
  console.log(recording.title)
  const variables = { scimBaseUrl: base, connection: base.split('/').at(-2) ?? '', token }
  const onStep = (/** @type {import('./replay.js').Played} */ played) => console.log(lineOf(played))
  await replay(recording, send, { variables, onStep }).catch((error) => {
    throw error instanceof Refusal ? error : new Refusal(error.message)
  })
}

/** @param {Send} send @param {Play} play @param {{ base: string, token: string }} at */
async function playArrival(send, { client, users }, at) {
  await resourcesOf(send)
  const steps = arrivals(users, Date.now().toString(36).slice(-4))
  await playOne({ client, title: `${users} users arrive`, evidence: '', steps }, send, at)
}

async function main() {
  const play = readPlay(process.argv.slice(2))
  const demo = play.at ? undefined : startedIn(play.home)
  const at = play.at ?? { base: demo?.scimBaseUrl ?? '', token: demo?.scimToken ?? '' }
  const send = sendTo(at)
  if (play.users > 0) return playArrival(send, play, at)
  for (const recording of recordingsOf(play.client).slice(0, demo ? undefined : 1)) {
    await makeEmpty(send, demo)
    await playOne(recording, send, at)
  }
}

if (require.main === module) runMain(main)

module.exports = { readPlay, startedIn, lineOf, problemOf }
