'use strict'

const { spawnSync } = require('node:child_process')
const crypto = require('node:crypto')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { Refusal, inTop } = require('../run.js')
const { arrivals } = require('../arrivals.js')
const { readPlay } = require('../play.js')
const { readStart } = require('../start.js')
const { readKey, readKeyFile, readPackage, signOrForget } = require('../package.js')
const { readScimTest } = require('../scim-tester.js')
const { mavenArguments, readTest } = require('../test.js')

const plainStart = {
  port: 8095,
  home: inTop('.stand-in'),
  fresh: false,
  servletApi: 'jakarta',
  demo: true,
}

test.each([
  [[], plainStart],
  [['--port', '0', '--fresh', '--no-demo'], { ...plainStart, port: 0, fresh: true, demo: false }],
  [
    ['--servlet-api', 'javax', '--database', 'jdbc:x', '--home', '/data'],
    { ...plainStart, servletApi: 'javax', database: 'jdbc:x', home: '/data' },
  ],
])('npm start %j', (args, expected) => {
  expect(readStart(args)).toEqual(expected)
})

test.each([
  [() => readStart(['--port', 'many']), '--port many: a number from 0 to 65535 is needed'],
  [() => readStart(['--port', '99999']), '--port 99999: a number from 0 to 65535 is needed'],
  [
    () => readStart(['--servlet-api', 'servlet']),
    '--servlet-api servlet: one of javax, jakarta is needed',
  ],
  [() => readStart(['--prot', '1']), "Unknown option '--prot'"],
  [() => readPackage(['--flavour', 'sweet']), '--flavour sweet: one of javax, jakarta is needed'],
  [() => readTest(['--only', 'luck']), '--only luck: one of check, jest, junit'],
  [
    () => readTest(['--base', 'http://crowd', '--only', 'jest']),
    '--only jest: one of exchanges, conformance, browser is needed',
  ],
])('a wrong argument is named: %#', (read, message) => {
  expect(read).toThrow(Refusal)
  expect(read).toThrow(message)
})

const plainPlay = { client: 'miniorange', users: 0, home: inTop('.stand-in'), at: undefined }

test.each([
  [['miniorange'], plainPlay],
  [['miniorange', '--users', '50'], { ...plainPlay, users: 50 }],
  [['miniorange', '--home', '/data'], { ...plainPlay, home: '/data' }],
  [
    ['miniorange', '--base', 'http://crowd/scim/x/v2/', '--token', 't'],
    { ...plainPlay, at: { base: 'http://crowd/scim/x/v2', token: 't' } },
  ],
])('npm run play %j', (args, expected) => {
  expect(readPlay(args)).toEqual(expected)
})

test('npm run test:scim', () => {
  const args = ['--base', 'http://crowd/scim/x/v2/', '--token', 't']
  expect(readScimTest(args)).toEqual({ base: 'http://crowd/scim/x/v2', token: 't' })
  expect(() => readScimTest(['--token', 't'])).toThrow('npm run test:scim -- --base')
})

test.each([
  [[], 'npm run play -- <miniorange|entra|okta|onelogin|custom>'],
  [['hostile'], 'one of custom, entra, miniorange, okta, onelogin is needed'],
  [['miniorange', '--base', 'http://crowd'], '--base and --token go together'],
])('npm run play %j is refused', (args, message) => {
  expect(() => readPlay(args)).toThrow(message)
})

test('every ten arriving users, and the last ones, make a group', () => {
  const groups = arrivals(12, 'x').filter(({ request }) => request.path === '/Groups')
  expect(groups.map(({ name }) => name)).toEqual([
    'create team x 1 with 10 members',
    'create team x 2 with 2 members',
  ])
  expect(arrivals(12, 'x')).toHaveLength(14)
})

const all = [
  'check',
  'jest',
  'junit',
  'contracts',
  'behaviour',
  'lifecycle',
  'start',
  'exchanges',
  'conformance',
  'concurrency',
  'browser',
]

test.each([
  [[], { kinds: all, long: false, database: undefined, crowd: undefined }],
  [
    ['--only', 'jest', '--long', '--database', 'jdbc:x'],
    { kinds: ['jest'], long: true, database: 'jdbc:x', crowd: undefined },
  ],
  [
    ['--base', 'https://crowd.example.org/crowd/', '--user', 'ann', '--password', 'secret'],
    {
      kinds: ['exchanges', 'conformance', 'browser'],
      long: false,
      database: undefined,
      crowd: { base: 'https://crowd.example.org/crowd', user: 'ann', password: 'secret' },
    },
  ],
])('npm test %j', (args, expected) => {
  expect(readTest(args)).toEqual(expected)
})

test.each([
  [/** @type {const} */ (['junit']), true, true],
  [/** @type {const} */ (['contracts']), true, false],
  [/** @type {const} */ (['behaviour']), false, true],
  [/** @type {const} */ (['junit', 'contracts', 'behaviour', 'lifecycle']), false, false],
])(
  'Maven for %j leaves out integration tests: %s, leaves out contract-tests: %s',
  (kinds, its, modules) => {
    const args = mavenArguments(kinds, false)
    expect([args.includes('-DskipITs'), args.includes('-pl')]).toEqual([its, modules])
  },
)

test.each([true, false])('Maven hears of the long tests: %s', (long) => {
  expect(mavenArguments(['junit'], long).includes('-Dlong=true')).toBe(long)
})

describe('the signature of a JAR', () => {
  const pem = (/** @type {crypto.KeyObject} */ key) =>
    key.export({ type: 'pkcs8', format: 'pem' }).toString()
  /** @type {string} */
  let jar
  beforeEach(() => {
    jar = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'package-')), 'app.jar')
    fs.writeFileSync(jar, 'a jar')
  })
  afterEach(() => fs.rmSync(path.dirname(jar), { recursive: true }))

  test('is Ed25519 over the whole file, in base64, beside it', () => {
    const { privateKey, publicKey } = crypto.generateKeyPairSync('ed25519')
    expect(signOrForget(jar, readKey(pem(privateKey)))).toBe(`${jar}.sig`)
    const signature = Buffer.from(fs.readFileSync(`${jar}.sig`, 'utf8'), 'base64')
    expect(crypto.verify(null, fs.readFileSync(jar), publicKey, signature)).toBe(true)
  })

  test('of an earlier build goes when there is no new one', () => {
    fs.writeFileSync(`${jar}.sig`, 'of another jar')
    expect(signOrForget(jar, undefined)).toBeUndefined()
    expect(fs.readdirSync(path.dirname(jar))).toEqual(['app.jar'])
  })

  test('asks for the right kind of key', () => {
    const { privateKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(() => readKey(pem(privateKey))).toThrow('An Ed25519 key is needed, not ec')
    expect(() => readKey('nonsense')).toThrow('The key cannot be read')
    expect(() => readKeyFile(`${jar}.pem`)).toThrow(Refusal)
    expect(() => readKeyFile(`${jar}.pem`)).toThrow('The key cannot be read: ENOENT')
  })

  test('is not begun, nor anything built, with a wrong key', () => {
    const args = [inTop('frontend/tools/package.js'), '--sign', `${jar}.pem`]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('The key cannot be read: ENOENT')
  })
})
