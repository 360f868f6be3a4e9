'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { findBrowser, isOlder, readVersion, requirementProblems } = require('../requirements.js')
const { inTop } = require('../run.js')

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

test.each([
  [undefined, ['Python is missing (3.11 or newer)']],
  ['Python 3.10.12', ['Python 3.10.12 is too old (3.11 or newer is needed)']],
  ['Python 3.11.2', []],
])('the conformance suite with %s', (python3, expected) => {
  const problems = requirementProblems({ python3 })
  expect(problems.map((problem) => problem.split('. Get it: ')[0])).toEqual(expected)
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
  const problems = requirementProblems({ ...good, ...found }, '')
  expect(problems.map((problem) => problem.split('. Get it: ')[0])).toEqual(expected)
})

describe('on a machine with these tools alone', () => {
  /** @type {string} */
  let folder
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tools-'))))
  afterEach(() => fs.rmSync(folder, { recursive: true }))

  /** A command that says its version. @param {string} file @param {string} says */
  const make = (file, says) => {
    const script = path.join(folder, file)
    fs.mkdirSync(path.dirname(script), { recursive: true })
    fs.writeFileSync(script, `#!/bin/sh\necho '${says}'\n`, { mode: 0o755 })
  }

  const jdk =
    'Get it: https://adoptium.net, or `apt-get install openjdk-17-jdk`; set JAVA_HOME if several are installed'
  const maven = 'Get it: https://maven.apache.org/download.cgi, or `apt-get install maven`'
  const rows = [
    {
      title: 'an old Node',
      node: 'v18.19.0',
      tools: { javac: 'javac 17.0.1', mvn: 'Apache Maven 3.8.7' },
      says: 'Node.js 18.19.0 is too old (20, 22 or 24 is needed). Get it: https://nodejs.org/en/download, or `nvm install 24`',
    },
    {
      title: 'nothing but Node',
      tools: {},
      says: `a JDK is missing (17, 21 or 25). ${jdk}\nMaven is missing (3.8 or newer). ${maven}`,
    },
    {
      title: 'an old JDK and an old Maven',
      tools: { javac: 'javac 11.0.2', mvn: 'Apache Maven 3.6.3' },
      says: `a JDK 11.0.2 is too old (17, 21 or 25 is needed). ${jdk}\nMaven 3.6.3 is too old (3.8 or newer is needed). ${maven}`,
    },
    {
      title: 'a JRE',
      tools: { java: 'openjdk 17.0.1', mvn: 'Apache Maven 3.9.9' },
      says: `a JDK is missing (17, 21 or 25). ${jdk}`,
    },
    {
      title: 'a JDK of the path and a JAVA_HOME without one',
      home: 'none',
      tools: { javac: 'javac 17.0.1', mvn: 'Apache Maven 3.9.9' },
      says: `a JDK is missing in JAVA_HOME, {folder}/none (17, 21 or 25). ${jdk}`,
    },
    {
      title: 'an old JDK in JAVA_HOME before a new one of the path',
      home: 'old',
      tools: { javac: 'javac 21.0.1', 'old/bin/javac': 'javac 1.8.0', mvn: 'Apache Maven 3.9.9' },
      says: `a JDK 1.8.0 is too old (17, 21 or 25 is needed). ${jdk}`,
    },
  ]
  const commands = ['start.js', 'test.js', 'package.js']
  const cases = rows.flatMap((row, at) => ({ ...row, command: commands[at % 3] ?? '' }))

  test.each(cases)(
    '$command says what is missing: $title',
    ({ node, tools, home, says, command }) => {
      for (const [file, version] of Object.entries(tools)) make(file, version)
      const preload = path.join(folder, 'preload.js')
      const version = JSON.stringify(node ?? process.version)
      fs.writeFileSync(preload, `Object.defineProperty(process, 'version', { value: ${version} })`)
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--require', preload, inTop(`frontend/tools/${command}`)],
        {
          encoding: 'utf8',
          env: { PATH: folder, ...(home ? { JAVA_HOME: path.join(folder, home) } : {}) },
        },
      )
      const said = command === 'test.js' ? '0 passed, 1 failed, 0 skipped\n' : ''
      expect([status, stdout, stderr.trim()]).toEqual([1, said, says.replace('{folder}', folder)])
    },
  )

  test('finds the browser of the system, else its own, else says how to get one', () => {
    const own = path.join(folder, 'own')
    const nothing =
      'There is no Chromium on this machine: `apt-get install chromium`, or `npx playwright-core install chromium`'
    expect(() => findBrowser(folder, own)).toThrow(nothing)
    expect(() => findBrowser('', '')).toThrow(nothing)
    make('own', '')
    expect(findBrowser(folder, own)).toBe(own)
    make('google-chrome', '')
    expect(findBrowser(`/none:${folder}`, own)).toBe(path.join(folder, 'google-chrome'))
    make('chromium', '')
    expect(findBrowser(`/none:${folder}`, own)).toBe(path.join(folder, 'chromium'))
  })
})
