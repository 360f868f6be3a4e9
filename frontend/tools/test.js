'use strict'

const fs = require('node:fs')
const { inTop, run, runMain, Refusal } = require('./run.js')
const { readArguments, readChoice } = require('./arguments.js')
const { requireTools } = require('./requirements.js')
const { prepare, stamp, steps, pluginJar } = require('./steps.js')
const { check, checks } = require('./check.js')
const { administrator, installApp, startStandIn } = require('./stand-in.js')
const { makeConnection } = require('./demo.js')
const { openSession, logIn, openAdminApi } = require('./console-session.js')
const { runScimTester } = require('./scim-tester.js')
const {
  countFolders,
  countJestRun,
  kindLine,
  lastLine,
  nothing,
  sum,
  withNothingAsFailure,
} = require('./reports.js')

/** @typedef {import('./reports.js').Count} Count */

const usage = `npm test -- [--only <kind>] [--long] [--database <JDBC address>] [--base <Crowd's address> --user <name> --password <word>]
kinds: check, jest, junit, contracts, behaviour, lifecycle, start, exchanges, conformance, concurrency, browser`

const kinds = /** @type {const} */ ([
  'check',
  'jest',
  'junit',
  'contracts',
  'behaviour',
  'lifecycle',
  'start',
  'exchanges',
  'conformance',
  'concurrency',
  'browser',
])
/** @typedef {typeof kinds[number]} Kind */

const hostReports = ['javax', 'jakarta'].map((api) => `dev-host/target/failsafe-${api}-reports`)

/**
 * Kinds that Maven runs, with the folders of their reports, and which of the reports are theirs.
 *
 * @type {Record<'junit' | 'contracts' | 'behaviour' | 'lifecycle', { folders: readonly string[], reports: RegExp }>}
 */
const javaKinds = {
  junit: {
    folders: ['provided-api', 'plugin', 'dev-host'].map(
      (module) => `${module}/target/surefire-reports`,
    ),
    reports: /./,
  },
  contracts: { folders: ['contract-tests/target/surefire-reports'], reports: /./ },
  behaviour: { folders: hostReports, reports: /^(?!.*(Lifecycle|RealPlugin)Test)/ },
  // The JAR itself, and the app started, stopped and replaced in the stand-in.
  lifecycle: {
    folders: ['plugin/target/failsafe-reports', ...hostReports],
    reports: /(Lifecycle|RealPlugin|Jar)Test/,
  },
}
/** @typedef {keyof typeof javaKinds} JavaKind */

/** Kinds that need a running Crowd, with their files. */
const crowdKinds = /** @type {const} */ ({
  exchanges: ['exchanges', 'bad-input', 'protocol'],
  // Not ours: scim2-tester.
  conformance: [],
  // Many clients at once, Crowd failing under us, directories filled by SQL: what only the stand-in can.
  concurrency: ['concurrency', 'failures', 'filling'],
  browser: ['browser'],
})
/** @typedef {keyof typeof crowdKinds} CrowdKind */

/** @param {Kind} kind @returns {kind is JavaKind} */
const isJava = (kind) => kind in javaKinds
/** @param {Kind} kind @returns {kind is CrowdKind} */
const needsCrowd = (kind) => kind in crowdKinds

/** Nobody makes a real Crowd's calls fail. @param {Kind} kind */
const runsOnRealCrowd = (kind) => needsCrowd(kind) && kind !== 'concurrency'

/**
 * @typedef {object} Wanted
 * @property {readonly Kind[]} kinds
 * @property {boolean} long
 * @property {string | undefined} database of the stand-ins, instead of an H2 file each
 * @property {{ base: string, user: string, password: string } | undefined} crowd a real one; undefined for the stand-in
 */

/** @param {readonly string[]} args @returns {Wanted} */
function readTest(args) {
  const options = /** @type {const} */ ({
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
    database: { type: 'string' },
    base: { type: 'string' },
    user: { type: 'string', default: administrator.user },
    password: { type: 'string', default: administrator.password },
  })
  const { values } = readArguments(args, options, usage)
  const { base, user, password } = values
  const possible = base === undefined ? kinds : kinds.filter(runsOnRealCrowd)
  const only = values.only === undefined ? possible : [readChoice(values.only, '--only', possible)]
  const crowd = base === undefined ? undefined : { base: base.replace(/\/+$/, ''), user, password }
  return { kinds: only, long: values.long, database: values.database, crowd }
}

/** @returns {Promise<Count>} */
async function runChecks() {
  const start = Date.now()
  const failed = (await check()).length
  const seconds = (Date.now() - start) / 1000
  return { passed: checks.length - failed, failed, skipped: 0, seconds }
}

/**
 * @param {string} name of the report
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
async function runJest(name, args, env = {}) {
  const file = inTop(`reports/${name}.json`)
  fs.rmSync(file, { force: true })
  const start = Date.now()
  const code = await run(
    process.execPath,
    ['node_modules/jest/bin/jest.js', ...args, '--json', `--outputFile=${file}`],
    { env },
  )
  const seconds = (Date.now() - start) / 1000
  return countJestRun(file, code, seconds)
}

/**
 * One Maven run for all Java kinds; each is counted from its own reports.
 *
 * @param {readonly JavaKind[]} wanted
 * @param {boolean} long
 * @returns {Promise<ReadonlyMap<JavaKind, Count>>}
 */
async function runJava(wanted, long) {
  const folders = (/** @type {JavaKind} */ kind) =>
    javaKinds[kind].folders.map((one) => inTop(`plugin-java/${one}`))
  const count = (/** @type {JavaKind} */ kind) =>
    countFolders(folders(kind), javaKinds[kind].reports)
  for (const kind of wanted)
    for (const one of folders(kind)) fs.rmSync(one, { recursive: true, force: true })
  const code = await run('mvn', ['-B', '-q', '-ntp', ...mavenArguments(wanted, long)])
  if (code === 0) stamp(steps.java)
  // Tests that fail do not fail the run (they are counted); what does is a build that broke.
  const broken = code === 0 ? nothing : { ...nothing, failed: 1 }
  return new Map(wanted.map((kind) => [kind, sum([count(kind), broken])]))
}

/** @param {readonly JavaKind[]} wanted @param {boolean} long */
function mavenArguments(wanted, long) {
  const integration = wanted.includes('behaviour') || wanted.includes('lifecycle')
  const all = wanted.includes('contracts')
  return [
    ...['-DskipFrontend', '-Dmaven.test.failure.ignore=true', '--fail-at-end'],
    // What tests print lies beside their reports.
    '-Dmaven.test.redirectTestOutputToFile=true',
    ...(integration ? [] : ['-DskipITs']),
    // Surefire and Failsafe hand it on to the tests: Boolean.getBoolean("long").
    ...(long ? ['-Dlong=true'] : []),
    ...(all ? [] : ['-pl', 'plugin-java/plugin,plugin-java/dev-host', '-am']),
    'verify',
  ]
}

/**
 * @param {readonly string[]} suites of frontend/e2e
 * @param {string} name of the report
 * @param {Record<string, string>} [env]
 */
function runSuites(suites, name, env) {
  const files = suites.map((suite) => `frontend/e2e/${suite}.test.ts`)
  return runJest(name, ['--config', 'jest.e2e.config.js', '--runTestsByPath', ...files], env)
}

/** @typedef {{ SCIM_E2E_BASE: string, SCIM_E2E_USER: string, SCIM_E2E_PASSWORD: string, SCIM_E2E_JAR?: string }} Where */

/** @param {CrowdKind} kind @param {string} name of the report @param {Where & Record<string, string>} where */
function runCrowdKind(kind, name, where) {
  return kind === 'conformance' ? runConformance(where) : runSuites(crowdKinds[kind], name, where)
}

/**
 * scim2-tester on a connection of its own.
 *
 * @param {Where} where
 */
async function runConformance(where) {
  if (where.SCIM_E2E_JAR) await installApp(where.SCIM_E2E_BASE)
  const session = openSession(where.SCIM_E2E_BASE)
  await logIn(session, where.SCIM_E2E_USER, where.SCIM_E2E_PASSWORD)
  const appName = `Conformance ${Date.now()}`
  const names = { appName, directory: `${appName} directory`, application: '' }
  const made = await makeConnection(await openAdminApi(session), names)
  return runScimTester({ base: made.scimBaseUrl, token: made.scimToken })
}

/**
 * One kind on a stand-in of its own, with an empty home.
 *
 * @param {CrowdKind} kind
 * @param {'javax' | 'jakarta'} servletApi
 * @param {Wanted} wanted
 * @returns {Promise<Count>}
 */
async function runOnStandIn(kind, servletApi, { database }) {
  const name = `${kind}-${servletApi}`
  const home = inTop(`reports/stand-in-${name}`)
  fs.rmSync(home, { recursive: true, force: true })
  const where = database === undefined ? {} : { database }
  const standIn = await startStandIn({ port: 0, home, servletApi, ...where })
  try {
    return await runCrowdKind(kind, name, {
      SCIM_E2E_BASE: standIn.crowdUrl,
      SCIM_E2E_USER: administrator.user,
      SCIM_E2E_PASSWORD: administrator.password,
      SCIM_E2E_SERVLET_API: servletApi,
      SCIM_E2E_STAND_IN_LOG: standIn.logFile,
      SCIM_E2E_JAR: inTop(pluginJar),
    })
  } finally {
    await standIn.stop()
  }
}

/** @param {CrowdKind} kind @param {NonNullable<Wanted['crowd']>} crowd @returns {Promise<Count>} */
function runOnCrowd(kind, crowd) {
  return runCrowdKind(kind, `${kind}-crowd`, {
    SCIM_E2E_BASE: crowd.base,
    SCIM_E2E_USER: crowd.user,
    SCIM_E2E_PASSWORD: crowd.password,
  })
}

/**
 * Many clients and failing calls meet the same Java code in both flavours, and so does scim2-tester: one is enough for
 * every day.
 *
 * @param {CrowdKind} kind
 * @param {boolean} long
 * @returns {readonly ('jakarta' | 'javax')[]}
 */
function flavours(kind, long) {
  return (kind === 'concurrency' || kind === 'conformance') && !long
    ? ['jakarta']
    : ['jakarta', 'javax']
}

/**
 * @param {Wanted} wanted
 * @param {(name: string, count: Count) => void} report
 */
async function runKinds(wanted, report) {
  const { kinds, long, crowd } = wanted
  /** @param {string} name @param {() => Promise<Count>} work */
  const runOne = async (name, work) => report(name, await orFailure(work))
  if (kinds.includes('check')) await runOne('check', runChecks)
  if (kinds.includes('jest')) await runOne('jest', () => runJest('jest', []))
  const java = kinds.filter(isJava)
  if (java.length > 0) for (const [kind, count] of await runJava(java, long)) report(kind, count)
  const onCrowd = kinds.filter(needsCrowd)
  const needsJar = kinds.includes('start') || (onCrowd.length > 0 && !crowd)
  if (needsJar && java.length === 0) await prepare(['java'])
  if (kinds.includes('start')) await runOne('start', () => runSuites(['start'], 'start'))
  for (const kind of onCrowd) {
    if (crowd) await runOne(kind, () => runOnCrowd(kind, crowd))
    else
      for (const api of flavours(kind, long))
        await runOne(`${kind} (${api})`, () => runOnStandIn(kind, api, wanted))
  }
}

/**
 * A kind that breaks, say by a stand-in that does not start, is one failure, so that the other kinds still run.
 *
 * @param {() => Promise<Count>} work
 */
async function orFailure(work) {
  try {
    return await work()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return { ...nothing, failed: 1 }
  }
}

/** @param {Wanted} wanted @returns {Promise<Count>} of all kinds */
async function runAndTell(wanted) {
  requireTools()
  await prepare(['packages', 'bundles'])
  fs.mkdirSync(inTop('reports'), { recursive: true })
  /** @type {[string, Count][]} */
  const counts = []
  await runKinds(wanted, (name, found) => {
    const count = withNothingAsFailure(found)
    counts.push([name, count])
    if (count !== found) console.error(`${name} ran nothing`)
    console.log(kindLine(name, count))
  })
  console.log('')
  for (const [name, count] of counts) console.log(kindLine(name, count))
  return sum(counts.map(([, count]) => count))
}

async function main() {
  const wanted = readTest(process.argv.slice(2))
  // What the jest suites read; -Dlong=true is what those of Maven read.
  process.env.LONG = wanted.long ? '1' : ''
  const all = withNothingAsFailure(await orFailure(() => runAndTell(wanted)))
  console.log(lastLine(all))
  process.exitCode = all.failed > 0 ? 1 : 0
}

if (require.main === module) runMain(main)

module.exports = { readTest, mavenArguments }
