'use strict'

const fs = require('node:fs')
const { readArguments, readNumber } = require('../../tools/arguments.js')
const { requireTools } = require('../../tools/requirements.js')
const { inTop, runMain } = require('../../tools/run.js')
const { prepare } = require('../../tools/steps.js')
const standIn = require('../../tools/stand-in.js')
const { ask, openClient } = require('./client.js')
const { makeCompany } = require('./company.js')
const { measure } = require('./measure.js')
const { operationsFor } = require('./operations.js')
const { line, ratioLines, title } = require('./report.js')
const { costOf } = require('./traffic.js')

const usage = `npm run bench -- [--users 1000,10000] [--seconds 3] [--requests 500] [--database <jdbc address>]

Speed and cost of the app in the stand-in, over HTTP. Directories are filled over SCIM: 100000 users take long.`

const groupSizes = [10, 1000, 10_000]
const clientCounts = [1, 16]
/** Before anything is measured, so that the Java machine has compiled what it will. */
const warmUp = { workers: 4, most: 60, seconds: 5 }

/** @typedef {import('./operations.js').Operation} Operation */
/** @typedef {import('./report.js').Row} Row */

/** @param {readonly string[]} args */
function readBench(args) {
  const options = /** @type {const} */ ({
    users: { type: 'string', default: '1000,10000' },
    seconds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '500' },
    database: { type: 'string' },
  })
  const { values } = readArguments(args, options, usage)
  return {
    sizes: values.users.split(',').map((text) => readNumber(text, 'users', 100, 100_000)),
    seconds: readNumber(values.seconds, 'seconds', 1, 600),
    most: readNumber(values.requests, 'requests', 1, 100_000),
    ...(values.database === undefined ? {} : { database: values.database }),
  }
}

/** @typedef {Pick<ReturnType<typeof readBench>, 'seconds' | 'most'>} Bounds */

/**
 * A directory of that size, and all operations on it.
 *
 * @param {{ crowdUrl: string, api: import('../../tools/console-session.js').AdminApi, users: number }} place
 * @param {Bounds} bounds
 * @returns {Promise<readonly Row[]>}
 */
async function benchSize({ crowdUrl, api, users }, bounds) {
  const names = { appName: `Bench ${users}`, directory: `Bench of ${users}`, application: '' }
  const connection = await standIn.makeConnection(api, names)
  const client = openClient(connection, Math.max(...clientCounts))
  try {
    const start = Date.now()
    const company = await makeCompany(client.send, users, groupSizes)
    const took = Math.round((Date.now() - start) / 1000)
    console.log(
      `\n${users} users, groups of ${[...company.groups.keys()].join(', ')}; filled in ${took} s`,
    )
    const request = turns(client.send, company)
    for (const each of operationsFor(company)) await measure(warmUp, () => request(each))
    console.log(title)
    const rows = []
    for (const each of operationsFor(company))
      for (const row of await benchOperation(crowdUrl, each, request, bounds))
        rows.push({ ...row, users })
    return rows
  } finally {
    client.close()
  }
}

/**
 * @param {string} crowdUrl
 * @param {Operation} operation
 * @param {(operation: Operation, watch?: import('./traffic.js').Watch) => Promise<number>} request
 * @param {Bounds} bounds
 */
async function benchOperation(crowdUrl, operation, request, bounds) {
  const cost = await costOf(crowdUrl, (watch) => request(operation, watch))
  const rows = []
  for (const clients of clientCounts) {
    const figures = await measure({ ...bounds, workers: clients }, () => request(operation))
    const row = { name: operation.name, clients, figures, cost }
    console.log(line(row))
    rows.push(row)
  }
  return rows
}

/**
 * Runs an operation's next turn; gives the milliseconds of what it times.
 *
 * @param {import('./client.js').Send} send
 * @param {import('./company.js').Company} company
 */
function turns(send, company) {
  let next = 0
  /** @param {Operation} operation @param {import('./traffic.js').Watch} [watch] around what is timed */
  return async (operation, watch = (work) => work()) => {
    let milliseconds = 0
    await operation.run({
      company,
      number: next++,
      ask: (request) => ask(send, request),
      timed: (request) =>
        watch(async () => {
          const start = performance.now()
          const answer = await ask(send, request)
          milliseconds = performance.now() - start
          return answer
        }),
    })
    return milliseconds
  }
}

async function main() {
  const { sizes, database, ...bounds } = readBench(process.argv.slice(2))
  requireTools()
  await prepare(['packages', 'bundles', 'java'])
  const home = inTop('reports/stand-in-bench')
  fs.rmSync(home, { recursive: true, force: true })
  const host = { port: 0, home, servletApi: /** @type {const} */ ('jakarta'), quickStart: false }
  const running = await standIn.startStandIn(database ? { ...host, database } : host)
  try {
    const session = await standIn.installApp(running.crowdUrl)
    const api = await standIn.openAdminApi(session)
    /** @type {Row[]} */
    const rows = []
    for (const users of sizes)
      rows.push(...(await benchSize({ crowdUrl: running.crowdUrl, api, users }, bounds)))
    for (const text of ratioLines(rows)) console.log(text)
  } finally {
    await running.stop()
  }
}

if (require.main === module) runMain(main)

module.exports = { readBench }
