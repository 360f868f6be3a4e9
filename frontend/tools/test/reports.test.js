'use strict'

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const {
  countFolders,
  countJest,
  countJestRun,
  countJUnit,
  kindLine,
  lastLine,
  sum,
  withNothingAsFailure,
} = require('../reports.js')

const count = (passed = 0, failed = 0, skipped = 0, seconds = 0) => ({
  passed,
  failed,
  skipped,
  seconds,
})

test.each([
  [
    'counts by outcome',
    {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 0,
    },
    count(5, 1, 3, 60),
  ],
  [
    'a file that could not be loaded is a failure',
    {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 2,
    },
    count(0, 2, 0, 60),
  ],
])('jest: %s', (_, report, expected) => {
  expect(countJest(report, 60)).toEqual(expected)
})

test.each([
  [
    '<?xml version="1.0"?>\n<testsuite name="A" time="1.5" tests="4" errors="1" skipped="1" failures="1">\n</testsuite>',
    count(1, 2, 1, 1.5),
  ],
  [
    '<testsuite name="B" time="1,234.5" tests="2" errors="0" skipped="0" failures="0"/>',
    count(2, 0, 0, 1234.5),
  ],
  ['', count(0, 1)],
  [
    '<testsuite name="C" time="1" tests="2" errors="0" skipped="0" failures="0">\n  <testca',
    count(0, 1),
  ],
])('JUnit: %s', (xml, expected) => {
  expect(countJUnit(xml)).toEqual(expected)
})

/** @param {number} passed @param {number} failed */
const report = (passed, failed) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  })

test.each([
  ['that ended well', report(3, 0), 0, count(3, 0, 0, 2)],
  ['with a failed test', report(3, 1), 1, count(3, 1, 0, 2)],
  ['that ended badly though no test failed', report(3, 0), 1, count(3, 1, 0, 2)],
  ['that was ended before it wrote', undefined, 137, count(0, 1, 0, 2)],
  ['that is not there, and says that all is well', undefined, 0, count(0, 1, 0, 2)],
  ['whose report is cut', report(3, 0).slice(0, 20), 137, count(0, 1, 0, 2)],
  ['whose report is of another kind', '{}', 0, count(0, 1, 0, 2)],
  ['whose report is nothing', 'null', 0, count(0, 1, 0, 2)],
])('a run of jest %s', (_, text, code, expected) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reports-'))
  const file = path.join(folder, 'jest.json')
  if (text !== undefined) fs.writeFileSync(file, text)
  expect(countJestRun(file, code, 2)).toEqual(expected)
  fs.rmSync(folder, { recursive: true })
})

test('counts the wanted reports of folders that are there', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reports-'))
  const suite = '<testsuite time="1" tests="1" errors="0" skipped="0" failures="0"/>'
  const names = [
    'TEST-a.OneTest.xml',
    'TEST-a.OtherTest.xml',
    'a.OneTest.txt',
    'TEST-a.OneTest.html',
  ]
  for (const name of names) fs.writeFileSync(path.join(folder, name), suite)
  const folders = [folder, path.join(folder, 'none')]
  expect(
    [/./, /One/, /^(?!.*OneTest)/].map((wanted) => countFolders(folders, wanted).passed),
  ).toEqual([2, 1, 1])
  fs.rmSync(folder, { recursive: true })
})

test('the lines that people and machines read', () => {
  expect(lastLine(sum([count(3, 1, 0), count(4, 0, 2)]))).toBe('7 passed, 1 failed, 2 skipped')
  expect(kindLine('jest', count(7, 1, 2, 90))).toBe(
    'jest                 7 passed, 1 failed, 2 skipped            1.5 min',
  )
})

test.each([
  ['all passed', count(3), count(3)],
  ['one failed', count(1, 1), count(1, 1)],
  ['some skipped', count(1, 0, 2), count(1, 0, 2)],
  ['nothing ran', count(0, 0, 0, 1), count(0, 1, 0, 1)],
  ['all skipped', count(0, 0, 5), count(0, 1, 5)],
])('a kind that ran nothing has failed: %s', (_, found, expected) => {
  expect(withNothingAsFailure(found)).toEqual(expected)
})
