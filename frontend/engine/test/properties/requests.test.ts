import fc from 'fast-check'
import { groupUrn } from '../../src/schema/group'
import { userUrn } from '../../src/schema/user'
import { restOf } from '../resources/at-rest'
import { openDoor, type OpenDoor, type Read } from '../doors/admin-client'
import { anyObject, anyText, bounded, extras, nearlyFilters, patches, people } from './arbitraries'

interface Sent {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: string
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
    send: ({ method, path, query, body }: Sent): Read =>
      door.scim(method, `/${connection.id}/v2${path}`, { headers, query, body }),
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
      const { status } = send(request)
      // 501 is what we say of what is not there yet.
      expect({ request, isClear: status < 500 || status === 501 }).toEqual({
        request,
        isClear: true,
      })
    }
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
