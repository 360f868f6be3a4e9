'use strict'

const { readArguments } = require('../../tools/arguments.js')
const { requireTools } = require('../../tools/requirements.js')
const { run, runMain } = require('../../tools/run.js')
const { prepare } = require('../../tools/steps.js')

const usage = `npm run bench:engine -- [options]

CPU time, allocation and calls of the shell for each kind of exchange, in the engine alone: the bundle in Rhino, inside one
JVM, with the answers of Crowd played back.

  --compiled   Rhino makes classes of the script, as -Dscimforcrowd.engine=compiled does`

async function main() {
  const { values } = readArguments(
    process.argv.slice(2),
    { compiled: { type: 'boolean' }, help: { type: 'boolean' } },
    usage,
  )
  if (values.help) return console.log(usage)
  requireTools()
  await prepare(['packages', 'bundles'])
  const code = await run('mvn', [
    ...['-B', '-q', '-ntp', '-DskipFrontend', '-pl', 'plugin-java/contract-tests', '-am', 'test'],
    ...['-Dtest=EngineTime', '-Dsurefire.failIfNoSpecifiedTests=false'],
    `-Dengine.compiled=${values.compiled === true}`,
  ])
  process.exitCode = code
}

runMain(main)
