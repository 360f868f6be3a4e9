import { openDoor, type OpenDoor } from '../doors/admin-client'
import type { JsonObject } from '../../src/json'

interface Listed {
  readonly totalResults: number
  readonly startIndex: number
  readonly itemsPerPage: number
  readonly Resources: readonly JsonObject[]
}

/** Three users and two groups; sends to them through the door. */
function filled() {
  const door = openDoor()
  const { connection, token } = door.connect()
  const send = (method: string, path: string, body: JsonObject) =>
    sendTo(door, connection.id, token, method, path, body)
  const target = { kind: 'create', name: 'Target', description: '', nestedGroups: true }
  door.admin('POST', `/connections/${connection.id}/target`, target)
  for (const userName of ['ada', 'bea', 'cyd'])
    send('POST', '/Users', { userName, displayName: userName.toUpperCase(), externalId: userName })
  for (const displayName of ['crew', 'team'])
    send('POST', '/Groups', { displayName, externalId: displayName })
  return send
}

function sendTo(
  door: OpenDoor,
  id: string,
  token: string,
  method: string,
  path: string,
  body: JsonObject,
) {
  const headers = { authorization: 'Bearer ' + token }
  return door.scim(method, `/${id}/v2${path}`, { headers, body: JSON.stringify(body) })
}

interface Row {
  readonly path: string
  readonly search: JsonObject
  readonly total: number
  readonly found: readonly string[]
}

const rows: readonly Row[] = [
  { path: '/.search', search: {}, total: 5, found: ['ada', 'bea', 'cyd', 'crew', 'team'] },
  { path: '/.search', search: { count: 0 }, total: 5, found: [] },
  { path: '/.search', search: { count: 2 }, total: 5, found: ['ada', 'bea'] },
  { path: '/.search', search: { startIndex: 3, count: 2 }, total: 5, found: ['cyd', 'crew'] },
  { path: '/.search', search: { startIndex: 4, count: 9 }, total: 5, found: ['crew', 'team'] },
  { path: '/.search', search: { startIndex: 5 }, total: 5, found: ['team'] },
  { path: '/.search', search: { startIndex: 6 }, total: 5, found: [] },
  {
    path: '/.search',
    search: { filter: 'userName eq "ada" or displayName sw "t"' },
    total: 2,
    found: ['ada', 'team'],
  },
  { path: '/.search', search: { filter: 'userName eq "ada"' }, total: 1, found: ['ada'] },
  { path: '/.search', search: { filter: 'userName pr' }, total: 3, found: ['ada', 'bea', 'cyd'] },
  {
    path: '/.search',
    search: { filter: 'not (userName pr) and displayName ne "crew"' },
    total: 1,
    found: ['team'],
  },
  { path: '/.search', search: { filter: 'emails.value co "@"' }, total: 0, found: [] },
  {
    path: '/.search',
    search: { filter: 'meta.resourceType eq "Group"' },
    total: 2,
    found: ['crew', 'team'],
  },
  {
    path: '/.search',
    search: { filter: 'meta.resourceType eq "User" and externalId eq "team"' },
    total: 0,
    found: [],
  },
  {
    path: '/Users/.search',
    search: { filter: 'userName ne "bea"' },
    total: 2,
    found: ['ada', 'cyd'],
  },
  { path: '/Users/.search', search: { StartIndex: '2', COUNT: 1 }, total: 3, found: ['bea'] },
  {
    path: '/Users/.search/',
    search: { filter: null, other: 1 },
    total: 3,
    found: ['ada', 'bea', 'cyd'],
  },
  {
    path: '/Groups/.search',
    search: { filter: 'displayName eq "TEAM"' },
    total: 1,
    found: ['team'],
  },
]

test.each(rows)('POST $path $search', ({ path, search, total, found }) => {
  const answer = filled()('POST', path, search)
  const { totalResults, startIndex, itemsPerPage, Resources } = answer.body as Listed
  expect(answer.status).toBe(200)
  expect({
    totalResults,
    startIndex,
    itemsPerPage,
    found: Resources.map((each) => each['userName'] ?? each['displayName']),
  }).toEqual({
    totalResults: total,
    startIndex: Number(search['startIndex'] ?? search['StartIndex'] ?? 1),
    itemsPerPage: found.length,
    found,
  })
})

test('attributes are lists, and hold for both types', () => {
  const search = {
    attributes: ['userName', 'members'],
    excludedAttributes: [],
    count: 4,
    startIndex: 3,
  }
  const { Resources } = filled()('POST', '/.search', search).body as Listed
  expect(Resources.map((each) => Object.keys(each).sort())).toEqual([
    ['id', 'schemas', 'userName'],
    ['id', 'members', 'schemas'],
    ['id', 'members', 'schemas'],
  ])
})

const refusals: readonly [string, JsonObject, string][] = [
  ['/.search', { filter: 'nonsense eq 1' }, 'filter'],
  ['/Users/.search', { filter: 'displayName eq "x" and members pr' }, 'filter'],
  ['/.search', { filter: 7 }, 'filter: must be text, not 7'],
  ['/.search', { count: 1.5 }, 'count: must be a whole number, not "1.5"'],
  ['/Groups/.search', { startIndex: true }, 'startIndex: must be a whole number, not true'],
  ['/.search', { attributes: [1] }, 'attributes: must be a list of attribute names, not'],
  [
    '/.search',
    { sortBy: 'userName' },
    'sortBy: sorting is not supported; users come first, then groups',
  ],
]

test.each(refusals)('POST %s %j is 400', (path, search, detail) => {
  const { status, body } = filled()('POST', path, search)
  expect(status).toBe(400)
  expect((body as { detail: string }).detail).toContain(detail)
})

test('a search by GET has no id', () => {
  expect(filled()('GET', '/Users/.search', {}).status).toBe(405)
})
