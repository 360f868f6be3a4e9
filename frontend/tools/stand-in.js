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

/**
 * @typedef {object} StandInOptions
 * @property {number} port 0 takes a free one
 * @property {string} home absolute folder for the stand-in's data and log
 * @property {'javax' | 'jakarta'} servletApi
 * @property {string} [database] JDBC address; H2 in the home without it
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
function javaArguments({ port, home, servletApi, database }) {
  const classPath = [inTop(devHostJar), inTop('plugin-java/dev-host/target/lib/*')]
  return [
    '-XX:TieredStopAtLevel=1',
    ...['-cp', classPath.join(path.delimiter), 'org.scimforcrowd.devhost.Main'],
    ...['--port', String(port), '--home', home, '--servlet-api', servletApi],
    ...(database ? ['--database', database] : []),
  ]
}

/**
 * Starts the stand-in and waits until it serves.
 *
 * @param {StandInOptions} options
 * @returns {Promise<StandIn>}
 * @throws {Refusal} when the port is used, or the stand-in ends before it serves
 */
async function startStandIn(options) {
  if (options.port !== 0 && !(await isFree(options.port))) {
    throw new Refusal(
      `Port ${options.port} is in use. Stop what listens there, or choose another: --port <number>`,
    )
  }
  fs.mkdirSync(options.home, { recursive: true })
  const logFile = path.join(options.home, 'stand-in.log')
  const log = fs.createWriteStream(logFile)
  const child = spawn(jdk('java'), javaArguments(options), { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.pipe(log, { end: false })

  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
  const crowdUrl = await new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (data) => {
      log.write(data)
      text += data
      const ready = /^READY (\S+)/m.exec(text)
      if (ready) resolve(ready[1])
    })
    void ended.then((code) => {
      log.end()
      const end = fs.readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
      reject(new Refusal(`The stand-in ended with code ${code}. The end of ${logFile}:\n${end}`))
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
 * @property {string} scimToken
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
 * The demo connection of an earlier start with a token that works, or a new one.
 *
 * @param {import('./console-session.js').AdminApi} api
 * @param {string | undefined} knownToken from the last start
 * @returns {Promise<Demo>}
 */
async function findOrMakeDemo(api, knownToken) {
  const { connections } = await api('GET', '/overview')
  const demo = connections.find((/** @type {any} */ one) => one.scim.appName === demoNames.appName)
  if (!demo) return makeConnection(api, demoNames)
  if (knownToken && (await works(demo.scimBaseUrl, knownToken))) return demoOf(demo, knownToken)
  const made = await api('POST', `/connections/${demo.id}/tokens`, {
    name: 'npm start',
    expires: 0,
  })
  return demoOf(made.connection, made.token)
}

/** @param {string} scimBaseUrl @param {string} token */
async function works(scimBaseUrl, token) {
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${scimBaseUrl}/Users?count=0`, { headers })
  return answer.ok
}

module.exports = {
  administrator,
  demoNames,
  startStandIn,
  installApp,
  makeConnection,
  findOrMakeDemo,
  openAdminApi,
}
