import type { JsonObject } from '../../src/json'
import { longestLearned } from '../../src/schema/learned'
import { bearer, openDoor } from './admin-client'

const now = Date.UTC(2026, 10, 24, 9, 0, 0)
const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'

function names(schema: unknown): readonly unknown[] {
  return ((schema as JsonObject)['attributes'] as readonly JsonObject[]).map((row) => row['name'])
}

test('an attribute that no schema knows is declared once a client has sent it', () => {
  const { connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  const client = bearer(token)
  const at = (path: string) => `/${connection.id}/v2${path}`
  const before = names(scim('GET', at(`/Schemas/${userUrn}`), client).body)
  const body = {
    schemas: [userUrn],
    userName: 'ada',
    shoeSize: 44,
    'urn:acme:2.0:User': { vip: true },
  }
  expect(scim('POST', at('/Users'), { ...client, body: JSON.stringify(body) }).status).toBe(201)
  const after = names(scim('GET', at(`/Schemas/${userUrn}`), client).body)
  expect(after).toEqual([...before, 'shoeSize'])
  expect(names(scim('GET', at('/Schemas/urn:acme:2.0:User'), client).body)).toEqual(['vip'])
})

test('what was learned stays small whatever a client sends, and too much of it counts as nothing', () => {
  const { connect, scim, world } = openDoor({ now })
  const { connection, token } = connect()
  const client = bearer(token)
  const at = (path: string) => `/${connection.id}/v2${path}`
  const parts = Object.fromEntries(Array.from({ length: 500 }, (_, n) => ['p' + n, 'x']))
  for (let k = 0; k < 30; k++) {
    const body = JSON.stringify({ userName: 'u' + k, ['w' + k]: parts })
    expect(scim('POST', at('/Users'), { ...client, body }).status).toBe(201)
  }
  const key = `scim.${connection.id}.learned`
  expect(world.ports.settings.read(key)?.length).toBeLessThanOrEqual(longestLearned)
  const declared = names(scim('GET', at(`/Schemas/${userUrn}`), client).body)
  expect(declared).toContain('w0')
  world.ports.settings.write(key, `{"User":[${' '.repeat(longestLearned)}],"Group":[]}`)
  expect(names(scim('GET', at(`/Schemas/${userUrn}`), client).body)).not.toContain('w0')
})

/** ada and bea, with what no schema knows in other letter cases, and a connection that has learned it. */
function taught() {
  const { connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/scim+json' }
  const send = (method: string, path: string, body?: object, query = '') =>
    scim(method, `/${connection.id}/v2${path}`, {
      headers,
      query,
      body: body === undefined ? '' : JSON.stringify(body),
    })
  const add = (userName: string, more: JsonObject) =>
    (send('POST', '/Users', { userName, ...more }).body as { id: string }).id
  const ada = add('ada', {
    favouriteColour: 'Teal',
    shoe: 44,
    pets: [
      { kind: 'dog', name: 'Rex' },
      { kind: 'cat', name: 'Tom' },
    ],
    tags: ['a', 'b'],
    emails: [{ value: 'ada@example.com', verified: true }, { value: 'old@example.com' }],
    'urn:acme:2.0:User': { vip: true },
  })
  add('bea', { FavouriteColour: 'red', pets: [{ kind: 'dog', name: 'Tom' }] })
  const found = (path: string, filter: string): unknown => {
    const { status, body } = send('GET', path, undefined, 'filter=' + encodeURIComponent(filter))
    const { Resources, scimType, detail } = body as Record<string, string> & {
      Resources?: readonly JsonObject[]
    }
    return status === 200
      ? Resources?.map(({ userName, displayName }) => userName ?? displayName)
      : `${status} ${scimType}: ${detail}`
  }
  return { send, ada, found }
}

test.each([
  ['favouriteColour eq "teal"', ['ada']],
  ['FAVOURITECOLOUR eq "Red"', ['bea']],
  ['favouriteColour pr', ['ada', 'bea']],
  ['favouriteColour pr and userName sw "b"', ['bea']],
  ['not (favouriteColour co "e" and favouriteColour ew "l")', ['bea']],
  ['shoe gt 43', ['ada']],
  ['shoe eq "x"', '400 invalidFilter: expected a number at index 8 of filter: shoe eq "x"'],
  ['tags eq "b"', ['ada']],
  ['pets[kind eq "dog" and name eq "Tom"]', ['bea']],
  ['pets.kind eq "cat"', ['ada']],
  ['emails[verified eq true and value sw "ada"]', ['ada']],
  ['emails[verified eq true and value sw "old"]', []],
  ['emails.verified pr', ['ada']],
  ['urn:acme:2.0:User:vip eq true', ['ada']],
  ['urn:ietf:params:scim:schemas:core:2.0:User:favouriteColour eq "teal"', ['ada']],
  [
    'neverSeen eq "x"',
    '400 invalidFilter: expected a known attribute at index 0 of filter: neverSeen eq "x"',
  ],
  [
    'emails[neverSeen eq "x"]',
    '400 invalidFilter: expected a sub-attribute of emails at index 7 of filter: emails[neverSeen eq "x"]',
  ],
])('what was learned can be filtered by: %s', (filter, expected) => {
  expect(taught().found('/Users', filter)).toEqual(expected)
})

test('what groups and users taught is known to a search of both', () => {
  const { send, found } = taught()
  expect(send('POST', '/Groups', { displayName: 'team', floor: '3' }).status).toBe(201)
  expect(found('/Groups', 'floor eq "3"')).toEqual(['team'])
  const query = { filter: 'floor eq "3" or favouriteColour eq "teal"' }
  const { body } = send('POST', '/.search', query)
  expect((body as { Resources: JsonObject[] }).Resources.map(({ id }) => typeof id)).toEqual([
    'string',
    'string',
  ])
})

test('a PATCH reaches what was learned by its path, in brackets too, and keeps it as sent', () => {
  const { send, ada } = taught()
  const patched = send('PATCH', '/Users/' + ada, {
    Operations: [
      { op: 'replace', path: 'FAVOURITECOLOUR', value: 'blue' },
      { op: 'replace', path: 'shoe', value: 'large' },
      { op: 'replace', path: 'pets[kind eq "cat"].name', value: 'Ilse' },
      { op: 'remove', path: 'emails[verified eq true]' },
      { op: 'replace', path: 'urn:acme:2.0:User:vip', value: false },
      { op: 'remove', path: 'tags' },
    ],
  })
  const { schemas, id, meta, ...rest } = patched.body as JsonObject
  expect([schemas, id, typeof meta]).toEqual([[userUrn, 'urn:acme:2.0:User'], ada, 'object'])
  expect(rest).toEqual({
    userName: 'ada',
    active: true,
    favouriteColour: 'blue',
    shoe: 'large',
    pets: [
      { kind: 'dog', name: 'Rex' },
      { kind: 'cat', name: 'Ilse' },
    ],
    emails: [{ value: 'old@example.com' }],
    'urn:acme:2.0:User': { vip: false },
  })
  const refused = send('PATCH', '/Users/' + ada, {
    Operations: [{ op: 'remove', path: 'emails[neverSeen eq true]' }],
  })
  expect(refused.body).toMatchObject({ status: '400', scimType: 'invalidPath' })
})
