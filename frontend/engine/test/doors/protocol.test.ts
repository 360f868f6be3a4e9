import type { JsonObject } from '../../src/json'
import { openDoor, type Read } from './admin-client'

const now = Date.UTC(2026, 10, 24, 9, 0, 0)

/** A connection with ada, bea and a team of both. */
function filled() {
  const { connect, scim } = openDoor({ now })
  const { connection, token } = connect()
  const send = (line: string, body?: object, more: Readonly<Record<string, string>> = {}): Read => {
    const [method = '', target = ''] = line.split(' ')
    const [path = '', query = ''] = target.split('?')
    const headers = { authorization: 'Bearer ' + token, host: 'evil.example', ...more }
    const text = body === undefined ? '' : JSON.stringify(body)
    return scim(method, `/${connection.id}${path}`, { headers, query, body: text })
  }
  const idOf = (read: Read) => (read.body as { id: string }).id
  const ada = idOf(send('POST /Users', { userName: 'ada', title: 'Dr' }))
  const bea = idOf(send('POST /Users', { userName: 'bea' }))
  const members = [{ value: ada }, { value: bea }]
  const team = idOf(send('POST /Groups', { displayName: 'team', members }))
  return { send, ada, bea, team, base: connection.scimBaseUrl }
}

interface Row {
  readonly request: string
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** Status, and what the body must hold. */
  readonly answer: readonly [number, JsonObject?]
  readonly allow?: string
}

const change = { Operations: [{ op: 'replace', path: 'title', value: 'Prof' }] }
const minimal = { prefer: 'return=minimal' }
const empty = { totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] }
const none = (totalResults: number, startIndex = 1): JsonObject => ({
  ...empty,
  totalResults,
  startIndex,
})

const rows: readonly Row[] = [
  // The base URL
  { request: 'GET ', answer: [200, empty] },
  { request: 'GET /', answer: [200, empty] },
  { request: 'GET /v2', answer: [200, empty] },
  { request: 'GET //v2//?aadOptscim062020', answer: [200, empty] },
  { request: 'GET //v2//Users//ADA//?flag&', answer: [200, { userName: 'ada' }] },
  { request: 'GET /Users/ADA?', answer: [200, { userName: 'ada' }] },
  // What is not there
  { request: 'GET /Me', answer: [501, { status: '501' }] },
  { request: 'PATCH /v2/Me', body: change, answer: [501, { status: '501' }] },
  { request: 'POST /Bulk', body: { Operations: [] }, answer: [501, { status: '501' }] },
  { request: 'GET /ServiceProviderConfig?filter=id+pr', answer: [403, { status: '403' }] },
  { request: 'GET /ResourceTypes?filter=id+pr', answer: [403, { status: '403' }] },
  { request: 'GET /Schemas?filter=id+pr', answer: [403, { status: '403' }] },
  // Methods, types
  { request: 'PUT /Users', answer: [405, { status: '405' }], allow: 'GET, POST' },
  { request: 'POST /Groups/1', answer: [405], allow: 'GET, PUT, PATCH, DELETE' },
  { request: 'DELETE /Schemas', answer: [405], allow: 'GET' },
  { request: 'GET /.search', answer: [405], allow: 'POST' },
  {
    request: 'POST /Users',
    body: {},
    headers: { 'content-type': 'text/xml' },
    answer: [415, { status: '415' }],
  },
  // Paging
  { request: 'GET /Users?count=0', answer: [200, none(2)] },
  { request: 'GET /Groups?count=0', answer: [200, none(1)] },
  { request: 'GET /Users?count=-1', answer: [200, none(2)] },
  { request: 'GET /Users?startIndex=3', answer: [200, none(2, 3)] },
  { request: 'GET /Groups?startIndex=9&count=5', answer: [200, none(1, 9)] },
  { request: 'GET /Users?startIndex=2147483647', answer: [200, none(2, 2147483647)] },
  { request: 'GET /Users?filter=title+pr&startIndex=2', answer: [200, none(1, 2)] },
  { request: 'GET /Users?filter=title+pr&count=0', answer: [200, none(1)] },
  {
    request: 'GET /Users?startIndex=-4&count=1',
    answer: [200, { startIndex: 1, itemsPerPage: 1 }],
  },
  // What comes back
  { request: 'PATCH /Users/ada', body: change, answer: [200, { title: 'Prof' }] },
  { request: 'PATCH /Users/ada', body: change, headers: minimal, answer: [204] },
  { request: 'PUT /Users/ada', body: { title: 'Prof' }, headers: minimal, answer: [204] },
  {
    request: 'PATCH /Users/ada?attributes=title',
    body: change,
    headers: minimal,
    answer: [200, { title: 'Prof' }],
  },
  { request: 'PUT /Users/ada', body: { nickName: 'A' }, answer: [200, { title: 'Dr' }] },
  {
    request: 'PUT /Users/ada',
    body: { active: null, title: 'x' },
    answer: [200, { active: true }],
  },
  {
    request: 'GET /Users?filter=userName+is+%22ada%22',
    answer: [
      400,
      {
        scimType: 'invalidFilter',
        status: '400',
        detail: 'expected a comparison operator at index 9 of filter: userName is "ada"',
      },
    ],
  },
]

test.each(rows)('$request is answered $answer.0', ({ request, body, headers, answer, allow }) => {
  const { send } = filled()
  const read = send(request, body, headers)
  expect([read.status, read.headers['Allow']]).toEqual([answer[0], allow])
  expect(read.headers['X-Correlation-Id']).toMatch(/./)
  expect(read.body ?? {}).toMatchObject(answer[1] ?? {})
})

test("addresses are made of Crowd's configured base URL, whatever host was asked", () => {
  const { send, ada, base } = filled()
  const { body } = send('GET /Users/' + ada)
  expect((body as { meta: JsonObject }).meta['location']).toBe(`${base}/Users/${ada}`)
  expect(JSON.stringify(body)).not.toContain('evil.example')
})
