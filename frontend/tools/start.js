'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { runMain, top } = require('./run.js')
const { readArguments, readChoice, readNumber } = require('./arguments.js')
const { requireTools } = require('./requirements.js')
const { prepare } = require('./steps.js')
const standIn = require('./stand-in.js')

const usage = `npm start -- [--port 8095] [--home .stand-in] [--fresh] [--servlet-api jakarta|javax]
             [--database <jdbc address>] [--no-demo]`

const options = /** @type {const} */ ({
  port: { type: 'string', default: '8095' },
  home: { type: 'string', default: '.stand-in' },
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

/** @param {string} file @returns {string | undefined} */
function tokenOfLastStart(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).scimToken
  } catch {
    return undefined
  }
}

/**
 * Forgets what an earlier start left in the home. Only a folder that a stand-in has used is emptied.
 *
 * @param {string} home
 */
function emptyHome(home) {
  if (fs.existsSync(path.join(home, 'stand-in.log'))) fs.rmSync(home, { recursive: true })
}

/** @param {import('./stand-in.js').Demo | undefined} demo @param {string} crowdUrl */
function introduction(demo, crowdUrl) {
  const { user, password } = standIn.administrator
  const lines = [
    '',
    `Crowd's stand-in     ${crowdUrl}/console/home.action`,
    `log in as            ${user} / ${password}   (user / user has no administration rights)`,
    `the app's page       ${crowdUrl}/plugins/servlet/scim-for-crowd/`,
  ]
  if (demo) {
    const { scimBaseUrl, scimToken } = demo
    lines.push(
      `SCIM base URL        ${scimBaseUrl}`,
      `bearer token         ${scimToken}`,
      '',
      'Try it:',
      `  curl -H 'Authorization: Bearer ${scimToken}' ${scimBaseUrl}/Users`,
      '  npm run play -- miniorange',
    )
  }
  return [...lines, '', 'Ctrl-C stops it.'].join('\n')
}

/**
 * Installs the app, and makes or finds the demo connection.
 *
 * @param {string} crowdUrl
 * @param {boolean} wantsDemo
 * @param {string | undefined} lastToken
 */
async function openForWork(crowdUrl, wantsDemo, lastToken) {
  const session = await standIn.installApp(crowdUrl)
  if (!wantsDemo) return undefined
  return standIn.findOrMakeDemo(await standIn.openAdminApi(session), lastToken)
}

/** What `dev-host.json` holds. @param {import('./stand-in.js').Demo | undefined} demo @param {string} crowdUrl */
function describe(demo, crowdUrl) {
  const { user, password } = standIn.administrator
  return {
    crowdUrl,
    adminUrl: `${crowdUrl}/plugins/servlet/scim-for-crowd/`,
    adminUser: user,
    adminPassword: password,
    scimBaseUrl: demo?.scimBaseUrl ?? '',
    scimToken: demo?.scimToken ?? '',
    pid: process.pid,
  }
}

async function main() {
  requireTools()
  const { demo: wantsDemo, fresh, ...host } = readStart(process.argv.slice(2))
  await prepare(['packages', 'bundles', 'java'])
  if (fresh) emptyHome(host.home)
  const file = path.join(host.home, 'dev-host.json')
  const running = await standIn.startStandIn(host)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void running.stop())
  try {
    const demo = await openForWork(running.crowdUrl, wantsDemo, tokenOfLastStart(file))
    const description = describe(demo, running.crowdUrl)
    fs.writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 })
    console.log(introduction(demo, running.crowdUrl))
    await running.ended
  } finally {
    await running.stop()
  }
  console.log('Stopped.')
}

if (require.main === module) runMain(main)

module.exports = { readStart, introduction }
