'use strict'

const fs = require('node:fs')
const { inTop, runMain, Refusal } = require('./run.js')
const { readArguments, readChoice, readNumber } = require('./arguments.js')
const { replay } = require('./replay.js')

const recordings = 'frontend/engine/test/exchanges'
const usage = 'npm run play -- miniorange [--users 50] [--base <SCIM base URL> --token <token>]'

/** @typedef {import('./replay.js').Send} Send */
/** @typedef {import('./replay.js').Recording} Recording */

/**
 * @typedef {object} Play
 * @property {string} client a folder of recordings
 * @property {number} users how many users to make instead of playing the recordings; 0 plays them
 * @property {{ base: string, token: string } | undefined} at undefined for what `npm start` has written
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
  })
  const { values, positionals } = readArguments(args, options, usage)
  const { base, token } = values
  if ((base === undefined) !== (token === undefined))
    throw new Refusal(`--base and --token go together\n\n${usage}`)
  return {
    client: readChoice(positionals[0] ?? '', 'client', clients()),
    users: readNumber(values.users, 'users', 0, 100_000),
    at:
      base === undefined || token === undefined
        ? undefined
        : { base: base.replace(/\/+$/, ''), token },
  }
}

/** Where the last `npm start` serves. */
function startedHere() {
  try {
    const { scimBaseUrl, scimToken } = JSON.parse(
      fs.readFileSync(inTop('.stand-in/dev-host.json'), 'utf8'),
    )
    return { base: scimBaseUrl, token: scimToken }
  } catch {
    throw new Refusal(
      `Nothing was started here: npm start first, or give --base and --token\n\n${usage}`,
    )
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

/** @param {import('./replay.js').Played} played */
function lineOf({ step, answer, milliseconds, difference }) {
  const { method, path } = step.request
  const mark = difference === undefined ? ' ' : '!'
  return `${mark} ${String(answer.status)} ${`${milliseconds} ms`.padStart(8)}  ${method.padEnd(6)} ${path.padEnd(18)}  ${step.name}`
}

const schemas = (/** @type {string} */ name) => [`urn:ietf:params:scim:schemas:core:2.0:${name}`]

/**
 * A company that arrives: users, and a group for every ten of them.
 *
 * @param {number} count
 * @returns {Recording['steps']}
 */
function arrivals(count) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return numbers.flatMap((number) => {
    const user = newUser(number)
    return number % 10 === 0 || number === count ? [user, newGroup(number)] : [user]
  })
}

/** @param {number} number */
function newUser(number) {
  const userName = `person${String(number).padStart(5, '0')}`
  const body = {
    schemas: schemas('User'),
    userName,
    name: { givenName: 'Person', familyName: String(number) },
    displayName: `Person ${number}`,
    emails: [{ value: `${userName}@example.org`, type: 'work', primary: true }],
    active: true,
  }
  return {
    name: `create ${userName}`,
    request: { method: 'POST', path: '/Users', body },
    answer: { status: 201 },
    save: { [userName]: 'id' },
  }
}

/** The group of the ten users that end with that number. @param {number} number */
function newGroup(number) {
  const first = Math.floor((number - 1) / 10) * 10 + 1
  const members = Array.from({ length: number - first + 1 }, (_, index) => ({
    value: `{{person${String(first + index).padStart(5, '0')}}}`,
  }))
  const displayName = `team ${Math.ceil(number / 10)}`
  return {
    name: `create ${displayName} with ${members.length} members`,
    request: {
      method: 'POST',
      path: '/Groups',
      body: { schemas: schemas('Group'), displayName, members },
    },
    answer: { status: 201 },
  }
}

/** @param {Play} wanted @returns {readonly Recording[]} */
function recordingsOf({ client, users }) {
  if (users > 0)
    return [{ client, title: `${users} users arrive`, evidence: '', steps: arrivals(users) }]
  return filesOf(client).map((name) =>
    JSON.parse(fs.readFileSync(inTop(`${recordings}/${client}/${name}`), 'utf8')),
  )
}

async function main() {
  const wanted = readPlay(process.argv.slice(2))
  const at = wanted.at ?? startedHere()
  const variables = { scimBaseUrl: at.base, connection: at.base.split('/').at(-2) ?? '' }
  for (const recording of recordingsOf(wanted)) {
    console.log(recording.title)
    await replay(recording, sendTo(at), {
      variables,
      onStep: (played) => console.log(lineOf(played)),
    })
  }
}

if (require.main === module) runMain(main)

module.exports = { readPlay, arrivals, lineOf }
