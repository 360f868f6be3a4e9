import type { JsonObject } from '../../src/json'
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
