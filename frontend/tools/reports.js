'use strict'

const fs = require('node:fs')
const path = require('node:path')

/**
 * What a kind of test ran, read from the runner's own report.
 *
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 */

/** @type {Count} */
const nothing = { passed: 0, failed: 0, skipped: 0, seconds: 0 }

/** @param {readonly Count[]} counts @returns {Count} */
function sum(counts) {
  return counts.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
      seconds: left.seconds + right.seconds,
    }),
    nothing,
  )
}

/**
 * A report of `jest --json`. A file that could not even be loaded counts as one failure.
 *
 * @param {any} report
 * @param {number} seconds
 * @returns {Count}
 */
function countJest(report, seconds) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    seconds,
  }
}

/**
 * A run of jest. One failure where it left no report that can be read, or ended badly though no test failed.
 *
 * @param {string} file of the report
 * @param {number} code that jest ended with
 * @param {number} seconds
 * @returns {Count}
 */
function countJestRun(file, code, seconds) {
  const count = readJest(file, seconds)
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** @param {string} file @param {number} seconds @returns {Count} */
function readJest(file, seconds) {
  try {
    const count = countJest(JSON.parse(fs.readFileSync(file, 'utf8')), seconds)
    if (Object.values(count).every(Number.isFinite)) return count
  } catch {
    // Not there, or cut: said below.
  }
  return { ...nothing, failed: 1, seconds }
}

/**
 * A `TEST-*.xml` of Surefire or Failsafe. One that is empty or cut is one failure: its tests died.
 *
 * @param {string} xml
 * @returns {Count}
 */
function countJUnit(xml) {
  const [tag = ''] = /<testsuite\b[^>]*>/.exec(xml) ?? []
  if (!/<\/testsuite>\s*$|<testsuite\b[^>]*\/>\s*$/.test(xml)) return { ...nothing, failed: 1 }
  /** @param {string} name */
  const value = (name) =>
    Number(new RegExp(`\\s${name}="([\\d.,]+)"`).exec(tag)?.[1]?.replace(/,/g, '') ?? 0)
  const [failed, skipped] = [value('failures') + value('errors'), value('skipped')]
  return { passed: value('tests') - failed - skipped, failed, skipped, seconds: value('time') }
}

/**
 * @param {string} folder absolute
 * @param {RegExp} wanted of a report's name
 * @returns {string[]} the report files in it; empty if it is not there
 */
function reportsIn(folder, wanted) {
  if (!fs.existsSync(folder)) return []
  const reports = fs.readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))
  const names = reports.filter((name) => wanted.test(name))
  return names.map((name) => path.join(folder, name))
}

/** @param {readonly string[]} folders absolute @param {RegExp} wanted of a report's name @returns {Count} */
function countFolders(folders, wanted) {
  const files = folders.flatMap((folder) => reportsIn(folder, wanted))
  return sum(files.map((file) => countJUnit(fs.readFileSync(file, 'utf8'))))
}

/** The plain last line. @param {Count} count */
function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** @param {string} name @param {Count} count */
function kindLine(name, count) {
  const minutes = (count.seconds / 60).toFixed(1)
  return `${name.padEnd(20)} ${lastLine(count).padEnd(38)} ${minutes.padStart(5)} min`
}

/**
 * A kind that ran nothing has failed: nobody knows what it would have said.
 *
 * @param {Count} count of one kind
 * @returns {Count}
 */
function withNothingAsFailure(count) {
  return count.passed + count.failed === 0 ? { ...count, failed: 1 } : count
}

module.exports = {
  nothing,
  sum,
  countJest,
  countJestRun,
  countJUnit,
  countFolders,
  lastLine,
  kindLine,
  withNothingAsFailure,
}
