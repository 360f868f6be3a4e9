'use strict'

const { isOlder, readVersion, requirementProblems } = require('../requirements.js')

test.each([
  ['v20.20.2', [20, 20, 2]],
  ['javac 17.0.15', [17, 0, 15]],
  ['javac 25', [25]],
  ['Apache Maven 3.8.7', [3, 8, 7]],
  ['nothing', []],
])('the version in %s', (text, version) => {
  expect(readVersion(text)).toEqual(version)
})

test.each([
  [[3, 6, 3], [3, 8], true],
  [[3, 8], [3, 8], false],
  [[4], [3, 8], false],
  [[3], [3, 8], true],
  [[17, 0, 15], [17], false],
])('%j is older than %j: %s', (version, least, older) => {
  expect(isOlder(version, least)).toBe(older)
})

const good = { node: 'v22.1.0', javac: 'javac 21.0.2', mvn: 'Apache Maven 3.9.9' }

test.each([
  ['all there', {}, []],
  ['no JDK', { javac: undefined }, ['a JDK is missing (17, 21 or 25)']],
  ['an old JDK', { javac: 'javac 11.0.2' }, ['a JDK 11.0.2 is too old (17, 21 or 25 is needed)']],
  [
    'old Node and no Maven',
    { node: 'v18.0.0', mvn: undefined },
    ['Node.js 18.0.0 is too old (20, 22 or 24 is needed)', 'Maven is missing (3.8 or newer)'],
  ],
])('%s', (_, found, expected) => {
  const problems = requirementProblems({ ...good, ...found })
  expect(problems.map((problem) => problem.split('. Get it: ')[0])).toEqual(expected)
})
