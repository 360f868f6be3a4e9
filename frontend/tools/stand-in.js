'use strict'

const fs = require('node:fs')
const net = require('node:net')
const path = require('node:path')
const { spawn } = require('node:child_process')
const { inTop, Refusal } = require('./run.js')
const { jdk } = require('./requirements.js')
const { devHostJar, pluginJar } = require('./steps.js')
const { openSession, logIn, uploadApp, openAdminApi } = require('./console-session.js')

/** Who may log in to the stand-in's console. */
const administrator = { user: 'admin', password: 'admin' }

/** Where a stand-in keeps its data, from the top of the checkout, unless told otherwise. */
const defaultHome = '.stand-in'

/**
 * @typedef {object} StandInOptions
 * @property {number} port 0 takes a free one
 * @property {string} home absolute folder for the stand-in's data and log
 * @property {'javax' | 'jakarta'} servletApi
 * @property {string} [database] JDBC address; H2 in the home without it
 * @property {boolean} [fresh] forget what an earlier start left in the home
 * @property {boolean} [quickStart] false: Java compiles as it would in Crowd, which starts slower and ends faster
 *
 * @typedef {object} StandIn
 * @property {string} crowdUrl
 * @property {string} logFile
 * @property {() => Promise<void>} stop
 * @property {Promise<number>} ended its exit code, once it has ended
 */

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** @param {StandInOptions} options */
function javaArguments({ port, home, servletApi, database, fresh, quickStart = true }) {
  const classPath = [inTop(devHostJar), inTop('plugin-java/dev-host/target/lib/*')]
  return [
    ...(quickStart ? ['-XX:TieredStopAtLevel=1'] : []),
    ...['-cp', classPath.join(path.delimiter), 'org.scimforcrowd.devhost.Main'],
    ...['--port', String(port), '--home', home, '--servlet-api', servletApi],
    ...(database ? ['--database', database] : []),
    ...(fresh ? ['--fresh'] : []),
  ]
}

/** How the stand-in ends when it says in its last line why it does not start. */
const refused = 1

/** @param {number} code @param {string} said */
function refusalOf(code, said) {
  const lines = said.trimEnd().split('\n')
  if (code === refused) return new Refusal(lines.at(-1))
  return new Refusal(`The stand-in ended with code ${code}:\n${lines.slice(-15).join('\n')}`)
}

/**
 * Starts the stand-in and waits until it serves. What it says is in the home's log from then on: before, the home may
 * be somebody else's.
 *
 * @param {StandInOptions} options
 * @returns {Promise<StandIn>}
 * @throws {Refusal} when the port or the home is used, or the stand-in ends before it serves
 */
async function startStandIn(options) {
  if (options.port !== 0 && !(await isFree(options.port))) {
    throw new Refusal(
      `Port ${options.port} is in use. Stop what listens there, or choose another: --port <number>`,
    )
  }
  const logFile = path.join(options.home, 'stand-in.log')
  const child = spawn(jdk('java'), javaArguments(options), { stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {fs.WriteStream | undefined} */
  let log
  let said = ''
  const hear = (/** @type {Buffer} */ data) => {
    if (log) log.write(data)
    else said += data
  }
  child.stderr.on('data', hear)

  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
  const crowdUrl = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      hear(data)
      const ready = log ? null : /^READY (\S+)/m.exec(said)
      if (!ready) return
      log = fs.createWriteStream(logFile)
      log.write(said)
      resolve(ready[1])
    })
    void ended.then((code) => {
      log?.end()
      reject(refusalOf(code, said))
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await ended
    clearTimeout(late)
  }
  return { crowdUrl, logFile, stop, ended }
}

/** Logs in and uploads the app that was built last. @param {string} crowdUrl */
async function installApp(crowdUrl) {
  const session = openSession(crowdUrl)
  await logIn(session, administrator.user, administrator.password)
  await uploadApp(session, path.basename(pluginJar), fs.readFileSync(inTop(pluginJar)))
  return session
}

/**
 * @typedef {object} Demo
 * @property {string} connectionId
 * @property {string} scimBaseUrl
 * @property {string} scimToken '' if none is known
 * @property {string} [note] why requests are refused now, in one line
 */

/** The app name and directory of the connection that `npm start` makes. */
const demoNames = { appName: 'Demo', directory: 'Demo directory', application: 'demo-jira' }

/**
 * Makes a connection with a target directory of its own, mapped to the demo application if Crowd has it.
 *
 * @param {import('./console-session.js').AdminApi} api
 * @param {typeof demoNames} names
 * @returns {Promise<Demo>}
 */
async function makeConnection(api, names) {
  const created = await api('POST', '/connections', {
    appName: names.appName,
    provider: 'miniorange',
  })
  const at = `/connections/${created.connection.id}`
  await api('POST', `${at}/target`, {
    kind: 'create',
    name: names.directory,
    description: 'People and groups of the demo connection',
    nestedGroups: true,
  })
  // Nobody waits for a limit while trying things out.
  const { scim } = created.connection
  await api('PUT', `${at}/scim`, { ...scim, requestsPerSecond: 0, requestsAtOnce: 0 })
  const { applications } = await api('GET', `${at}/applications`)
  const application = applications.find((/** @type {any} */ one) => one.name === names.application)
  if (application) {
    await api('PUT', `${at}/applications/${application.id}`, { mapped: true, allowAll: true })
  }
  return demoOf(created.connection, created.token)
}

/** @param {any} connection @param {string} scimToken @returns {Demo} */
function demoOf(connection, scimToken) {
  return { connectionId: connection.id, scimBaseUrl: connection.scimBaseUrl, scimToken }
}

/**
 * The demo connection of an earlier start with its token, or a new one.
 *
 * @param {import('./console-session.js').AdminApi} api
 * @param {string | undefined} knownToken from an earlier start
 * @returns {Promise<Demo>}
 */
async function findOrMakeDemo(api, knownToken) {
  const { connections } = await api('GET', '/overview')
  const demo = connections.find((/** @type {any} */ one) => one.scim.appName === demoNames.appName)
  if (!demo) return makeConnection(api, demoNames)
  if (!knownToken) return addDemoToken(api, demo)
  const { status, detail } = await tryToken(demo.scimBaseUrl, knownToken)
  if (status === 401) return addDemoToken(api, demo)
  const found = demoOf(demo, knownToken)
  return status < 400 ? found : { ...found, note: `It answers ${status} now: ${detail}` }
}

/** What our own tokens are called: those that may be revoked to make room. */
const tokenName = 'npm start'

/**
 * A new token for the demo connection. Two may be live: one of ours makes room, somebody else's never does.
 *
 * @param {import('./console-session.js').AdminApi} api
 * @param {any} demo the connection as the admin API shows it
 * @returns {Promise<Demo>}
 */
async function addDemoToken(api, demo) {
  const at = `/connections/${demo.id}/tokens`
  const live = demo.tokens.filter(
    (/** @type {any} */ { expires }) => expires === 0 || expires > Date.now(),
  )
  if (live.length >= 2) {
    const ours = live.find((/** @type {any} */ { name }) => name === tokenName)
    const note =
      'Two tokens are live already, and neither is known here: revoke one on the page, and start again'
    if (!ours) return { ...demoOf(demo, ''), note }
    await api('DELETE', `${at}/${ours.id}`)
  }
  const made = await api('POST', at, { name: tokenName, expires: 0 })
  return demoOf(made.connection, made.token)
}

/** @param {string} scimBaseUrl @param {string} token */
async function tryToken(scimBaseUrl, token) {
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${scimBaseUrl}/Users?count=0`, { headers })
  const text = await answer.text()
  return { status: answer.status, detail: detailOf(text) }
}

/** @param {string} text of a SCIM error, or of whatever else answered */
function detailOf(text) {
  try {
    return String(JSON.parse(text).detail)
  } catch {
    return text.slice(0, 200)
  }
}

module.exports = {
  administrator,
  defaultHome,
  demoNames,
  startStandIn,
  installApp,
  makeConnection,
  findOrMakeDemo,
  openAdminApi,
}
