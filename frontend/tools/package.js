'use strict'

const crypto = require('node:crypto')
const fs = require('node:fs')
const { inTop, run, runMain, Refusal } = require('./run.js')
const { readArguments, readChoice } = require('./arguments.js')
const { requireTools } = require('./requirements.js')
const { pluginJar, prepare } = require('./steps.js')

const usage = 'npm run package -- [--sign <key.pem>] [--flavour javax|jakarta]'

/** @param {readonly string[]} args */
function readPackage(args) {
  const options = /** @type {const} */ ({ sign: { type: 'string' }, flavour: { type: 'string' } })
  const { sign, flavour } = readArguments(args, options, usage).values
  return {
    sign,
    flavour:
      flavour && readChoice(flavour, '--flavour', /** @type {const} */ (['javax', 'jakarta'])),
  }
}

/**
 * The detached signature that Crowd 7's Manage Apps asks for: Ed25519 over the whole JAR, in base64. The same as
 * `openssl pkeyutl -sign -rawin -inkey key.pem -in app.jar | base64 -w0`.
 *
 * @param {Buffer} jar
 * @param {crypto.KeyObject} key
 */
function signatureOf(jar, key) {
  return crypto.sign(null, jar, key).toString('base64')
}

/**
 * @param {string} pem
 * @returns {crypto.KeyObject}
 * @throws {Refusal} when it is not an Ed25519 private key
 */
function readKey(pem) {
  const key = privateKeyOf(pem)
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new Refusal(
    `An Ed25519 key is needed, not ${key.asymmetricKeyType}: openssl genpkey -algorithm ed25519`,
  )
}

/** @param {string} pem */
function privateKeyOf(pem) {
  try {
    return crypto.createPrivateKey(pem)
  } catch (error) {
    throw new Refusal(`The key cannot be read: ${/** @type {Error} */ (error).message}`)
  }
}

/** A flavour's JAR has a name of its own, so that it is never taken for the universal one. @param {string} flavour */
function setApart(flavour) {
  const jar = inTop(pluginJar.replace(/\.jar$/, `-${flavour}.jar`))
  fs.renameSync(inTop(pluginJar), jar)
  return jar
}

/**
 * @param {string} file of a private key
 * @throws {Refusal} when there is none, or it is not an Ed25519 private key
 */
function readKeyFile(file) {
  try {
    return readKey(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`The key cannot be read: ${/** @type {Error} */ (error).message}`)
  }
}

/**
 * Puts the signature beside the JAR, or takes away that of an earlier build, which does not fit any more.
 *
 * @param {string} jar
 * @param {crypto.KeyObject | undefined} key
 * @returns {string | undefined} the signature's file
 */
function signOrForget(jar, key) {
  const file = `${jar}.sig`
  fs.rmSync(file, { force: true })
  if (key === undefined) return undefined
  fs.writeFileSync(file, signatureOf(fs.readFileSync(jar), key))
  return file
}

async function main() {
  const { sign, flavour } = readPackage(process.argv.slice(2))
  const key = sign === undefined ? undefined : readKeyFile(sign)
  requireTools()
  await prepare(['packages', 'bundles'])
  const args = [
    ...['-B', '-q', '-ntp', '-DskipFrontend', '-Dmaven.test.skip=true'],
    ...(flavour ? [`-Dflavour=${flavour}`] : []),
    ...['-pl', 'plugin-java/plugin', '-am', 'package'],
  ]
  const code = await run('mvn', args, { quiet: true })
  if (code !== 0) throw new Refusal('The JAR was not made.')
  const jar = flavour ? setApart(flavour) : inTop(pluginJar)
  console.log(jar)
  const signature = signOrForget(jar, key)
  if (signature !== undefined) console.log(signature)
}

if (require.main === module) runMain(main)

module.exports = { readPackage, readKey, readKeyFile, signatureOf, signOrForget }
