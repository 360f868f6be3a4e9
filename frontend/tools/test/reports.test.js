'use strict'

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const {
  countFolders,
  countJest,
  countJUnit,
  isGood,
  kindLine,
  lastLine,
  sum,
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
  ['', count()],
])('JUnit: %s', (xml, expected) => {
  expect(countJUnit(xml)).toEqual(expected)
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
  expect(kindLine('browser', count())).toMatch(/nothing ran$/)
})

test.each([
  ['all passed', [count(3), count(1, 0, 2)], true],
  ['one failed', [count(3), count(1, 1)], false],
  ['a kind ran nothing', [count(3), count()], false],
  ['a kind only skipped', [count(0, 0, 5)], false],
  ['no kind at all', [], false],
])('good or not: %s', (_, counts, good) => {
  expect(isGood(counts)).toBe(good)
})
