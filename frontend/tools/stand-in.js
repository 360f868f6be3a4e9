'use strict'

const fs = require('node:fs')
const net = require('node:net')
const path = require('node:path')
const { spawn } = require('node:child_process')
const { inTop, Refusal } = require('./run.js')
const { jdk } = require('./requirements.js')
const { devHostJar, pluginJar } = require('./steps.js')
const { openSession, logIn, uploadApp } = require('./console-session.js')

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

/**
 * @param {string} home
 * @throws {Refusal} when we cannot keep our data there
 */
function requireWritable(home) {
  try {
    fs.mkdirSync(home, { recursive: true })
    const own = ['dev-host.json', 'stand-in.log'].map((name) => path.join(home, name))
    for (const file of [home, ...own.filter((one) => fs.existsSync(one))])
      fs.accessSync(file, fs.constants.W_OK)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    throw new Refusal(`${home} cannot be written (${code}): choose another folder with --home`)
  }
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
 * @throws {Refusal} when the port or the home is used, the home cannot be written, or the stand-in ends before it serves
 */
async function startStandIn(options) {
  if (options.port !== 0 && !(await isFree(options.port))) {
    throw new Refusal(
      `Port ${options.port} is in use. Stop what listens there, or choose another: --port <number>`,
    )
  }
  requireWritable(options.home)
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

module.exports = { administrator, defaultHome, startStandIn, installApp }
