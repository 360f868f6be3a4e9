'use strict'

const crypto = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { inTop, run, Refusal } = require('./run.js')

/**
 * What has to be made before anything runs. A step is stale when the content of its inputs is not that of the last
 * time, or a product is gone. The stamp lies beside the products, so that deleting them deletes it too.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {string} note said while it is made; '' for nothing
 * @property {readonly string[]} inputs files and folders from the top of the checkout
 * @property {readonly string[]} products
 * @property {string} stamp file that holds the hash of the inputs
 * @property {readonly [string, ...string[]]} command
 */

/** @type {string} */
const version = JSON.parse(fs.readFileSync(inTop('package.json'), 'utf8')).version
const pluginJar = `plugin-java/plugin/target/scim-for-crowd-${version}.jar`
const devHostJar = `plugin-java/dev-host/target/dev-host-${version}.jar`
const java = ['provided-api', 'plugin', 'dev-host'].map((module) => `plugin-java/${module}`)

/** The Python of scim2-tester, with nothing else in it. */
const scimTester = 'frontend/dist/scim-tester'

/** @type {Record<'packages' | 'bundles' | 'java' | 'scimTester', Step>} */
const steps = {
  packages: {
    title: 'npm packages',
    note: '',
    inputs: ['package.json', 'package-lock.json'],
    products: ['node_modules/typescript', 'node_modules/webpack'],
    stamp: 'node_modules/.scim-for-crowd',
    command: ['npm', 'ci', '--no-audit', '--no-fund'],
  },
  bundles: {
    title: 'engine and admin page',
    note: '',
    inputs: [
      'package-lock.json',
      'webpack.config.js',
      'frontend/tsconfig.base.json',
      'frontend/settings/src',
      'frontend/engine',
      'frontend/admin',
    ],
    products: ['frontend/dist/engine/engine.js', 'frontend/dist/admin/entry.json'],
    stamp: 'frontend/dist/.made',
    command: [process.execPath, 'node_modules/webpack/bin/webpack.js', '--mode', 'production'],
  },
  java: {
    title: 'app and stand-in',
    note: ' (Maven fetches its libraries the first time)',
    inputs: [
      'pom.xml',
      'atlassian-plugin.xml',
      'frontend/dist/engine',
      'frontend/dist/admin',
      ...java,
    ],
    products: [pluginJar, devHostJar, 'plugin-java/dev-host/target/lib'],
    stamp: 'plugin-java/dev-host/target/.made',
    command: [
      'mvn',
      ...['-B', '-q', '-ntp', '-DskipFrontend', '-Dmaven.test.skip=true'],
      ...['-pl', 'plugin-java/plugin,plugin-java/dev-host', '-am', 'package'],
    ],
  },
  scimTester: {
    title: 'scim2-tester',
    note: '',
    inputs: ['frontend/tools/scim-tester/requirements.txt', 'frontend/tools/scim-tester/make.py'],
    products: [`${scimTester}/bin/python`],
    stamp: `${scimTester}/.made`,
    command: ['python3', 'frontend/tools/scim-tester/make.py', scimTester],
  },
}

/** Folders that are made, not written. */
const made = new Set(['node_modules', 'target', 'dist'])

/** @param {string} file an existing file or folder @returns {string[]} files in a stable order */
function filesOf(file) {
  if (!fs.statSync(file).isDirectory()) return [file]
  const names = fs.readdirSync(file).filter((name) => !made.has(name))
  return names.sort().flatMap((name) => filesOf(path.join(file, name)))
}

/**
 * @param {readonly string[]} inputs absolute files and folders; those that are not there count as empty
 * @returns {string} hash of names and contents
 */
function hashOf(inputs) {
  const hash = crypto.createHash('sha256')
  for (const input of inputs.filter((file) => fs.existsSync(file))) {
    for (const file of filesOf(input)) {
      hash.update(`${path.relative(path.dirname(input), file)}\0`)
      hash.update(fs.readFileSync(file))
    }
  }
  return hash.digest('hex')
}

/**
 * @param {Step} step
 * @param {(file: string) => string} [at] where the checkout is
 */
function isFresh(step, at = inTop) {
  if (!step.products.every((file) => fs.existsSync(at(file)))) return false
  if (!fs.existsSync(at(step.stamp))) return false
  return fs.readFileSync(at(step.stamp), 'utf8') === hashOf(step.inputs.map(at))
}

/** Remembers that a step's products were made from its inputs. @param {Step} step @param {(file: string) => string} [at] */
function stamp(step, at = inTop) {
  fs.writeFileSync(at(step.stamp), hashOf(step.inputs.map(at)))
}

/**
 * Does the steps that are missing or stale, one line each.
 *
 * @param {readonly (keyof typeof steps)[]} names in order
 * @throws {Refusal} when a step fails; its output has been shown
 */
async function prepare(names) {
  for (const name of names) {
    const step = steps[name]
    if (isFresh(step)) {
      console.log(`${step.title}: up to date`)
      continue
    }
    process.stdout.write(`${step.title}: making${step.note} … `)
    const start = Date.now()
    const [command, ...args] = step.command
    const code = await run(command, args, { quiet: true })
    if (code !== 0) throw new Refusal(`\n${step.title}: \`${step.command.join(' ')}\` failed`)
    stamp(step)
    console.log(`${Math.round((Date.now() - start) / 1000)} s`)
  }
}

module.exports = {
  prepare,
  steps,
  stamp,
  isFresh,
  hashOf,
  version,
  pluginJar,
  devHostJar,
  scimTester,
}
