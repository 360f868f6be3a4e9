import type { JsonObject } from '../../src/json'
import { answerDiscovery } from '../../src/protocol/discovery'
import { errorAnswer } from '../../src/protocol/error-answer'
import { listResponse } from '../../src/protocol/list-response'
import { project, readProjection, shows, wholeResource } from '../../src/protocol/projection'
import { readRequest } from '../../src/protocol/read-request'
import type { ScimQuery } from '../../src/protocol/scim-request'
import { memberListMarker, toAnswer } from '../../src/protocol/to-answer'
import { userType } from '../../src/schema/resource-type'
import { invalidValue, unavailable } from '../../src/scim-error'
import { assertSame, eachRow, outcome, type Case } from './case'
import { exchange } from './request-cases'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const ada: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  id: '1',
  userName: 'ada',
  password: 'never',
  name: { givenName: 'Ada', familyName: 'L' },
  emails: [
    { value: 'a@x', type: 'work' },
    { type: 'home', value: 'b@x' },
  ],
  groups: 'a marker',
  shoe: 44,
  meta: { resourceType: 'User', location: 'u' },
  [enterprise]: { department: 'd', manager: { value: '2', displayName: 'M' } },
}

interface ProjectionRow {
  readonly query: ScimQuery
  /** The names that are left besides schemas and id, with what is left of objects. */
  readonly left: JsonObject
}

const whole: JsonObject = {
  userName: 'ada',
  name: ada['name'] as JsonObject,
  emails: ada['emails'] as JsonObject,
  groups: 'a marker',
  shoe: 44,
  meta: ada['meta'] as JsonObject,
  [enterprise]: ada[enterprise] as JsonObject,
}

function without(...names: readonly string[]): JsonObject {
  const left: { [name: string]: JsonObject[string] } = {}
  for (const name of Object.keys(whole)) if (!names.includes(name)) left[name] = whole[name]!
  return left
}

const projections: readonly ProjectionRow[] = [
  { query: {}, left: whole },
  { query: { attributes: 'id' }, left: {} },
  {
    query: { attributes: 'USERNAME, name.givenName' },
    left: { userName: 'ada', name: { givenName: 'Ada' } },
  },
  { query: { attributes: 'emails.value' }, left: { emails: [{ value: 'a@x' }, { value: 'b@x' }] } },
  { query: { attributes: 'emails.display' }, left: {} },
  { query: { attributes: 'groups.value' }, left: { groups: 'a marker' } },
  { query: { attributes: 'department' }, left: { [enterprise]: { department: 'd' } } },
  { query: { attributes: enterprise }, left: { [enterprise]: ada[enterprise] as JsonObject } },
  {
    query: { attributes: enterprise + ':manager.value' },
    left: { [enterprise]: { manager: { value: '2' } } },
  },
  {
    query: { attributes: 'urn:ietf:params:scim:schemas:core:2.0:User:userName' },
    left: { userName: 'ada' },
  },
  { query: { attributes: 'password' }, left: {} },
  { query: { attributes: 'nonsense, __proto__, a.b.c,,' }, left: {} },
  { query: { attributes: 'shoe' }, left: { shoe: 44 } },
  { query: { excludedAttributes: 'groups,id,schemas' }, left: without('groups') },
  { query: { excludedAttributes: 'meta, ' + enterprise }, left: without('meta', enterprise) },
  {
    query: { excludedAttributes: 'name.familyName' },
    left: { ...without('name'), name: { givenName: 'Ada' } },
  },
  {
    query: { attributes: 'name', excludedAttributes: 'name.familyName' },
    left: { name: { givenName: 'Ada' } },
  },
]

const projectionCases = eachRow(
  'projection',
  projections,
  (row) => JSON.stringify(row.query),
  ({ query, left }) =>
    assertSame(project(ada, readProjection(query, userType), userType), {
      schemas: ada['schemas'],
      id: '1',
      ...left,
    }),
)

interface ShowsRow {
  readonly query: ScimQuery
  readonly groups: boolean
}

const showing: readonly ShowsRow[] = [
  { query: {}, groups: true },
  { query: { attributes: 'userName' }, groups: false },
  { query: { attributes: 'Groups' }, groups: true },
  { query: { attributes: 'groups.display' }, groups: true },
  { query: { excludedAttributes: 'groups' }, groups: false },
  { query: { excludedAttributes: 'groups.display' }, groups: true },
  { query: { attributes: 'groups', excludedAttributes: 'groups' }, groups: false },
]

const showsCases = eachRow(
  'shows',
  showing,
  (row) => JSON.stringify(row.query),
  ({ query, groups }) => {
    const projection = readProjection(query, userType)
    assertSame([shows(projection, 'groups'), shows(projection, 'id')], [groups, true])
  },
)

const marker = memberListMarker('x1', 0)
const list = { directoryId: '1', groupName: 'g', usersUrl: 'u/', groupsUrl: 'g/' }
const common = { 'Cache-Control': 'no-store', 'X-Correlation-Id': 'x1' }
const scimJson = { 'Content-Type': 'application/scim+json;charset=utf-8', ...common }

const wholeAnswerCases: readonly Case[] = [
  {
    name: 'projection: more names than anybody needs',
    run: () => {
      const query = { attributes: new Array(101).join('userName,') + 'id' }
      assertSame(
        outcome(() => readProjection(query, userType)),
        '400 invalidValue: attributes: more than 100 names (found 101)',
      )
    },
  },
  {
    name: 'answer: a body',
    run: () =>
      assertSame(
        toAnswer({ status: 201, headers: { Location: 'l' }, body: { a: 'é' } }, exchange('POST')),
        {
          status: 201,
          headers: { ...scimJson, Location: 'l' },
          body: ['{"a":"é"}'],
        },
      ),
  },
  {
    name: 'answer: no body',
    run: () =>
      assertSame(toAnswer({ status: 204 }, exchange('DELETE')), {
        status: 204,
        headers: common,
        body: [],
      }),
  },
  {
    name: 'answer: member lists take the places of their markers',
    run: () => {
      const other = memberListMarker('x1', 1)
      const body = {
        Resources: [{ members: other }, { n: 1, members: marker }],
        tail: 'member-list:x2:0',
      }
      const second = { ...list, groupName: 'h' }
      const answer = toAnswer(
        { status: 200, body, memberLists: { [marker]: list, [other]: second } },
        exchange('GET'),
      )
      assertSame(answer.body, [
        '{"Resources":[{"members":',
        second,
        '},{"n":1,"members":',
        list,
        '}],"tail":"member-list:x2:0"}',
      ])
    },
  },
  {
    name: 'answer: a list whose marker was projected away is not written',
    run: () =>
      assertSame(
        toAnswer({ status: 200, body: {}, memberLists: { [marker]: list } }, exchange('GET')).body,
        ['{}'],
      ),
  },
  {
    name: 'answer: an error',
    run: () =>
      assertSame(errorAnswer(invalidValue('userName', 'is required'), 'x1'), {
        status: 400,
        headers: { 'X-Correlation-Id': 'x1' },
        body: {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          status: '400',
          scimType: 'invalidValue',
          detail: 'userName: is required',
        },
      }),
  },
  {
    name: 'answer: an error with headers and without scimType',
    run: () =>
      assertSame(errorAnswer(unavailable('later', 5), 'x1'), {
        status: 503,
        headers: { 'Retry-After': '5', 'X-Correlation-Id': 'x1' },
        body: {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          status: '503',
          detail: 'later',
        },
      }),
  },
  {
    name: 'answer: an empty list',
    run: () =>
      assertSame(listResponse({ resources: [], totalResults: 7, startIndex: 8 }), {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
        totalResults: 7,
        startIndex: 8,
        itemsPerPage: 0,
        Resources: [],
      }),
  },
  {
    name: 'projection: the whole resource has no password',
    run: () =>
      assertSame(project(ada, wholeResource, userType), {
        schemas: ada['schemas'],
        id: '1',
        ...whole,
      }),
  },
]

interface AcceptRow {
  readonly accept: string
  readonly type: string
}

const accepts: readonly AcceptRow[] = [
  { accept: '', type: 'application/scim+json' },
  { accept: '*/*', type: 'application/scim+json' },
  { accept: 'application/scim+json, application/json', type: 'application/scim+json' },
  { accept: 'application/json', type: 'application/json' },
  { accept: 'application/JSON; charset=utf-8', type: 'application/json' },
]

const acceptCases = eachRow(
  'accept',
  accepts,
  (row) => row.accept,
  ({ accept, type }) => {
    const answer = toAnswer({ status: 200, body: {} }, exchange('GET', '', '', { accept }))
    assertSame(answer.headers['Content-Type'], type + ';charset=utf-8')
  },
)

interface DiscoveryRow {
  readonly request: string
  /** Ids of the list or of the resource, or the refusal. */
  readonly found: readonly string[] | string
}

const discoveries: readonly DiscoveryRow[] = [
  { request: 'GET /', found: [] },
  { request: 'GET /?filter=x', found: [] },
  { request: 'GET /ResourceTypes', found: ['User', 'Group'] },
  { request: 'GET /ResourceTypes?count=1&sortBy=x&cursor=', found: ['User', 'Group'] },
  { request: 'GET /ResourceTypes/user', found: ['User'] },
  {
    request: 'GET /Schemas',
    found: [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      enterprise,
      'urn:ietf:params:scim:schemas:core:2.0:Group',
    ],
  },
  { request: `GET /Schemas/${enterprise}`, found: [enterprise] },
  { request: 'GET /ServiceProviderConfig', found: ['no id'] },
  { request: 'GET /Schemas/urn:x', found: '404: /Schemas has no "urn:x"' },
  { request: 'GET /ResourceTypes/Device', found: '404: /ResourceTypes has no "Device"' },
  { request: 'GET /ServiceProviderConfig/1', found: '404: /ServiceProviderConfig has no "1"' },
  { request: 'GET /Schemas?filter=id+pr', found: "403: /Schemas can't be filtered" },
  {
    request: 'GET /Me',
    found: '501: /Me is not supported: a token stands for a provisioning client, not for a user',
  },
  {
    request: 'POST /Bulk',
    found: '501: /Bulk is not supported: send each operation as a request of its own',
  },
]

const discoveryCases = eachRow(
  'discovery',
  discoveries,
  (row) => row.request,
  ({ request, found }) => {
    const [method, target] = request.split(' ') as [string, string]
    const [path, query] = target.split('?') as [string, string | undefined]
    const answer = outcome(() =>
      answerDiscovery(readRequest(exchange(method, query, '{}'), path), 'https://x/v2'),
    )
    if (typeof answer === 'string') return assertSame(answer, found)
    const body = answer.body as JsonObject
    const resources = (body['Resources'] as readonly JsonObject[] | undefined) ?? [body]
    assertSame(
      resources.map((each) => each['id'] ?? 'no id'),
      found,
    )
  },
)

/** Every resource of discovery: no nulls, and a location under the base URL that leads to itself. */
const locationCases = eachRow('location', ['/Schemas', '/ResourceTypes'], String, (path) => {
  const get = (at: string): JsonObject =>
    answerDiscovery(readRequest(exchange('GET'), at), 'https://x/v2').body as JsonObject
  for (const resource of get(path)['Resources'] as readonly JsonObject[]) {
    const location = (resource['meta'] as JsonObject)['location'] as string
    assertSame(location.slice(0, 12), 'https://x/v2')
    assertSame(get(location.slice(12)), resource)
    assertSame(JSON.stringify(resource).includes('null'), false)
  }
})

const rowCases: readonly Case[] = [
  {
    name: 'discovery: an attribute as RFC 7643 §7 shows it',
    run: () => {
      const request = readRequest(
        exchange('GET'),
        '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User',
      )
      const schema = answerDiscovery(request, 'https://x/v2').body as JsonObject
      const rows = schema['attributes'] as readonly JsonObject[]
      assertSame(rows[0], {
        name: 'userName',
        type: 'string',
        multiValued: false,
        description: 'The name that the user logs in with; unique whatever its letter case.',
        required: true,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'server',
      })
      assertSame(
        rows.map((row) => row['name']),
        [
          'userName',
          'name',
          'displayName',
          'nickName',
          'profileUrl',
          'title',
          'userType',
          'preferredLanguage',
          'locale',
          'timezone',
          'active',
          'password',
          'emails',
          'phoneNumbers',
          'ims',
          'photos',
          'addresses',
          'groups',
          'entitlements',
          'roles',
          'x509Certificates',
        ],
      )
    },
  },
]

export const answerCases: readonly Case[] = projectionCases
  .concat(showsCases)
  .concat(wholeAnswerCases)
  .concat(acceptCases)
  .concat(discoveryCases)
  .concat(locationCases)
  .concat(rowCases)
