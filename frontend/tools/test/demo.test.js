'use strict'

const fs = require('node:fs')
const http = require('node:http')
const os = require('node:os')
const path = require('node:path')
const { inTop } = require('../run.js')
const { startedIn } = require('../play.js')
const { describe: descriptionOf, introduction } = require('../start.js')
const { findOrMakeDemo } = require('../stand-in.js')

/** The demo connection as far as `npm start` sees it: its tokens, and how it answers whoever has a right one. */
function openDemo(
  /** @type {{ names: readonly string[], status?: number }} */ { names, status = 200 },
) {
  const state = {
    tokens: names.map((name, index) => ({ id: `t${index}`, name, expires: 0 })),
    secrets: names.map((_, index) => `secret-${index}`),
  }
  const server = http.createServer((request, answer) => {
    const known = state.secrets.some((one) => request.headers.authorization === `Bearer ${one}`)
    answer.statusCode = known ? status : 401
    answer.end(JSON.stringify({ detail: known ? 'The connection is paused' : 'wrong token' }))
  })
  const view = () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    const scimBaseUrl = `http://127.0.0.1:${port}`
    return { id: 'd', scim: { appName: 'Demo' }, tokens: state.tokens, scimBaseUrl }
  }
  /** @type {import('../console-session.js').AdminApi} */
  const api = async (method, at, body) => {
    if (at === '/overview') return { connections: [view()] }
    if (method === 'DELETE') {
      const index = state.tokens.findIndex(({ id }) => at.endsWith(`/${id}`))
      state.tokens.splice(index, 1)
      state.secrets.splice(index, 1)
      return view()
    }
    if (state.tokens.length >= 2) throw new Error('409 Two tokens are live already')
    const { name } = /** @type {{ name: string }} */ (body)
    state.tokens.push({ id: 'new', name, expires: 0 })
    state.secrets.push('new-secret')
    return { connection: view(), token: 'new-secret' }
  }
  return { server, api, state }
}

const rows = [
  { title: 'keeps a token that works', names: ['a'], known: 'secret-0', token: 'secret-0' },
  {
    title: 'keeps it while the connection is paused, and says so',
    names: ['a', 'b'],
    status: 503,
    known: 'secret-0',
    token: 'secret-0',
    note: 'It answers 503 now: The connection is paused',
  },
  { title: 'makes one for a wrong one', names: ['a'], known: 'old', token: 'new-secret' },
  { title: 'makes one if none is known', names: ['a'], known: undefined, token: 'new-secret' },
  {
    title: 'revokes its own where two are live',
    names: ['a', 'npm start'],
    known: 'old',
    token: 'new-secret',
    left: ['a', 'npm start'],
  },
  {
    title: 'revokes nobody else’s',
    names: ['a', 'b'],
    known: 'old',
    token: '',
    note: 'Two tokens are live already, and neither is known here: revoke one on the page, and start again',
    left: ['a', 'b'],
  },
]

test.each(rows)('npm start $title', async ({ names, status, known, token, note, left }) => {
  const { server, api, state } = openDemo({ names, ...(status ? { status } : {}) })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  try {
    const demo = await findOrMakeDemo(api, known)
    expect([demo.scimToken, demo.note]).toEqual([token, note])
    if (left) expect(state.tokens.map(({ name }) => name)).toEqual(left)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

const demo = { connectionId: 'd', scimBaseUrl: 'http://crowd/v2', scimToken: 't' }

test('without the demo connection its token is remembered all the same', () => {
  const { scimBaseUrl, scimToken } = descriptionOf(undefined, 'http://crowd', 'old')
  expect([scimBaseUrl, scimToken]).toEqual(['', 'old'])
})

test.each([
  ['.stand-in', '  npm run play -- miniorange\n'],
  ['reports/my home', `  npm run play -- miniorange --home '${inTop('reports/my home')}'\n`],
])('the introduction in %s names the home if it is not the usual one', (home, line) => {
  expect(introduction(demo, 'http://crowd', inTop(home))).toContain(line)
})

describe('npm run play', () => {
  /** @type {string} */
  let home
  beforeEach(() => (home = fs.mkdtempSync(path.join(os.tmpdir(), 'play-'))))
  afterEach(() => fs.rmSync(home, { recursive: true }))
  const write = (/** @type {object} */ description) =>
    fs.writeFileSync(path.join(home, 'dev-host.json'), JSON.stringify(description))

  test('finds what was started in the home', () => {
    write(demo)
    expect(startedIn(home)).toEqual({ base: 'http://crowd/v2', token: 't' })
  })

  test('says so where nothing was started, or no demo connection is there', () => {
    const words = `Nothing was started here (${home})`
    expect(() => startedIn(home)).toThrow(words)
    write({ ...demo, scimBaseUrl: '' })
    expect(() => startedIn(home)).toThrow(words)
  })
})
