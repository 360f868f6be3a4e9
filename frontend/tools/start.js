'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { runMain, top } = require('./run.js')
const { readArguments, readChoice, readNumber, shellWord } = require('./arguments.js')
const { requireTools } = require('./requirements.js')
const { prepare } = require('./steps.js')
const standIn = require('./stand-in.js')
const { openAdminApi } = require('./console-session.js')
const { findOrMakeDemo } = require('./demo.js')

const usage = `npm start -- [--port 8095] [--home .stand-in] [--fresh] [--servlet-api jakarta|javax]
             [--database <jdbc address>] [--no-demo]`

const options = /** @type {const} */ ({
  port: { type: 'string', default: '8095' },
  home: { type: 'string', default: standIn.defaultHome },
  fresh: { type: 'boolean', default: false },
  'servlet-api': { type: 'string', default: 'jakarta' },
  database: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
})

/** @param {readonly string[]} args */
function readStart(args) {
  const { values } = readArguments(args, options, usage)
  return {
    port: readNumber(values.port, 'port', 0, 65535),
    home: path.resolve(top, values.home),
    fresh: values.fresh,
    servletApi: readChoice(
      values['servlet-api'],
      '--servlet-api',
      /** @type {const} */ (['javax', 'jakarta']),
    ),
    ...(values.database === undefined ? {} : { database: values.database }),
    demo: !values['no-demo'],
  }
}

/** What an earlier start wrote down; nothing if there was none, or it cannot be read. @param {string} file */
function readLastStart(file) {
  try {
    const { scimBaseUrl, scimToken } = JSON.parse(fs.readFileSync(file, 'utf8'))
    return { scimBaseUrl: String(scimBaseUrl ?? ''), scimToken: String(scimToken ?? '') }
  } catch {
    return { scimBaseUrl: '', scimToken: '' }
  }
}

/** @param {string} home @returns {string} '' for the default one */
function homeOption(home) {
  return home === path.join(top, standIn.defaultHome) ? '' : ` --home ${shellWord(home)}`
}

/** @param {import('./demo.js').Demo} demo @param {string} home */
function demoLines({ scimBaseUrl, scimToken, done }, home) {
  return [
    `the demo connection  ${done}`,
    `SCIM base URL        ${scimBaseUrl}`,
    `bearer token         ${scimToken}`,
    '',
    'Try it:',
    `  curl -H 'Authorization: Bearer ${scimToken}' ${scimBaseUrl}/Users`,
    `  npm run play -- miniorange${homeOption(home)}`,
  ]
}

/** @param {import('./demo.js').Demo | undefined} demo @param {string} crowdUrl @param {string} home */
function introduction(demo, crowdUrl, home) {
  const { user, password } = standIn.administrator
  return [
    '',
    `Crowd's stand-in     ${crowdUrl}/console/home.action`,
    `log in as            ${user} / ${password}   (user / user has no administration rights)`,
    `the app's page       ${crowdUrl}/plugins/servlet/scim-for-crowd/`,
    ...(demo ? demoLines(demo, home) : []),
    '',
    'Ctrl-C stops it.',
  ].join('\n')
}

/**
 * Installs the app, and makes or finds the demo connection.
 *
 * @param {string} crowdUrl
 * @param {boolean} wantsDemo
 * @param {import('./demo.js').LastStart} last
 */
async function openForWork(crowdUrl, wantsDemo, last) {
  const session = await standIn.installApp(crowdUrl)
  if (!wantsDemo) return undefined
  return findOrMakeDemo(await openAdminApi(session), last)
}

/**
 * What `dev-host.json` holds. Without the demo connection it has no base URL, but the token is remembered.
 *
 * @param {import('./demo.js').Demo | undefined} demo
 * @param {string} crowdUrl
 * @param {import('./demo.js').LastStart} last
 */
function describe(demo, crowdUrl, last) {
  const { user, password } = standIn.administrator
  return {
    crowdUrl,
    adminUrl: `${crowdUrl}/plugins/servlet/scim-for-crowd/`,
    adminUser: user,
    adminPassword: password,
    scimBaseUrl: demo?.scimBaseUrl ?? '',
    scimToken: demo?.scimToken ?? last.scimToken ?? '',
    pid: process.pid,
  }
}

async function main() {
  const begun = Date.now()
  requireTools()
  const { demo: wantsDemo, ...host } = readStart(process.argv.slice(2))
  await prepare(['packages', 'bundles', 'java'])
  const file = path.join(host.home, 'dev-host.json')
  const running = await standIn.startStandIn(host)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void running.stop())
  try {
    const last = readLastStart(file)
    const demo = await openForWork(running.crowdUrl, wantsDemo, last)
    const description = describe(demo, running.crowdUrl, last)
    fs.writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 })
    console.log(`ready in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
    console.log(introduction(demo, running.crowdUrl, host.home))
    await running.ended
  } finally {
    await running.stop()
  }
  console.log('Stopped.')
}

if (require.main === module) runMain(main)

module.exports = { readStart, introduction, describe }
