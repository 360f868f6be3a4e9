import fc from 'fast-check'
import { isObject, type Json, type JsonObject } from '../../src/json'
import { groupUrn } from '../../src/schema/group'
import { userUrn } from '../../src/schema/user'
import { restOf } from '../resources/at-rest'
import { openDoor, type OpenDoor, type Read } from '../doors/admin-client'
import { readRecording, recordings } from '../exchanges/play-recording'
import {
  anyJson,
  anyObject,
  anyText,
  bounded,
  extras,
  nearlyFilters,
  patches,
  people,
} from './arbitraries'

interface Sent {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A connection with a target, and a client of it that names resources by their number. */
function openClient() {
  const door = openDoor()
  const { connection, token } = door.connect({ provider: 'custom' })
  door.admin('POST', `/connections/${connection.id}/target`, {
    kind: 'create',
    name: 'People',
    description: '',
    nestedGroups: true,
  })
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/scim+json' }
  return {
    door,
    send: ({ method, path, query, body, headers: more }: Sent): Read =>
      door.scim(method, `/${connection.id}/v2${path}`, {
        headers: { ...headers, ...more },
        query,
        body,
      }),
  }
}

const schemas = [userUrn, groupUrn]

const plain = (method: string, path: string, body?: object): Sent => ({
  method,
  path,
  query: '',
  body: body === undefined ? '' : JSON.stringify({ schemas, ...body }),
})

/** Ids as the world in memory makes them, and ids that nobody has. */
const ids = fc.constantFrom('id-0001', 'id-0002', 'id-0003', 'id-0004', 'nobody', '%00', '..')
const bodies = fc.oneof(
  anyObject.map((body) =>
    JSON.stringify({ schemas, userName: 'ada', displayName: 'team', ...body }),
  ),
  anyObject.map((body) => JSON.stringify(body)),
  patches.map((body) => JSON.stringify(body)),
  anyText,
)
const queries = fc.oneof(
  fc.constant(''),
  nearlyFilters.map((filter) => 'filter=' + encodeURIComponent(filter)),
  fc.constantFrom('count=0', 'startIndex=-1&count=5', 'attributes=emails', 'filter=%', 'count=x'),
  fc.constantFrom('excludedAttributes=members,userName', 'sortBy=userName', 'cursor='),
)
const requests: fc.Arbitrary<Sent> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'),
  path: fc.oneof(
    fc.constantFrom('', '/Users', '/Groups', '/Schemas', '/Bulk', '/.search', '/Me', '/Nothing'),
    ids.map((id) => '/Users/' + id),
    ids.map((id) => '/Groups/' + id),
  ),
  query: queries,
  body: bodies,
})

test('no series of requests is answered by a fault of ours', () => {
  const property = fc.property(fc.array(requests, { maxLength: 8 }), (series) => {
    const { send } = openClient()
    send(plain('POST', '/Users', { userName: 'ada' }))
    send(plain('POST', '/Groups', { displayName: 'team' }))
    for (const request of series) {
      expectClear(request, send(request).status)
    }
  })
  fc.assert(property, bounded(150))
})

/** 501 is honest only of what is not there. */
function expectClear(request: Sent, status: number): void {
  const isHonest = status === 501 && /^[/]*(v2)?[/]*(me|bulk)\b/i.test(request.path)
  expect({ request, status: status < 500 || isHonest ? 'clear' : status }).toEqual({
    request,
    status: 'clear',
  })
}

/** What clients are recorded to send, with ids of the world in memory in the places of saved ones. */
const recorded: readonly Sent[] = recordings
  .flatMap((file) => readRecording(file).steps)
  .map(({ request: { method, path, headers, body } }) => {
    const [address, ...query] = known(path).split('?')
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
    const told = Object.entries(headers ?? {}).filter(([name]) => name !== 'authorization')
    return {
      method,
      path: address ?? '',
      query: query.join('?'),
      body: body === undefined ? '' : known(text),
      headers: Object.fromEntries(told),
    }
  })

function known(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, 'id-0001')
}

/** A JSON value with something in it that is no more what the client meant. */
function bent(value: Json, pick: (below: number) => number, other: Json): Json {
  const inner = isObject(value) ? Object.keys(value) : Array.isArray(value) ? [...value.keys()] : []
  const key = inner[pick(inner.length)]
  if (key === undefined || pick(4) === 0) return pick(3) === 0 ? [value, value] : other
  if (Array.isArray(value))
    return (value as readonly Json[]).map((one, at) => (at === key ? bent(one, pick, other) : one))
  const { [key]: chosen, ...rest } = value as JsonObject
  const changes: readonly JsonObject[] = [
    rest,
    { ...rest, [String(key).toUpperCase()]: chosen ?? null },
    { ...rest, [String(key) + '.value']: chosen ?? null },
    { ...rest, [String(key)]: bent(chosen ?? null, pick, other) },
    { ...rest, [String(key)]: bent(chosen ?? null, pick, other) },
  ]
  return changes[pick(changes.length)] ?? rest
}

const nearlyRecorded: fc.Arbitrary<Sent> = fc
  .record({
    sent: fc.constantFrom(...recorded),
    seeds: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    other: fc.oneof(anyJson, fc.constantFrom<Json>(null, '', [], {}, 'a\u0000', -1e400, 1e21)),
    place: fc.oneof(
      fc.constant(''),
      fc.constantFrom('/', '//', '/id-0002', '%', '/.search', '?x', '/%2e%2e', '/\u0000', '/😀'),
    ),
    headers: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { 'content-type': 'application/json' },
      { accept: '*/*;q=0' },
      { prefer: 'return=minimal' },
      { 'content-type': 'text/html' },
      { 'if-match': 'W/"x"' },
    ),
  })
  .map(({ sent, seeds, other, place, headers }) => {
    let at = 0
    const pick = (below: number): number =>
      below === 0 ? 0 : (seeds[at++ % seeds.length] as number) % below
    return {
      ...sent,
      path: sent.path + place,
      body: isJson(sent.body)
        ? JSON.stringify(bent(JSON.parse(sent.body) as Json, pick, other))
        : sent.body,
      headers: { ...sent.headers, ...headers },
    }
  })

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('no series of requests that are nearly what clients send is answered by a fault of ours', () => {
  const property = fc.property(fc.array(nearlyRecorded, { maxLength: 8 }), (series) => {
    const { send } = openClient()
    send(plain('POST', '/Users', { userName: 'ada' }))
    send(plain('POST', '/Groups', { displayName: 'team' }))
    for (const request of series) expectClear(request, send(request).status)
  })
  fc.assert(property, bounded(150))
})

const everything = (door: OpenDoor) => {
  const directories = door.world.ports.crowd.directories()
  return directories.map(({ id }) => restOf(door.world.picture(id)))
}

test('PUT of what GET gave changes nothing', () => {
  const property = fc.property(people, extras, (person, extra) => {
    const { door, send } = openClient()
    const user = send(plain('POST', '/Users', person))
    expect(user).toMatchObject({ status: 201, body: { userName: person['userName'] } })
    const { id } = user.body as { id: string }
    const members = [{ value: id }]
    const group = send(plain('POST', '/Groups', { ...extra, displayName: 'team', members }))
    expect(group).toMatchObject({ status: 201, body: { displayName: 'team' } })
    const paths = [`/Users/${id}`, `/Groups/${(group.body as { id: string }).id}`]
    const before = everything(door)
    for (const path of paths) {
      const given = send(plain('GET', path))
      const put = send(plain('PUT', path, given.body as object))
      expect([put.status, put.body]).toEqual([200, given.body])
      expect(everything(door)).toEqual(before)
    }
  })
  fc.assert(property, bounded(150))
})
