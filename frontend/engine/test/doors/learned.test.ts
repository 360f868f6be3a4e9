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
