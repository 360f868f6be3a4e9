'use strict'

const fs = require('node:fs')
const http = require('node:http')
const os = require('node:os')
const path = require('node:path')
const { inTop } = require('../run.js')
const { startedIn } = require('../play.js')
const { describe: descriptionOf, introduction } = require('../start.js')
const { findOrMakeDemo } = require('../demo.js')

/**
 * Crowd and the app as far as `npm start` sees them. It remembers; the token of a connection's key `k` is `secret-k`.
 *
 * @typedef {{ id?: string, appName?: string, mode?: string, target?: string, state?: string, sourceState?: string, tokens: readonly string[] }} Seed
 *   `tokens` are their names
 */
function openFake(
  /** @type {{ connections: readonly Seed[], directories?: readonly string[] }} */ {
    connections: seeds,
    directories = [],
  },
) {
  let made = 0
  const state = {
    directories: [...directories],
    mapped: /** @type {string[]} */ ([]),
    limits: /** @type {[string, object][]} */ ([]),
    connections: seeds.map((seed, at) => ({
      id: seed.id ?? `c${at}`,
      appName: seed.appName ?? 'Demo',
      mode: seed.mode ?? 'live',
      target: { name: seed.target ?? 'Demo directory', state: seed.state ?? 'ready' },
      source: { state: seed.sourceState ?? 'ready' },
      tokens: seed.tokens.map((name) => ({ id: name, name, expires: 0, secret: `secret-${name}` })),
    })),
  }
  const server = http.createServer((request, answer) => {
    const [, id] = (request.url ?? '').split('/')
    const tokens = state.connections.find((one) => one.id === id)?.tokens ?? []
    const bearer = request.headers.authorization
    answer.statusCode = tokens.some(({ secret }) => bearer === `Bearer ${secret}`) ? 503 : 401
    answer.end('{}')
  })
  const view = (/** @type {typeof state.connections[number]} */ one) => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    const missing = one.target.state === 'ready' ? [] : [{ kind: 'error', title: 'no directory' }]
    return {
      ...one,
      scim: { appName: one.appName, mode: one.mode },
      scimBaseUrl: `http://127.0.0.1:${port}/${one.id}/v2`,
      banners: [{ kind: 'warning', title: 'http' }, ...missing],
      whyNotOtherTarget: '',
    }
  }
  const newToken = (/** @type {string} */ name) => {
    made++
    return { id: `new${made}`, name, expires: 0, secret: `new-secret-${made}` }
  }
  /** @type {Record<string, (body: any, at: readonly string[]) => any>} */
  const routes = {
    'GET overview': () => ({ connections: state.connections.map(view) }),
    'GET directories': () => ({ directories: state.directories.map((name) => ({ name })) }),
    'POST connections': ({ appName }) => {
      if (state.connections.some((one) => one.appName === appName)) throw new Error('400 taken')
      const token = newToken('Token 1')
      const one = { id: 'made', appName, mode: 'live', tokens: [token] }
      const none = { target: { name: '', state: 'none' }, source: { state: 'ready' } }
      state.connections.push({ ...one, ...none })
      return { connection: { id: 'made', scim: { appName } }, token: token.secret }
    },
    'PUT connections scim': (body, [, id = '']) => void state.limits.push([id, body]),
    'POST connections target': ({ name }, [, id]) => {
      if (state.directories.includes(name))
        throw new Error('400 Crowd has a directory of this name')
      state.directories.push(name)
      const one = connection(id)
      one.target = { name, state: 'ready' }
      return view(one)
    },
    'POST connections source': (_, [, id]) => {
      connection(id).source = { state: 'ready' }
      return view(connection(id))
    },
    'GET connections applications': () => ({ applications: [{ id: '7', name: 'demo-jira' }] }),
    'PUT connections applications': (_, [, id = '']) => void state.mapped.push(id),
    'POST connections tokens': ({ name }, [, id]) => {
      if (connection(id).tokens.length >= 2) throw new Error('409 Two tokens are live already')
      const token = newToken(name)
      connection(id).tokens.push(token)
      return { token: token.secret }
    },
    'DELETE connections tokens': (_, [, id, , token]) => {
      connection(id).tokens = connection(id).tokens.filter((one) => one.id !== token)
    },
  }
  const connection = (/** @type {string | undefined} */ id) => {
    const found = state.connections.find((one) => one.id === id)
    if (!found) throw new Error(`404 ${id}`)
    return found
  }
  /** @type {import('../console-session.js').AdminApi} */
  const api = async (method, address, body) => {
    const at = address.slice(1).split('?')[0]?.split('/') ?? []
    const route = routes[[method, at[0], at[2]].filter(Boolean).join(' ')]
    if (!route) throw new Error(`404 ${method} ${address}`)
    return route(body, at)
  }
  return { server, api, state }
}

const rows = [
  {
    title: 'makes a connection where there is none',
    connections: [],
    last: {},
    done: '"Demo", made now, with the target directory "Demo directory"',
    token: 'new-secret-1',
    mapped: ['made'],
  },
  {
    title: 'keeps it with its token',
    connections: [{ tokens: ['a'] }],
    last: { scimToken: 'secret-a' },
    done: '"Demo", as it was',
    token: 'secret-a',
  },
  {
    title: 'finds one that was renamed',
    connections: [{ id: 'd', appName: 'Crew', target: 'Crew', tokens: ['a'] }],
    last: { scimBaseUrl: 'http://127.0.0.1:1/crowd/d/v2', scimToken: 'secret-a' },
    done: '"Crew", as it was',
    token: 'secret-a',
  },
  {
    title: 'finds a renamed one by its directory, where nothing is written down',
    connections: [{ appName: 'Crew', tokens: ['a'] }],
    last: {},
    done: '"Crew", as it was, with a new token',
    token: 'new-secret-1',
  },
  {
    title: 'finds one whose directory was changed',
    connections: [{ target: 'People', tokens: ['a'] }],
    last: { scimToken: 'secret-a' },
    done: '"Demo", as it was',
    token: 'secret-a',
  },
  {
    title: 'makes another where it was deleted and its directory stays',
    connections: [],
    directories: ['demo DIRECTORY', 'Demo directory 2'],
    last: { scimBaseUrl: 'http://127.0.0.1:1/crowd/d/v2', scimToken: 'secret-a' },
    done: '"Demo", made now, with the target directory "Demo directory 3"',
    token: 'new-secret-1',
    mapped: ['made'],
  },
  {
    title: 'makes another beside connections that are no demo',
    connections: [{ appName: 'Demonstration', target: 'Demo directory of Ann', tokens: ['a'] }],
    last: { scimToken: 'secret-b' },
    done: '"Demo", made now, with the target directory "Demo directory"',
    token: 'new-secret-1',
    mapped: ['made'],
  },
  {
    title: 'keeps it paused, and says so',
    connections: [{ mode: 'paused', tokens: ['a', 'b'] }],
    last: { scimToken: 'secret-a' },
    done: '"Demo", as it was; it is paused: requests are answered 503',
    token: 'secret-a',
  },
  {
    title: 'makes a token for one that was revoked',
    connections: [{ tokens: ['a'] }],
    last: { scimToken: 'old' },
    done: '"Demo", as it was, with a new token',
    token: 'new-secret-1',
    left: [['a', 'npm start']],
  },
  {
    title: 'makes one where all were revoked',
    connections: [{ tokens: [] }],
    last: { scimToken: 'old' },
    done: '"Demo", as it was, with a new token',
    token: 'new-secret-1',
  },
  {
    title: 'revokes its own where two are live',
    connections: [{ tokens: ['a', 'npm start'] }],
    last: { scimToken: 'old' },
    done: '"Demo", as it was, with a new token',
    token: 'new-secret-1',
    left: [['a', 'npm start']],
  },
  {
    title: 'revokes nobody else’s: it makes a connection of its own',
    connections: [{ tokens: ['a', 'b'] }],
    directories: ['Demo directory'],
    last: { scimToken: 'old' },
    done: '"Demo 2", made now, with the target directory "Demo directory 2"',
    token: 'new-secret-1',
    left: [['a', 'b'], ['Token 1']],
    mapped: ['made'],
  },
  {
    title: 'makes deleted directories anew',
    connections: [{ state: 'missing', sourceState: 'missing', tokens: ['a'] }],
    last: { scimToken: 'secret-a' },
    done: '"Demo", as it was; its source directory was made anew; it has a new target directory, "Demo directory"',
    token: 'secret-a',
    mapped: ['c0'],
  },
  {
    title: 'says why requests are refused',
    connections: [{ state: 'notWritable', tokens: ['a'] }],
    last: { scimToken: 'secret-a' },
    done: '"Demo", as it was; no directory',
    token: 'secret-a',
  },
]

test.each(rows)(
  'npm start $title',
  async ({ title: _, connections, directories, last, ...expected }) => {
    const { server, api, state } = openFake({
      connections,
      ...(directories ? { directories } : {}),
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
    try {
      const { done, scimToken } = await findOrMakeDemo(api, last)
      const left = state.connections.map(({ tokens }) => tokens.map(({ name }) => name))
      expect({ done, token: scimToken, left, mapped: state.mapped }).toEqual({
        left,
        mapped: [],
        ...expected,
      })
      expect(
        state.connections.some((one) => one.tokens.some(({ secret }) => secret === scimToken)),
      ).toBe(true)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  },
)

const demo = { connectionId: 'd', scimBaseUrl: 'http://crowd/v2', scimToken: 't', done: '"Demo"' }

test('without the demo connection its token is remembered all the same', () => {
  const { scimBaseUrl, scimToken } = descriptionOf(undefined, 'http://crowd', {
    scimToken: 'old',
  })
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
    expect(startedIn(home)).toEqual(demo)
  })

  test('says so where nothing was started, or no demo connection is there', () => {
    const words = `Nothing was started here (${home})`
    expect(() => startedIn(home)).toThrow(words)
    write({ ...demo, scimBaseUrl: '' })
    expect(() => startedIn(home)).toThrow(words)
  })
})
