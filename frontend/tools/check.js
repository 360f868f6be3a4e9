'use strict'

const { run, runMain } = require('./run.js')
const { engineProblems, pageProblems } = require('./bundles.js')
const { prepare } = require('./steps.js')

/** What prettier holds: our own files, not the documents. */
const formatted = ['frontend/**/*.{ts,tsx,js,json,css}', '*.js', '*.json']

/** Shows problems. @param {readonly string[]} problems @returns {number} exit code */
function codeOf(problems) {
  for (const problem of problems) console.error(problem)
  return problems.length > 0 ? 1 : 0
}

/** @type {readonly (readonly [string, () => Promise<number>])[]} */
const checks = [
  [
    'format',
    () => run('node_modules/.bin/prettier', ['--check', '--log-level', 'warn', ...formatted]),
  ],
  ['lint and doors', () => run('node_modules/.bin/eslint', ['frontend', '--max-warnings', '0'])],
  ['types', () => run('node_modules/.bin/tsc', ['-b'])],
  ['language of the engine bundle', async () => codeOf(engineProblems())],
  ['the page calls nobody but Crowd', async () => codeOf(pageProblems())],
]

/**
 * Runs every check, so that one run names everything.
 *
 * @param {readonly string[]} names of the wanted ones
 * @returns {Promise<readonly string[]>} names of those that failed
 */
async function check(names = checks.map(([name]) => name)) {
  /** @type {string[]} */
  const failed = []
  for (const [name, work] of checks.filter((one) => names.includes(one[0]))) {
    const code = await work()
    console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}`)
    if (code !== 0) failed.push(name)
  }
  return failed
}

async function main() {
  await prepare(['packages', 'bundles'])
  process.exitCode = (await check()).length > 0 ? 1 : 0
}

if (require.main === module) runMain(main)

module.exports = { check, checks }
