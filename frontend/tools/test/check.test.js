'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { inTop } = require('../run.js')

/**
 * A checkout with our own configuration and tools and next to nothing to check, so that the very steps of
 * `npm run check` run in it within seconds.
 */
const configuration = [
  ...['package.json', 'tsconfig.json', 'eslint.config.js', '.prettierrc', '.prettierignore'],
  'frontend/tsconfig.base.json',
  ...['settings', 'settings/test', 'engine', 'engine/test', 'admin', 'admin/test'].map(
    (project) => `frontend/${project}/tsconfig.json`,
  ),
  ...['frontend/e2e/tsconfig.json', 'frontend/tools'],
]

/** Files that every project of the fixture needs to have something to compile. */
const sources = {
  'frontend/settings/src/index.ts': "export type Mode = 'live' | 'paused'\n",
  'frontend/settings/test/mode.ts':
    "import { type Mode } from '../src/index'\n\nexport const live: Mode = 'live'\n",
  'frontend/engine/src/index.ts': "export { first } from './schema/first'\n",
  'frontend/engine/src/schema/first.ts': 'export const first = [1].includes(1)\n',
  'frontend/engine/src/rules/wish.ts':
    "import { first } from '../schema/first'\n\nexport const wish = !first\n",
  'frontend/engine/test/first.ts':
    "import { first } from '../src/schema/first'\n\nexport const second = first\n",
  'frontend/admin/src/app/page.ts':
    "import { type Mode } from '@settings'\n\nexport const mode: Mode = 'live'\n",
  'frontend/admin/test/page.ts':
    "import { mode } from '../src/app/page'\n\nexport const seen = mode\n",
  'frontend/e2e/first.ts': 'export const first = 1\n',
  'frontend/dist/engine/engine.js': 'var first = [1].length;\n',
  'frontend/dist/engine-tests/engine-tests.js': 'var first = [1].length;\n',
  'frontend/dist/admin/entry.js': 'const first = 1\n',
}

/** @type {string} */
let fixture
/** @param {string} file @param {string} text */
function write(file, text) {
  const to = path.join(fixture, file)
  fs.mkdirSync(path.dirname(to), { recursive: true })
  fs.writeFileSync(to, text)
}

beforeEach(() => {
  fixture = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'check-')))
  for (const file of configuration) {
    const filter = (/** @type {string} */ one) => !one.endsWith(`tools${path.sep}test`)
    fs.cpSync(inTop(file), path.join(fixture, file), { recursive: true, filter })
  }
  fs.symlinkSync(inTop('node_modules'), path.join(fixture, 'node_modules'))
  for (const [file, text] of Object.entries(sources)) write(file, text)
})
afterEach(() => fs.rmSync(fixture, { recursive: true }))

/** Runs those steps of the fixture's own `npm run check`. @param {readonly string[]} names */
function check(names) {
  const script = `require('./frontend/tools/check.js').check(${JSON.stringify(names)})
    .then((failed) => (process.exitCode = failed.length > 0 ? 1 : 0))`
  const run = spawnSync(process.execPath, ['-e', script], { cwd: fixture, encoding: 'utf8' })
  return { code: run.status, said: run.stdout + run.stderr }
}

/** One wrong thing each, the step that must see it, and what it says of it alone. */
const rows = [
  {
    wrong: 'an engine room that looks to its right',
    file: 'frontend/engine/src/schema/wrong.ts',
    text: "export { wish } from '../rules/wish'\n",
    step: 'lint and doors',
    says: 'may not know frontend/engine/src/rules/wish',
  },
  {
    wrong: 'the page that imports the engine',
    file: 'frontend/admin/src/app/wrong.ts',
    text: "export { first } from '../../../engine/src/schema/first'\n",
    step: 'lint and doors',
    says: 'frontend/admin/src may not know frontend/engine/src/schema/first',
  },
  {
    wrong: 'the page that imports the engine, to the compiler',
    file: 'frontend/admin/src/app/wrong.ts',
    text: "export { first } from '../../../engine/src/schema/first'\n",
    step: 'types',
    says: "is not under 'rootDir'",
  },
  {
    wrong: 'a tab that imports another tab',
    file: 'frontend/admin/src/features/scim/wrong.ts',
    text: "export { tab } from '../user-sync/tab'\n",
    step: 'lint and doors',
    says: 'features do not know one another',
  },
  {
    wrong: 'settings that import a package',
    file: 'frontend/settings/src/wrong.ts',
    text: "export { useState } from 'react'\n",
    step: 'lint and doors',
    says: 'frontend/settings/src may not import the package react',
  },
  {
    wrong: 'settings that import the engine',
    file: 'frontend/settings/src/worse.ts',
    text: "export { first } from '../../engine/src/schema/first'\n",
    step: 'lint and doors',
    says: 'frontend/settings/src may not know frontend/engine/src/schema/first',
  },
  {
    wrong: 'tools that import a dependency',
    file: 'frontend/tools/wrong.js',
    text: "'use strict'\n\nmodule.exports = require('react')\n",
    step: 'lint and doors',
    says: 'frontend/tools may not import the package react',
  },
  {
    wrong: 'a suite over HTTP that imports the engine',
    file: 'frontend/e2e/wrong.ts',
    text: "export { first } from '../engine/src/schema/first'\n",
    step: 'lint and doors',
    says: 'frontend/e2e may not know frontend/engine/src/schema/first',
  },
  {
    wrong: 'an engine that calls what ES2015 has not',
    file: 'frontend/engine/src/schema/wrong.ts',
    text: 'export const flat = [[1]].flat()\n',
    step: 'types',
    says: "Property 'flat' does not exist",
  },
  {
    wrong: 'an engine bundle that Rhino cannot run',
    file: 'frontend/dist/engine/engine.js',
    text: 'var first = [[1]].flatMap(String)\n',
    step: 'language of the engine bundle',
    says: 'Rhino has no flatMap',
  },
  {
    wrong: 'a page that calls somebody else',
    file: 'frontend/dist/admin/entry.js',
    text: "fetch('https://xp.atlassian.com')\n",
    step: 'the page calls nobody but Crowd',
    says: 'names xp.atlassian',
  },
  {
    wrong: 'a file in another form',
    file: 'frontend/e2e/wrong.ts',
    text: 'export const first = "1";\n',
    step: 'format',
    says: 'frontend/e2e/wrong.ts',
  },
]

const steps = [...new Set(rows.map(({ step }) => step))]
const wrongOf = (/** @type {string} */ step) => rows.filter((row) => row.step === step)

describe('npm run check', () => {
  test('passes where nothing is wrong, by every step', () => {
    const { code, said } = check(steps)
    expect([code, said]).toEqual([0, expect.not.stringContaining('FAILED')])
  })

  test.each(steps)('fails at each wrong thing: %s', (step) => {
    for (const { file, text } of wrongOf(step)) write(file, text)
    const { code, said } = check([step])
    expect([code, said]).toEqual([1, expect.stringContaining(`FAILED  ${step}`)])
    const seen = wrongOf(step).map(({ wrong, says }) => [wrong, said.includes(says)])
    expect(seen).toEqual(wrongOf(step).map(({ wrong }) => [wrong, true]))
  })
})

/** Maven holds the same between the Java modules: `npm test` compiles them. It takes half a minute, so the long tests ask. */
const javaRows = [
  {
    wrong: 'the app that imports the stand-in',
    module: 'plugin-java/plugin',
    wrongFile: 'plugin-java/plugin/src/main/java/org/scimforcrowd/http/Wrong.java',
    text: 'package org.scimforcrowd.http;\n\nclass Wrong extends org.scimforcrowd.devhost.StandIn {}\n',
    says: 'package org.scimforcrowd.devhost does not exist',
  },
  {
    wrong: 'the stand-in that imports the app',
    module: 'plugin-java/dev-host',
    wrongFile: 'plugin-java/dev-host/src/main/java/org/scimforcrowd/devhost/Wrong.java',
    text: 'package org.scimforcrowd.devhost;\n\nclass Wrong extends org.scimforcrowd.http.ScimDoor {}\n',
    says: 'package org.scimforcrowd.http does not exist',
  },
]

if (process.env.LONG === '1') {
  test.each(javaRows)('Maven fails at $wrong', ({ module, wrongFile, text, says }) => {
    const filter = (/** @type {string} */ one) => !/[\\/](target|test)$/.test(one)
    for (const file of ['pom.xml', 'atlassian-plugin.xml', 'plugin-java'])
      fs.cpSync(inTop(file), path.join(fixture, file), { recursive: true, filter })
    write(wrongFile, text)
    const args = ['-B', '-q', '-ntp', '-DskipFrontend', '-Dmaven.test.skip=true']
    const run = spawnSync('mvn', [...args, '-pl', module, '-am', 'compile'], {
      cwd: fixture,
      encoding: 'utf8',
    })
    expect([run.status, run.stdout + run.stderr]).toEqual([1, expect.stringContaining(says)])
    expect(run.stdout).toContain('Wrong.java')
  })
}
