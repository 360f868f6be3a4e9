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
 * @param {string} pem private key
 * @throws {Refusal} when it is not an Ed25519 private key
 */
function signatureOf(jar, pem) {
  const key = readKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Refusal(
      `An Ed25519 key is needed, not ${key.asymmetricKeyType}: openssl genpkey -algorithm ed25519`,
    )
  }
  return crypto.sign(null, jar, key).toString('base64')
}

/** @param {string} pem */
function readKey(pem) {
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

async function main() {
  const { sign, flavour } = readPackage(process.argv.slice(2))
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
  if (sign === undefined) return
  fs.writeFileSync(`${jar}.sig`, signatureOf(fs.readFileSync(jar), fs.readFileSync(sign, 'utf8')))
  console.log(`${jar}.sig`)
}

if (require.main === module) runMain(main)

module.exports = { readPackage, signatureOf }
