'use strict'

/**
 * The connection that `npm start` shows, with what was done to have it.
 *
 * @typedef {object} Demo
 * @property {string} connectionId
 * @property {string} scimBaseUrl
 * @property {string} scimToken
 * @property {string} done in one line: which connection it is, and what was done or is wrong with it
 *
 * @typedef {import('./console-session.js').AdminApi} AdminApi
 * @typedef {{ scimBaseUrl?: string, scimToken?: string }} LastStart what an earlier start wrote down
 * @typedef {{ id: string, scimBaseUrl: string, scim: { appName: string, mode: string }, tokens: readonly Token[],
 *   target: { name: string, state: string }, whyNotOtherTarget: string, source: { state: string },
 *   banners: readonly { kind: string, title: string }[] }} View a connection as the admin API shows it
 * @typedef {{ id: string, name: string, expires: number }} Token
 * @typedef {{ appName: string, directory: string, application: string }} Names
 */

/** What a connection that `npm start` makes is called, with its target directory and the application that sees it. */
const demoNames = { appName: 'Demo', directory: 'Demo directory', application: 'demo-jira' }

/** What our own tokens are called: those that may be revoked to make room. */
const tokenName = 'npm start'

/**
 * The demo connection with a token that works: that of an earlier start, whatever became of it, or a new one.
 *
 * @param {AdminApi} api
 * @param {LastStart} last
 * @returns {Promise<Demo>}
 */
async function findOrMakeDemo(api, last) {
  /** @type {{ connections: readonly View[] }} */
  const { connections } = await api('GET', '/overview')
  for (const connection of demosAmong(connections, last)) {
    const demo = await openDemo(api, connection, last.scimToken)
    if (demo) return demo
  }
  return makeDemo(api, connections)
}

/**
 * Those that may be the demo, the likeliest first: an administrator may have renamed it, or changed its directory.
 *
 * @param {readonly View[]} connections
 * @param {LastStart} last
 */
function demosAmong(connections, { scimBaseUrl = '' }) {
  const lastId = scimBaseUrl.split('/').at(-2)
  const signs = [
    (/** @type {View} */ { id }) => id === lastId,
    (/** @type {View} */ { scim }) => isNumbered(scim.appName, demoNames.appName),
    (/** @type {View} */ { target }) => isNumbered(target.name, demoNames.directory),
  ]
  return [...new Set(signs.flatMap((sign) => connections.filter(sign)))]
}

/** Whether a name is that one, or that one with a number behind it. @param {string} name @param {string} plain */
function isNumbered(name, plain) {
  return name.startsWith(plain) && /^( \d+)?$/.test(name.slice(plain.length))
}

/**
 * @param {AdminApi} api
 * @param {View} connection
 * @param {string | undefined} knownToken
 * @returns {Promise<Demo | undefined>} undefined where no token can be made: two of somebody else's are live
 */
async function openDemo(api, connection, knownToken) {
  const isKnown = knownToken && (await isAccepted(connection.scimBaseUrl, knownToken))
  const token = isKnown ? knownToken : await makeToken(api, connection)
  if (token === undefined) return undefined
  const { view, mended } = await mend(api, connection)
  const done = [isKnown ? 'as it was' : 'as it was, with a new token', ...mended, ...refusals(view)]
  return demoOf(view, token, done)
}

/** @param {View} connection @param {string} scimToken @param {readonly string[]} done @returns {Demo} */
function demoOf({ id, scimBaseUrl, scim }, scimToken, done) {
  return { connectionId: id, scimBaseUrl, scimToken, done: `"${scim.appName}", ${done.join('; ')}` }
}

/** Why requests are refused now. @param {View} view */
function refusals({ scim, banners }) {
  return [
    ...(scim.mode === 'paused' ? ['it is paused: requests are answered 503'] : []),
    ...banners.filter(({ kind }) => kind === 'error').map(({ title }) => title),
  ]
}

/** @param {string} scimBaseUrl @param {string} token */
async function isAccepted(scimBaseUrl, token) {
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${scimBaseUrl}/Users?count=0`, { headers })
  await answer.text()
  return answer.status !== 401
}

/**
 * Two tokens may be live: one of ours makes room, somebody else's never does.
 *
 * @param {AdminApi} api
 * @param {View} connection
 * @returns {Promise<string | undefined>} undefined where there is no room
 */
async function makeToken(api, { id, tokens }) {
  const at = `/connections/${id}/tokens`
  const live = tokens.filter(({ expires }) => expires === 0 || expires > Date.now())
  if (live.length >= 2) {
    const ours = live.find(({ name }) => name === tokenName)
    if (!ours) return undefined
    await api('DELETE', `${at}/${ours.id}`)
  }
  return (await api('POST', at, { name: tokenName, expires: 0 })).token
}

/**
 * Directories that were deleted are made anew.
 *
 * @param {AdminApi} api
 * @param {View} connection
 * @returns {Promise<{ view: View, mended: readonly string[] }>}
 */
async function mend(api, connection) {
  let view = connection
  const mended = []
  if (view.source.state === 'missing') {
    view = await api('POST', `/connections/${view.id}/source`)
    mended.push('its source directory was made anew')
  }
  if (['none', 'missing'].includes(view.target.state) && view.whyNotOtherTarget === '') {
    view = await giveTarget(api, view.id, demoNames)
    mended.push(`it has a new target directory, "${view.target.name}"`)
  }
  return { view, mended }
}

/** @param {AdminApi} api @param {readonly View[]} connections */
function makeDemo(api, connections) {
  const taken = connections.map(({ scim }) => scim.appName)
  return makeConnection(api, { ...demoNames, appName: freeName(demoNames.appName, taken) })
}

/**
 * Makes a connection with a target directory of its own, mapped to that application if Crowd has it.
 *
 * @param {AdminApi} api
 * @param {Names} names of the directory: with a number behind it where Crowd has one of that name
 */
async function makeConnection(api, names) {
  const { connection, token } = await api('POST', '/connections', {
    appName: names.appName,
    provider: 'miniorange',
  })
  // Nobody waits for a limit while trying things out.
  const scim = { ...connection.scim, requestsPerSecond: 0, requestsAtOnce: 0 }
  await api('PUT', `/connections/${connection.id}/scim`, scim)
  const view = await giveTarget(api, connection.id, names)
  return demoOf(view, token, [`made now, with the target directory "${view.target.name}"`])
}

/** @param {AdminApi} api @param {string} connection id @param {Names} names @returns {Promise<View>} */
async function giveTarget(api, connection, names) {
  const at = `/connections/${connection}`
  const { directories } = await api('GET', `/directories?connection=${connection}`)
  const taken = directories.map((/** @type {{ name: string }} */ { name }) => name)
  const view = await api('POST', `${at}/target`, {
    kind: 'create',
    name: freeName(names.directory, taken),
    description: 'People and groups of the demo connection',
    nestedGroups: true,
  })
  const { applications } = await api('GET', `${at}/applications`)
  const application = applications.find((/** @type {any} */ one) => one.name === names.application)
  if (application) {
    await api('PUT', `${at}/applications/${application.id}`, { mapped: true, allowAll: true })
  }
  return view
}

/** The name itself, or with a number behind it. @param {string} name @param {readonly string[]} taken in any case */
function freeName(name, taken) {
  const lower = taken.map((one) => one.toLowerCase())
  let free = name
  for (let number = 2; lower.includes(free.toLowerCase()); number++) free = `${name} ${number}`
  return free
}

module.exports = { demoNames, findOrMakeDemo, makeConnection }
