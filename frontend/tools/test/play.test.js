'use strict'

const { spawn } = require('node:child_process')
const http = require('node:http')
const { inTop } = require('../run.js')
const { lineOf, problemOf } = require('../play.js')

const step = {
  name: 'look him up',
  request: { method: 'GET', path: '/Users/{{adaId}}' },
  answer: { status: 200 },
}
const answer = { status: 200, headers: {}, body: undefined }

test.each([
  [
    'what was sent, not what was recorded',
    { method: 'GET', path: '/Users/42', query: 'attributes=id' },
    undefined,
    '  200     7 ms  GET    /Users/42?attributes=id                      look him up',
  ],
  [
    'a mark where the answer is another one',
    { method: 'DELETE', path: '/Users/42' },
    'status 404',
    '! 200     7 ms  DELETE /Users/42                                    look him up',
  ],
  [
    'long addresses cut',
    { method: 'GET', path: `/${'x'.repeat(200)}` },
    undefined,
    `  200     7 ms  GET    /${'x'.repeat(118)}…  look him up`,
  ],
])('a line shows %s', (_, request, difference, line) => {
  expect(lineOf({ step, request, answer, milliseconds: 7, difference })).toBe(line)
})

test.each([
  [503, '{"detail":"The connection is paused"}', 'It answers 503: The connection is paused'],
  [404, '<html>', 'It answers 404, and not as SCIM does: is this the SCIM base URL?'],
  [500, '{}', 'It answers 500, and not as SCIM does: is this the SCIM base URL?'],
  [200, 'null', 'It answers 200, and not as SCIM does: is this the SCIM base URL?'],
])('a refusal of %i %s is one line', (status, body, line) => {
  expect(problemOf(status, body)).toBe(line)
})

/** A service provider that takes every new user and group and has none. @returns {Promise<http.Server>} */
function openProvider() {
  let made = 0
  const server = http.createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer right'
    response.statusCode = known ? (request.method === 'POST' ? 201 : 200) : 401
    const body = known ? { id: `id-${++made}`, totalResults: 0 } : { detail: 'wrong token' }
    request.resume().on('end', () => response.end(JSON.stringify(body)))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** @param {readonly string[]} args @returns {Promise<{ code: number | null, out: readonly string[], said: string }>} */
function play(args) {
  const child = spawn(process.execPath, [inTop('frontend/tools/play.js'), ...args])
  let [out, said] = ['', '']
  child.stdout.on('data', (data) => (out += data))
  child.stderr.on('data', (data) => (said += data))
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, out: out.trim().split('\n'), said: said.trim() })),
  )
}

describe('npm run play', () => {
  /** @type {http.Server} */
  let server
  /** @type {string} */
  let base
  beforeAll(async () => {
    server = await openProvider()
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    base = `http://127.0.0.1:${port}/scim/c/v2`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('lets users arrive, a line each', async () => {
    const { code, out, said } = await play([
      ...['miniorange', '--users', '11', '--base', base, '--token', 'right'],
    ])
    expect([code, said, out.length]).toEqual([0, '', 1 + 11 + 2])
    expect(out[0]).toBe('11 users arrive')
    expect(out[11]).toMatch(
      /^ {2}201 +\d+ ms {2}POST {3}\/Groups +create team \w+ 1 with 10 members$/,
    )
  })

  const nowhere = 'http://127.0.0.1:1/scim/c/v2'
  test.each([
    ['a wrong token', () => ['--base', base, '--token', 'no'], 'It answers 401: wrong token'],
    [
      'a wrong token when users arrive',
      () => ['--users', '2', '--base', base, '--token', 'no'],
      'It answers 401: wrong token',
    ],
    ['nobody there', () => ['--base', nowhere, '--token', 'x'], `${nowhere} does not answer: `],
    ['no address', () => ['--base', 'crowd', '--token', 'x'], 'crowd does not answer: '],
    ['a number of users', () => ['--users', 'all'], '--users all: a number from 0 to 100000'],
  ])('%s is said in one line', async (_, args, line) => {
    const { code, said } = await play(['okta', ...args()])
    expect([code, said.split('\n').length]).toEqual([1, 1])
    expect(said.startsWith(line)).toBe(true)
  })

  test('an unknown client is said with those that are known', async () => {
    const { code, said } = await play(['ping'])
    expect([code, said]).toEqual([
      1,
      'client ping: one of custom, entra, miniorange, okta, onelogin is needed',
    ])
  })

  test('an answer that was not recorded ends it with what was wrong', async () => {
    const { code, out, said } = await play(['custom', '--base', base, '--token', 'right'])
    expect(code).toBe(1)
    expect(out.at(-1)?.startsWith('! ')).toBe(true)
    expect(said).toMatch(/^A client that holds to the RFC, step "[^\n]+$/)
  })
})
