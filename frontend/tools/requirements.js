'use strict'

const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { Refusal } = require('./run.js')

/**
 * @typedef {object} Requirement
 * @property {string} name
 * @property {readonly number[]} least smallest version, by parts
 * @property {string} tried versions that it was tried with
 * @property {string} get how to get it
 */

/** @typedef {'node' | 'javac' | 'mvn' | 'python3'} Tool */

/** @type {Record<Tool, Requirement>} */
const requirements = {
  node: {
    name: 'Node.js',
    least: [20],
    tried: '20, 22 or 24',
    get: 'https://nodejs.org/en/download, or `nvm install 24`',
  },
  javac: {
    name: 'a JDK',
    least: [17],
    tried: '17, 21 or 25',
    get: 'https://adoptium.net, or `apt-get install openjdk-17-jdk`; set JAVA_HOME if several are installed',
  },
  mvn: {
    name: 'Maven',
    least: [3, 8],
    tried: '3.8 or newer',
    get: 'https://maven.apache.org/download.cgi, or `apt-get install maven`',
  },
  // Only the conformance suite is in Python: what scim2-tester asks for.
  python3: {
    name: 'Python',
    least: [3, 11],
    tried: '3.11 or newer',
    get: 'https://www.python.org/downloads, or `apt-get install python3 python3-venv`',
  },
}

/** @typedef {Partial<Record<Tool, string | undefined>>} Found what each of the wanted tools says of itself */

/**
 * @param {string} text e.g. `javac 17.0.15`, `Apache Maven 3.8.7`, `v20.20.2`
 * @returns {readonly number[]} the first version number in it; empty if there is none
 */
function readVersion(text) {
  const match = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text)
  return match ? match.slice(1).filter(Boolean).map(Number) : []
}

/** @param {readonly number[]} version @param {readonly number[]} least */
function isOlder(version, least) {
  for (const [index, part] of least.entries()) {
    const own = version[index] ?? 0
    if (own !== part) return own < part
  }
  return false
}

/**
 * @param {Found} found
 * @param {string} [javaHome] '' if it is not set
 * @returns {readonly string[]} one sentence for each tool that is missing or too old
 */
function requirementProblems(found, javaHome = '') {
  const names = /** @type {Tool[]} */ (Object.keys(found))
  return names.flatMap((key) => {
    const { name, least, tried, get } = requirements[key]
    const text = found[key]
    if (text === undefined)
      return [
        `${name} is missing${key === 'javac' && javaHome ? ` in JAVA_HOME, ${javaHome}` : ''} (${tried}). Get it: ${get}`,
      ]
    const version = readVersion(text)
    if (!isOlder(version, least)) return []
    return [`${name} ${version.join('.')} is too old (${tried} is needed). Get it: ${get}`]
  })
}

/** @param {string} command @param {readonly string[]} args @returns {string | undefined} its first line; undefined if missing */
function firstLine(command, args) {
  try {
    return plain(execFileSync(command, [...args], { encoding: 'utf8', stdio: 'pipe' })).split(
      '\n',
    )[0]
  } catch {
    return undefined
  }
}

/** Without colours. @param {string} text */
function plain(text) {
  return text
    .split('\u001b')
    .map((part, index) => (index === 0 ? part : part.replace(/^\[[\d;]*m/, '')))
    .join('')
}

/** The JDK's command: that of JAVA_HOME if it is set. @param {'java' | 'javac'} name */
function jdk(name) {
  return process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/${name}` : name
}

/** @returns {Found} */
function findTools() {
  return {
    node: process.version,
    javac: firstLine(jdk('javac'), ['-version']),
    mvn: firstLine('mvn', ['-version']),
  }
}

/** @throws {Refusal} naming every tool that is missing or too old */
function requireTools() {
  refuse(requirementProblems(findTools(), process.env.JAVA_HOME))
}

/** @throws {Refusal} where Python is missing or too old */
function requirePython() {
  refuse(requirementProblems({ python3: firstLine('python3', ['--version']) }))
}

/** @param {readonly string[]} problems */
function refuse(problems) {
  if (problems.length > 0) throw new Refusal(problems.join('\n'))
}

/**
 * Chromium of the system, else Playwright's own.
 *
 * @param {string} folders as in PATH
 * @param {string} own where Playwright's would be; '' if it has none
 * @returns {string} its file
 * @throws {Error} naming how to get it
 */
function findBrowser(folders, own) {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const candidates = names.flatMap((name) =>
    folders.split(path.delimiter).map((folder) => path.join(folder, name)),
  )
  const found = [...candidates, own].find((file) => file && fs.existsSync(file))
  if (found) return found
  throw new Error(
    'There is no Chromium on this machine: `apt-get install chromium`, or `npx playwright-core install chromium`',
  )
}

module.exports = {
  requireTools,
  requirePython,
  findBrowser,
  requirementProblems,
  readVersion,
  isOlder,
  jdk,
}
