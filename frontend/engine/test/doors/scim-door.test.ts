import type { ConnectionView, NewTokenShown, Overview } from '@settings'
import { createDoor } from '../../src/doors/door'
import type { Exchange } from '../../src/exchange'
import { DirectoryError } from '../../src/ports/directory'
import { LockTimeout, type Ports } from '../../src/ports/ports'
import { memoryWorld } from '../fakes/memory-world'
import { bearer, openDoor, read } from './admin-client'

const now = Date.UTC(2026, 10, 24, 9, 0, 0)
const errorBody = (status: number, detail: string) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  detail,
})
const missing =
  'No Authorization header arrived: send “Authorization: Bearer <token>”. A proxy in between may have taken it away'
const wrong =
  'The bearer token is not one of this connection: copy the token again, or make a new one on the SCIM tab'
const noConnection =
  'There is no connection at this address: copy the SCIM Base URL from the SCIM tab'

const goodHeaders: readonly [string, (token: string) => string][] = [
  ['Bearer', (token) => 'Bearer ' + token],
  ['bearer in lower case', (token) => 'bearer ' + token],
  ['BEARER with more blanks', (token) => ' BEARER   ' + token + ' '],
  ['no scheme', (token) => token],
]

test.each(goodHeaders)('the token is taken with %s', (_name, header) => {
  const { connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  const headers = { authorization: header(token) }
  expect(scim('GET', `/${connection.id}/v2/Users`, { headers }).status).toBe(200)
})

const badHeaders: readonly [string, Readonly<Record<string, string>>, string][] = [
  ['no header', {}, missing],
  ['an empty header', { authorization: ' ' }, missing],
  ['Bearer without a token', { authorization: 'Bearer' }, missing],
  ['a wrong token', { authorization: 'Bearer x' }, wrong],
  ['a long token', { authorization: 'Bearer ' + 'x'.repeat(9000) }, wrong],
  ['Basic', { authorization: 'Basic YWRtaW46YWRtaW4=' }, wrong],
]

test.each(badHeaders)('%s is 401, and said on the page', (_name, headers, detail) => {
  const { admin, connect, scim } = openDoor({ now })
  const { connection } = connect()
  expect(scim('GET', `/${connection.id}/v2/Users`, { headers })).toEqual({
    status: 401,
    headers: {
      'Content-Type': 'application/scim+json;charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Correlation-Id': 'exchange-1',
      'WWW-Authenticate': 'Bearer realm="SCIM for Crowd"',
    },
    body: errorBody(401, detail),
  })
  expect((admin('GET', '/overview').body as Overview).connections[0]?.contact).toEqual({
    firstSuccess: 0,
    lastSuccess: 0,
    lastProblem: detail,
    lastProblemAt: now,
  })
})

test('an expired token is 401 in words of its own', () => {
  const { admin, connect, scim, world } = openDoor({ now })
  const { id } = connect().connection
  const expires = now + 1000
  const { token } = admin('POST', `/connections/${id}/tokens`, { name: 'Old one', expires })
    .body as NewTokenShown
  const path = `/${id}/v2/Users`
  expect(scim('GET', path, bearer(token)).status).toBe(200)
  world.setNow(expires)
  expect(scim('GET', path, bearer(token))).toMatchObject({
    status: 401,
    body: { detail: 'The bearer token "Old one" has expired: make a new one on the SCIM tab' },
  })
})

test('a second header is read only where it is set', () => {
  const { admin, connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  const path = `/${connection.id}/v2/Users`
  const headers = { 'x-token': token, authorization: 'Basic c3RyaXBwZWQ=' }
  expect(scim('GET', path, { headers })).toMatchObject({ status: 401, body: { detail: wrong } })
  admin('PUT', `/connections/${connection.id}/scim`, { ...connection.scim, tokenHeader: 'X-Token' })
  expect(scim('GET', path, { headers }).status).toBe(200)
  expect(scim('GET', path)).toMatchObject({
    body: { detail: missing.replace('header arrived', 'header and no x-token header arrived') },
  })
})

test('a token of one connection is wrong at another', () => {
  const { connect, scim } = openDoor({ now })
  const { token } = connect()
  const { id } = connect({ appName: 'Other' }).connection
  expect(scim('GET', `/${id}/v2/Users`, bearer(token)).status).toBe(401)
})

const goodPaths = ['/v2/Users', '/Users', '//v2//Users/', '/V2/users', '/v2', '', '/']

test.each(goodPaths)('the base URL followed by %j is understood', (rest) => {
  const { connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  expect(scim('GET', `/${connection.id}${rest}`, bearer(token)).status).toBe(200)
})

const badPaths: readonly [string, string][] = [
  ['/nobody/v2/Users', noConnection],
  ['/', noConnection],
  ['', noConnection],
  ['/__proto__/v2/Users', noConnection],
]

test.each(badPaths)('the path %j is 404, and a waiting connection says so', (path, detail) => {
  const { admin, connect, scim } = openDoor({ now })
  connect()
  expect(scim('GET', path)).toMatchObject({ status: 404, body: errorBody(404, detail) })
  expect((admin('GET', '/overview').body as Overview).connections[0]?.contact).toMatchObject({
    lastProblem: detail,
    lastProblemAt: now,
  })
})

test('a right token at a wrong path is 404 and no success: the page says what was asked and what the base URL is', () => {
  const { admin, connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  expect(scim('GET', `/${connection.id}/v2/People`, bearer(token)).status).toBe(404)
  const [view] = (admin('GET', '/overview').body as Overview).connections
  expect(view?.contact).toEqual({
    firstSuccess: 0,
    lastSuccess: 0,
    lastProblem: `The token is right, but the provider asked for "/People" behind the base URL, where only /Users, /Groups and their like are. The base URL is ${connection.scimBaseUrl}: copy it again`,
    lastProblemAt: now,
  })
  expect(view?.tokens[0]?.lastUsed).toBe(now)
})

const reached: readonly [string, string, string][] = [
  ['a body that cannot be read', 'POST', '{'],
  ['a method that is not possible', 'DELETE', ''],
]

test.each(reached)('%s is refused, but SCIM was reached', (_name, method, body) => {
  const { admin, connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  const path = `/${connection.id}/v2/Users`
  expect(scim(method, path, { ...bearer(token), body }).status).toBeGreaterThanOrEqual(400)
  const [view] = (admin('GET', '/overview').body as Overview).connections
  expect(view?.contact).toMatchObject({ firstSuccess: now, lastProblem: '' })
})

test('a paused connection answers 503 to those with a token', () => {
  const { admin, connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  admin('PUT', `/connections/${connection.id}/scim`, { ...connection.scim, mode: 'paused' })
  const path = `/${connection.id}/v2/Users`
  expect(scim('GET', path).status).toBe(401)
  expect(scim('GET', path, bearer(token))).toMatchObject({
    status: 503,
    headers: { 'Retry-After': '300' },
    body: errorBody(503, 'This connection is paused by an administrator'),
  })
})

describe('first and last contact', () => {
  test('are written at most once a minute', () => {
    const { admin, connect, scim, world } = openDoor({ now })
    const { connection, token } = connect()
    const request = (at: number) => {
      world.setNow(now + at)
      scim('GET', `/${connection.id}/v2/Users`, bearer(token))
      const [view] = (admin('GET', '/overview').body as Overview).connections
      const { firstSuccess, lastSuccess } = (view as ConnectionView).contact
      return [firstSuccess - now, lastSuccess - now, (view?.tokens[0]?.lastUsed ?? 0) - now]
    }
    expect([request(0), request(59999), request(60000), request(61000)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 60000, 60000],
      [0, 60000, 60000],
    ])
  })

  test('a success after a problem is written at once', () => {
    const { admin, connect, scim, world } = openDoor({ now })
    const { connection, token } = connect()
    const path = `/${connection.id}/v2/Users`
    scim('GET', path, bearer(token))
    world.setNow(now + 1000)
    scim('GET', path)
    world.setNow(now + 2000)
    scim('GET', path, bearer(token))
    expect((admin('GET', '/overview').body as Overview).connections[0]?.contact).toEqual({
      firstSuccess: now,
      lastSuccess: now + 2000,
      lastProblem: missing,
      lastProblemAt: now + 1000,
    })
  })

  const problems: readonly [string, readonly [number, 'missing' | 'wrong'][], string, number][] = [
    [
      'the newest of another kind wins within a second',
      [
        [0, 'missing'],
        [1, 'wrong'],
      ],
      'wrong',
      1,
    ],
    [
      'the same again is not written',
      [
        [0, 'wrong'],
        [59999, 'wrong'],
      ],
      'wrong',
      0,
    ],
    [
      'the same again after a minute is',
      [
        [0, 'wrong'],
        [60000, 'wrong'],
      ],
      'wrong',
      60000,
    ],
    [
      'a stranger who alternates causes ten writes a minute',
      Array.from({ length: 20 }, (_, at) => [at, at % 2 ? 'wrong' : 'missing']),
      'wrong',
      9,
    ],
    [
      'and is seen again in the next minute',
      [
        ...Array.from({ length: 12 }, (_, at): [number, 'missing' | 'wrong'] => [
          at,
          at % 2 ? 'wrong' : 'missing',
        ]),
        [60000, 'missing'],
      ],
      'missing',
      60000,
    ],
  ]
  test.each(problems)('%s', (_name, requests, kind, at) => {
    const { admin, connect, scim, world } = openDoor({ now })
    const { connection } = connect()
    for (const [after, header] of requests) {
      world.setNow(now + after)
      scim('GET', `/${connection.id}/v2/Users`, header === 'wrong' ? bearer('x') : {})
    }
    const [view] = (admin('GET', '/overview').body as Overview).connections
    expect(view?.contact).toEqual({
      firstSuccess: 0,
      lastSuccess: 0,
      lastProblem: kind === 'wrong' ? expect.stringContaining('is not one of this') : missing,
      lastProblemAt: now + at,
    })
  })
})

/** A world whose source directory fails on every search. */
function failing(error: unknown): {
  readonly ports: Ports
  readonly path: string
  readonly token: string
} {
  const world = memoryWorld({ now })
  const { connection, token } = openDoor({}, world).connect()
  const ports: Ports = {
    ...world.ports,
    directory: (id) => ({
      ...world.ports.directory(id),
      searchPrincipals: () => {
        throw error
      },
    }),
  }
  return { ports, path: `/${connection.id}/v2/Users`, token }
}

const failures: readonly [string, unknown, object][] = [
  [
    'a lock that could not be had',
    new LockTimeout('user ada'),
    { status: 503, headers: { 'Retry-After': '5' } },
  ],
  [
    'a stopped database',
    new DirectoryError('unavailable', 'search'),
    { status: 503, headers: { 'Retry-After': '30' } },
  ],
  [
    'a directory that is gone',
    new DirectoryError('gone', 'search'),
    { status: 503, headers: { 'Retry-After': '300' } },
  ],
]

test.each(failures)('%s is 503 with Retry-After', (_name, error, expected) => {
  const { ports, path, token } = failing(error)
  const exchange = exchangeOf(path, token)
  expect(read(createDoor(ports)(exchange))).toMatchObject(expected)
})

test('a fault of ours is 500 without its message, which goes to the log', () => {
  const { ports, path, token } = failing(new TypeError('secret detail'))
  const answer = createDoor(ports)(exchangeOf(path, token))
  expect(read(answer)).toEqual({
    status: 500,
    headers: {
      'Content-Type': 'application/scim+json;charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Correlation-Id': 'exchange-9',
    },
    body: errorBody(500, 'Internal error; the log has more'),
  })
  expect(answer.fault).toEqual({
    message: 'TypeError: secret detail',
    stack: expect.stringContaining('scim-door.test') as string,
  })
})

test('an exchange does not fail when its notes cannot be written', () => {
  const world = memoryWorld({ now })
  const { connection, token } = openDoor({}, world).connect()
  const refuse = () => {
    throw new DirectoryError('unavailable', 'write')
  }
  const ports: Ports = {
    ...world.ports,
    settings: { ...world.ports.settings, write: refuse },
    activity: { ...world.ports.activity, append: refuse },
  }
  const exchange = exchangeOf(`/${connection.id}/v2/Users`, token)
  expect(createDoor(ports)(exchange).status).toBe(200)
})

test('a read asks Crowd once for the source, a write once more for the applications', () => {
  const { connect, scim, world } = openDoor({ now })
  const { connection, token } = connect()
  const crowdCalls = (method: string) => {
    world.calls.clear()
    scim(method, `/${connection.id}/v2/Users/unknown`, { ...bearer(token), body: '{}' })
    const calls = world.calls.list().filter(({ port }) => port === 'crowd')
    return calls.map((call) => call.method)
  }
  expect(crowdCalls('GET')).toEqual(['findDirectory'])
  expect(crowdCalls('DELETE')).toEqual(['findDirectory', 'applications'])
})

function exchangeOf(path: string, token: string): Exchange {
  return {
    id: 'exchange-9',
    door: 'scim',
    method: 'GET',
    path,
    query: '',
    headers: { authorization: 'Bearer ' + token },
    body: '',
    remoteAddress: '192.0.2.1',
  }
}
