'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { readArguments, readNumber } = require('../../tools/arguments.js')
const { requireTools } = require('../../tools/requirements.js')
const { inTop, runMain, Refusal } = require('../../tools/run.js')
const { prepare } = require('../../tools/steps.js')
const standIn = require('../../tools/stand-in.js')
const { openAdminApi } = require('../../tools/console-session.js')
const { makeConnection } = require('../../tools/demo.js')
const { openClient } = require('./client.js')
const { makeCompany } = require('./company.js')
const { operationsFor } = require('./operations.js')
const { measureOperation, warmUp } = require('./passes.js')
const { documentOf, line, soakLines, title, verdictLines } = require('./report.js')
const { soak } = require('./soak.js')
const { openView } = require('./stand-in-view.js')

const usage = `npm run bench -- [options]

Speed and cost of the app in the stand-in, over HTTP, beside a floor: a servlet that makes the same calls of Crowd's
managers and writes the same bytes. Directories are filled by SQL with copies of what the app made.

  --users 1000,10000,100000   sizes of directories; 1000,10000 if not given
  --only <words>              operations whose names hold these words
  --database <jdbc address>   PostgreSQL, or an H2 of yours; an H2 file if not given
  --seconds 3                 the most that a pass takes
  --requests 300              the most that a pass sends
  --soak 30m                  lets users come and go for so long, and tells what has grown
  --out docs/benchmarks.md    writes what was measured`

const groupSizes = [10, 1000, 10_000, 100_000]
const mostClients = 16
const warmUpSeconds = 2

/** @typedef {import('./passes.js').Place} Place */
/** @typedef {import('./passes.js').Row} Row */
/** @typedef {ReturnType<typeof readBench>} Wanted */

/** @param {readonly string[]} args */
function readBench(args) {
  const options = /** @type {const} */ ({
    users: { type: 'string', default: '1000,10000' },
    only: { type: 'string', default: '' },
    database: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '300' },
    soak: { type: 'string', default: '0m' },
    out: { type: 'string' },
  })
  const { values } = readArguments(args, options, usage)
  return {
    sizes: values.users.split(',').map((text) => readNumber(text, 'users', 100, 100_000)),
    only: values.only,
    database: values.database,
    bounds: {
      seconds: readNumber(values.seconds, 'seconds', 1, 600),
      most: readNumber(values.requests, 'requests', 1, 100_000),
    },
    soakMinutes: readNumber(values.soak.replace(/m$/, ''), 'soak', 0, 24 * 60),
    out: values.out,
  }
}

/**
 * A connection with source and target of that size.
 *
 * @param {{ crowdUrl: string, api: import('../../tools/console-session.js').AdminApi }} crowd
 * @param {number} users
 * @returns {Promise<Place & { seconds: number, close: () => void }>}
 */
async function openPlace({ crowdUrl, api }, users) {
  // A database that is kept has those of earlier runs.
  const appName = `Bench ${users} ${new Date().toISOString()}`
  const names = { appName, directory: `${appName} directory`, application: '' }
  const connection = await makeConnection(api, names)
  const directories = await directoriesOf(api, connection.connectionId)
  const view = openView(crowdUrl)
  const app = openClient(connection, mostClients)
  const floor = openClient(
    { ...connection, scimBaseUrl: `${crowdUrl}/stand-in/floor` },
    mostClients,
  )
  const start = Date.now()
  const company = await makeCompany(app.send, view.database, directories, { users, groupSizes })
  const seconds = Math.round((Date.now() - start) / 1000)
  const close = () => [app, floor].forEach((client) => client.close())
  return { company, view, app: app.send, floor: floor.send, seconds, close }
}

/** Source and target. @param {import('../../tools/console-session.js').AdminApi} api @param {string} id */
async function directoriesOf(api, id) {
  const { connections } = await api('GET', '/overview')
  const connection = connections.find((/** @type {any} */ one) => one.id === id)
  return [Number(connection.source.id), Number(connection.target.id)]
}

/**
 * All operations. One that is refused is told, and the others are measured all the same.
 *
 * @param {Place} place
 * @param {Wanted} wanted
 * @returns {Promise<{ rows: readonly Row[], failures: readonly string[] }>}
 */
async function benchPlace(place, { only, bounds }) {
  const operations = operationsFor(place.company).filter(({ name }) => name.includes(only))
  if (operations.length === 0) throw new Refusal(`--only ${only}: no operation has such a name`)
  for (const operation of operations.filter(({ turns }) => turns >= mostClients))
    await warmUp(place, operation, { ...bounds, seconds: warmUpSeconds })
  console.log(title)
  /** @type {Row[]} */
  const rows = []
  const failures = []
  for (const operation of operations)
    try {
      const measured = await measureOperation(place, operation, bounds)
      for (const row of measured) console.log(line(row))
      rows.push(...measured)
    } catch (error) {
      failures.push(failureOf(operation.name, place.company.users, error))
      console.log(failures.at(-1))
    }
  return { rows, failures }
}

/** @param {string} name @param {number} users @param {unknown} error */
function failureOf(name, users, error) {
  return `${name}, ${users} users: not measured: ${error instanceof Error ? error.message : error}`
}

/** @param {Wanted} wanted @param {string} crowdUrl @param {import('../../tools/console-session.js').AdminApi} api */
async function benchAll(wanted, crowdUrl, api) {
  /** @type {Row[]} */
  const rows = []
  /** @type {string[]} */
  const failures = []
  const filled = []
  /** @type {import('./soak.js').Soak | undefined} */
  let soaked
  for (const users of wanted.sizes) {
    const place = await openPlace({ crowdUrl, api }, users)
    try {
      filled.push({ users, seconds: place.seconds })
      console.log(`\n${users} users, filled in ${place.seconds} s`)
      const measured = await benchPlace(place, wanted)
      rows.push(...measured.rows)
      failures.push(...measured.failures)
      if (wanted.soakMinutes > 0 && !soaked) soaked = await soakPlace(place, wanted.soakMinutes)
    } finally {
      place.close()
    }
  }
  return { rows, failures, filled, soak: soaked }
}

/** @param {Place} place @param {number} minutes */
async function soakPlace(place, minutes) {
  console.log(`\nsoak of ${minutes} minutes`)
  const result = await soak(place, minutes, ({ minute, figures, heap }) =>
    console.log(
      `${minute.toFixed(1)} min: ${figures.requests} requests, p50 ${figures.p50.toFixed(2)} ms, heap ${heap.toFixed(1)} MB`,
    ),
  )
  for (const text of soakLines(result)) console.log(text)
  return result
}

/** @param {number} load @param {number} processors */
const loadOf = (load, processors) =>
  load.toFixed(1) +
  (load > processors ? ': others were at work, times are too long, ratios uneven' : '')

/** @param {Wanted} wanted @returns {readonly (readonly [string, string])[]} */
function factsOf({ database, bounds, sizes }) {
  const git = (/** @type {readonly string[]} */ ...args) =>
    spawnSync('git', args, { cwd: inTop('.'), encoding: 'utf8' }).stdout.trim()
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr.split('\n')[0] ?? ''
  const changed = git('status', '--porcelain', '--', 'frontend', 'plugin-java') !== ''
  const [cpu] = os.cpus()
  return [
    ['commit', git('rev-parse', '--short=12', 'HEAD') + (changed ? ', with changes' : '')],
    ['date', new Date().toISOString().slice(0, 10)],
    ['machine', `${os.cpus().length} × ${cpu?.model}, ${Math.round(os.totalmem() / 2 ** 30)} GB`],
    ['load before', loadOf(os.loadavg()[0] ?? 0, os.cpus().length)],
    ['system', `${os.type()} ${os.release()}`],
    ['Java', java.replace(/"/g, '')],
    ['Node', process.version],
    ['database', database ? (database.split(/[?;]/)[0] ?? '') : 'H2 file'],
    ['directories', `${sizes.join(', ')} users`],
    ['a pass', `at most ${bounds.most} requests and ${bounds.seconds} s`],
  ]
}

async function main() {
  const wanted = readBench(process.argv.slice(2))
  requireTools()
  await prepare(['packages', 'bundles', 'java'])
  const facts = factsOf(wanted)
  const home = inTop('reports/stand-in-bench')
  fs.rmSync(home, { recursive: true, force: true })
  const { database } = wanted
  const running = await standIn.startStandIn({
    ...{ port: 0, home, servletApi: 'jakarta', quickStart: false },
    ...(database === undefined ? {} : { database }),
  })
  try {
    const api = await openAdminApi(await standIn.installApp(running.crowdUrl))
    const measured = await benchAll(wanted, running.crowdUrl, api)
    console.log('\ngoals, p50 of one client')
    for (const text of verdictLines(measured.rows)) console.log(text)
    if (measured.failures.length > 0) process.exitCode = 1
    if (wanted.out) {
      const notes = fs.readFileSync(path.join(__dirname, 'notes.md'), 'utf8')
      fs.writeFileSync(inTop(wanted.out), documentOf({ facts, ...measured, notes }))
    }
  } finally {
    await running.stop()
  }
}

if (require.main === module) runMain(main)

module.exports = { readBench }
