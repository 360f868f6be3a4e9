'use strict'

const fs = require('node:fs')
const { inTop, run, runMain, Refusal } = require('./run.js')
const { readArguments } = require('./arguments.js')
const { requirePython } = require('./requirements.js')
const { lastLine, nothing, withNothingAsFailure } = require('./reports.js')
const { prepare, scimTester } = require('./steps.js')

/** @typedef {import('./reports.js').Count} Count */

const usage = 'npm run test:scim -- --base <SCIM base URL> --token <token>'

/** @param {readonly string[]} args @returns {{ base: string, token: string }} */
function readScimTest(args) {
  const options = /** @type {const} */ ({ base: { type: 'string' }, token: { type: 'string' } })
  const { base, token } = readArguments(args, options, usage).values
  if (base === undefined || token === undefined) throw new Refusal(usage)
  return { base: base.replace(/\/+$/, ''), token }
}

/**
 * Runs scim2-tester and prints what it does not find right. It makes users and groups of its own, and deletes them.
 *
 * @param {{ base: string, token: string }} at
 * @returns {Promise<Count>} one for each of its checks
 * @throws {Refusal} where Python is missing or too old
 */
async function runScimTester({ base, token }) {
  requirePython()
  await prepare(['scimTester'])
  const report = inTop('reports/scim-tester.json')
  fs.mkdirSync(inTop('reports'), { recursive: true })
  fs.rmSync(report, { force: true })
  const start = Date.now()
  const args = [inTop('frontend/tools/scim-tester/check.py'), base, report]
  await run(inTop(`${scimTester}/bin/python`), args, { env: { SCIM_TOKEN: token } })
  const seconds = (Date.now() - start) / 1000
  if (!fs.existsSync(report)) return { ...nothing, failed: 1, seconds }
  return { ...JSON.parse(fs.readFileSync(report, 'utf8')), seconds }
}

async function main() {
  const count = withNothingAsFailure(await runScimTester(readScimTest(process.argv.slice(2))))
  console.log(lastLine(count))
  process.exitCode = count.failed > 0 ? 1 : 0
}

if (require.main === module) runMain(main)

module.exports = { readScimTest, runScimTester }
