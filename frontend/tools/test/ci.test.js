'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { inTop } = require('../run.js')

const ended = '3 passed, 1 failed, 0 skipped'

/** Commands of a machine: what each says, and how it ends. */
const all = { javac: 0, mvn: 0, chromium: 0, python3: 0 }

const rows = [
  { title: 'a machine that lacks nothing', has: { ...all, npm: 0 }, calls: [], code: 0 },
  { title: 'failed tests', has: { ...all, npm: 1 }, calls: [], code: 1 },
  {
    title: 'a machine without a browser',
    has: { javac: 0, mvn: 0, python3: 0, npm: 0, 'apt-get': 0 },
    calls: ['update -qq', 'install -y -qq --no-install-recommends chromium'],
    code: 0,
  },
  {
    title: 'another name of the browser',
    has: { javac: 0, mvn: 0, 'google-chrome': 0, python3: 0, npm: 0 },
    calls: [],
    code: 0,
  },
  {
    title: 'a machine with next to nothing',
    has: { npm: 0, 'apt-get': 0 },
    calls: [
      'update -qq',
      'install -y -qq --no-install-recommends openjdk-17-jdk-headless maven chromium python3-venv',
    ],
    code: 0,
  },
  {
    title: 'a machine that cannot fetch anything',
    has: { javac: 0, mvn: 0, npm: 1, 'apt-get': 100 },
    calls: ['update -qq'],
    code: 1,
  },
]

test.each(rows)('.ci/run on $title', ({ has, calls, code }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ci-'))
  const log = path.join(folder, 'log')
  fs.writeFileSync(log, '')
  for (const [name, ends] of Object.entries(has)) {
    const says = name === 'apt-get' ? `echo "$@" >> '${log}'` : `echo '${ended}'`
    fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${says}\nexit ${ends}\n`, { mode: 0o755 })
  }
  fs.symlinkSync('/usr/bin/dirname', path.join(folder, 'dirname'))
  const { status, stdout } = spawnSync('/bin/bash', [inTop('.ci/run')], {
    encoding: 'utf8',
    env: { PATH: folder },
  })
  const called = fs.readFileSync(log, 'utf8').split('\n').filter(Boolean)
  fs.rmSync(folder, { recursive: true })
  expect({ status, said: stdout, called }).toEqual({
    status: code,
    said: `${ended}\n`,
    called: calls,
  })
})
