import type { Exchange } from '../../src/exchange'
import type { JsonObject } from '../../src/json'
import { findJsonProblem } from '../../src/protocol/json-problem'
import { readPage } from '../../src/protocol/paging'
import { readRequest } from '../../src/protocol/read-request'
import type { ScimQuery } from '../../src/protocol/scim-request'
import { assertSame, eachRow, outcome, times, type Case } from './case'

/** An exchange of which only what matters is said. */
export function exchange(
  method: string,
  query = '',
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Exchange {
  return { id: 'x1', door: 'scim', method, path: '', query, headers, body, remoteAddress: '::1' }
}

interface PathRow {
  readonly request: string
  /** Method, endpoint and id as JSON, or the refusal. */
  readonly read: readonly string[] | string
}

const paths: readonly PathRow[] = [
  { request: 'GET ', read: ['GET', '', ''] },
  { request: 'GET /', read: ['GET', '', ''] },
  { request: 'GET /v2', read: ['GET', '', ''] },
  { request: 'GET /v2/', read: ['GET', '', ''] },
  { request: 'GET /Users', read: ['GET', 'Users', ''] },
  { request: 'GET /Users/', read: ['GET', 'Users', ''] },
  { request: 'GET //v2//Users//', read: ['GET', 'Users', ''] },
  { request: 'get /V2/users', read: ['GET', 'Users', ''] },
  { request: 'HEAD /Users/1', read: ['GET', 'Users', '1'] },
  { request: 'GET /Users/42', read: ['GET', 'Users', '42'] },
  { request: 'DELETE /v2/Users/a%40b.example', read: ['DELETE', 'Users', 'a@b.example'] },
  { request: 'DELETE /Users/a+b', read: ['DELETE', 'Users', 'a+b'] },
  { request: 'GET /Users/a%2Fb', read: ['GET', 'Users', 'a/b'] },
  { request: 'GET /Groups/%C3%A9', read: ['GET', 'Groups', 'é'] },
  { request: 'GET /Users/__proto__', read: ['GET', 'Users', '__proto__'] },
  { request: 'GET /ServiceProviderConfig', read: ['GET', 'ServiceProviderConfig', ''] },
  { request: 'GET /ResourceTypes/User', read: ['GET', 'ResourceTypes', 'User'] },
  {
    request: 'GET /Schemas/urn:ietf:params:scim:schemas:core:2.0:User',
    read: ['GET', 'Schemas', 'urn:ietf:params:scim:schemas:core:2.0:User'],
  },
  { request: 'GET /Me', read: ['GET', 'Me', ''] },
  { request: 'GET /Users/%', read: '400 invalidSyntax: the path has a broken percent escape: "%"' },
  {
    request: 'GET /Users/%FF',
    read: '400 invalidSyntax: the path has a broken percent escape: "%FF"',
  },
  {
    request: 'GET /Persons',
    read: '404: there is no endpoint "/Persons"; the base URL is followed by /Users or /Groups',
  },
  {
    request: 'GET /Users/1/2',
    read: '404: there is no endpoint "/Users/1/2"; the base URL is followed by /Users or /Groups',
  },
  {
    request: 'GET /constructor',
    read: '404: there is no endpoint "/constructor"; the base URL is followed by /Users or /Groups',
  },
  { request: 'PUT /Users', read: '405: PUT is not allowed here, but GET, POST' },
  { request: 'POST /Users/1', read: '405: POST is not allowed here, but GET, PUT, PATCH, DELETE' },
  { request: 'OPTIONS /Users', read: '405: OPTIONS is not allowed here, but GET, POST' },
  { request: 'DELETE /Schemas', read: '405: DELETE is not allowed here, but GET' },
  { request: 'GET /Bulk', read: '405: GET is not allowed here, but POST' },
]

const pathCases = eachRow(
  'request',
  paths,
  (row) => row.request,
  ({ request, read }) => {
    const blank = request.indexOf(' ')
    const made = outcome(() =>
      readRequest(exchange(request.slice(0, blank)), request.slice(blank + 1)),
    )
    assertSame(typeof made === 'string' ? made : [made.method, made.endpoint, made.id], read)
  },
)

interface SearchRow {
  readonly path: string
  readonly body: string
  /** Endpoint and query of the GET that asks the same. */
  readonly read: readonly [string, ScimQuery]
}

const searches: readonly SearchRow[] = [
  { path: '/.search', body: '{}', read: ['.search', {}] },
  {
    path: '/Users/.search',
    body: '{"filter":"userName pr"}',
    read: ['Users', { filter: 'userName pr' }],
  },
  {
    path: '/v2/Groups/.search/',
    body: '{"schemas":["x"],"attributes":["id","displayName"],"startIndex":0,"Count":"7","filter":null}',
    read: ['Groups', { attributes: 'id,displayName', startIndex: 1, count: 7 }],
  },
]

const searchCases = eachRow(
  'search',
  searches,
  (row) => row.path,
  ({ path, body, read }) => {
    const {
      method,
      endpoint,
      id,
      query,
      body: rest,
    } = readRequest(exchange('POST', 'count=1', body), path)
    assertSame([method, endpoint, id, query, rest], ['GET', read[0], '', read[1], {}])
  },
)

interface QueryRow {
  readonly query: string
  readonly read: ScimQuery | string
}

const queries: readonly QueryRow[] = [
  { query: '', read: {} },
  { query: 'aadOptscim062020', read: {} },
  { query: 'AzureAdScimPatch2017&filter=x', read: { filter: 'x' } },
  {
    query: 'filter=userName+eq+%22onelogin-test-user01%22&',
    read: { filter: 'userName eq "onelogin-test-user01"' },
  },
  {
    query: 'filter=userName%20eq%20%22a%2Bb%22&startIndex=1&count=100',
    read: { filter: 'userName eq "a+b"', startIndex: 1, count: 100 },
  },
  { query: 'filter=a=b', read: { filter: 'a=b' } },
  { query: 'FILTER=x&filter=y', read: { filter: 'x' } },
  { query: 'filter=&count=&&=x&unknown=1', read: {} },
  { query: 'startIndex=0&count=-5', read: { startIndex: 1, count: 0 } },
  { query: 'count=99999999999', read: { count: 2147483647 } },
  { query: 'startindex=3&COUNT=%2B4', read: { startIndex: 3, count: 4 } },
  {
    query: 'excludedAttributes=members&attributes=id,userName',
    read: { attributes: 'id,userName', excludedAttributes: 'members' },
  },
  { query: '__proto__=x&constructor=y', read: {} },
  { query: 'sortBy=userName&sortOrder=ascending', read: { sortBy: 'userName' } },
  { query: 'count=ten', read: '400 invalidValue: count: must be a whole number, not "ten"' },
  {
    query: 'startIndex=1.5',
    read: '400 invalidValue: startIndex: must be a whole number, not "1.5"',
  },
  {
    query: 'filter=%E0%A4',
    read: '400 invalidSyntax: the query has a broken percent escape: "%E0%A4"',
  },
  {
    query: 'cursor=',
    read: '400 invalidValue: cursor: cursors are not supported; use startIndex and count',
  },
  {
    query: 'sortBy=title',
    read: '400 invalidValue: sortBy: sorting is not supported; lists are ordered by userName, ascending',
  },
  {
    query: 'sortBy=userName&sortOrder=descending',
    read: '400 invalidValue: sortBy: sorting is not supported; lists are ordered by userName, ascending',
  },
]

const queryCases = eachRow(
  'query',
  queries,
  (row) => row.query,
  ({ query, read }) => {
    const made = outcome(() => readRequest(exchange('GET', query), '/Users'))
    assertSame(typeof made === 'string' ? made : made.query, read)
  },
)

interface PageRow {
  readonly query: ScimQuery
  readonly page: readonly number[]
}

const pages: readonly PageRow[] = [
  { query: {}, page: [1, 100] },
  { query: { startIndex: 101, count: 0 }, page: [101, 0] },
  { query: { count: 100000 }, page: [1, 500] },
]

const pageCases = eachRow(
  'page',
  pages,
  (row) => JSON.stringify(row.query),
  ({ query, page }) => {
    const { startIndex, count } = readPage(query)
    assertSame([startIndex, count], page)
  },
)

/** `"n0":1,"n1":1,…` */
function numbered(count: number): string {
  let text = ''
  for (let at = 0; at < count; at++) text += (at > 0 ? ',' : '') + '"n' + at + '":1'
  return text
}

interface BodyRow {
  readonly name: string
  readonly body: string
  readonly type?: string
  readonly read: JsonObject | string
}

const bodies: readonly BodyRow[] = [
  {
    name: 'scim+json',
    body: '{"a":1}',
    type: 'application/scim+json; charset=utf-8',
    read: { a: 1 },
  },
  { name: 'json', body: '{"a":1}', type: 'Application/JSON', read: { a: 1 } },
  { name: 'no type', body: ' {"a":1} ', read: { a: 1 } },
  { name: 'text/plain', body: '{}', type: 'text/plain', read: {} },
  { name: 'with a byte order mark', body: '\ufeff{}', read: {} },
  {
    name: 'a form',
    body: 'a=1',
    type: 'application/x-www-form-urlencoded',
    read: '415: the body must be application/scim+json, not "application/x-www-form-urlencoded"',
  },
  {
    name: 'html',
    body: '<p>',
    type: 'text/html;charset=utf-8',
    read: '415: the body must be application/scim+json, not "text/html;charset=utf-8"',
  },
  {
    name: 'multipart',
    body: '--',
    type: 'multipart/form-data; boundary=x',
    read: '415: the body must be application/scim+json, not "multipart/form-data; boundary=x"',
  },
  { name: 'empty', body: ' \n', read: '400 invalidSyntax: the body is empty' },
  { name: 'an array', body: '[]', read: '400 invalidSyntax: the body must be a JSON object' },
  { name: 'null', body: 'null', read: '400 invalidSyntax: the body must be a JSON object' },
  { name: 'a text', body: '"x"', read: '400 invalidSyntax: the body must be a JSON object' },
  {
    name: 'cut off',
    body: '{"userName":"ad',
    read: '400 invalidSyntax: the body has no JSON value at index 12',
  },
  {
    name: 'cut off after a comma',
    body: '{"a":1,',
    read: '400 invalidSyntax: the body ends too early at index 7',
  },
  {
    name: 'nested arrays of 1 MB',
    body: times(500000, '[') + times(500000, ']'),
    read: '400 invalidSyntax: the body nests deeper than 100 at index 100',
  },
  {
    name: 'nested objects, never closed',
    body: times(100000, '{"a":'),
    read: '400 invalidSyntax: the body nests deeper than 100 at index 500',
  },
  {
    name: 'broken at the end of 1 MB',
    body: '{"a":[' + times(500000, '1,') + 'x]}',
    read: '400 invalidSyntax: the body is not JSON',
  },
  {
    name: 'U+0000 in a text',
    body: '{"members":[{"value":"\\u0000"}]}',
    read: '400 invalidValue: body: a text must not hold the character U+0000',
  },
  {
    name: 'the letters of an escape',
    body: '{"a":"\\\\u0000"}',
    read: { a: '\\u0000' },
  },
  {
    name: '1,001 names in an object',
    body: '{"a":{' + numbered(1001) + '}}',
    read: '400 invalidValue: body: an object has more than 1000 names',
  },
  {
    name: 'brackets in a text',
    body: `{"a":"${times(200, '[')}\\""}`,
    read: { a: times(200, '[') + '"' },
  },
]

const bodyCases = eachRow(
  'body',
  bodies,
  (row) => row.name,
  ({ body, type, read }) => {
    const headers: Readonly<Record<string, string>> =
      type === undefined ? {} : { 'content-type': type }
    const made = outcome(() => readRequest(exchange('POST', '', body, headers), '/Users'))
    assertSame(typeof made === 'string' ? made : made.body, read)
  },
)

interface ProblemRow {
  readonly text: string
  readonly problem: string
}

const problems: readonly ProblemRow[] = [
  { text: '', problem: '0 ends too early' },
  { text: '{', problem: '1 ends too early' },
  { text: '{a:1}', problem: '1 has no name in double quotes' },
  { text: "{'a':1}", problem: '1 has no name in double quotes' },
  { text: '{"a" 1}', problem: '5 has no ":" after a name' },
  { text: '{"a":}', problem: '5 has no JSON value' },
  { text: '{"a":undefined}', problem: '5 has no JSON value' },
  { text: '{"a":NaN}', problem: '5 has no JSON value' },
  { text: '{"a":01}', problem: '6 has no "," or closing bracket' },
  { text: '{"a":1.}', problem: '6 has no "," or closing bracket' },
  { text: '{"a":1 "b":2}', problem: '7 has no "," or closing bracket' },
  { text: '{"a":1,}', problem: '7 has no name in double quotes' },
  { text: '[1,]', problem: '3 has no JSON value' },
  { text: '[1}', problem: '2 has no "," or closing bracket' },
  { text: '{"a":"\\x"}', problem: '5 has no JSON value' },
  { text: '{"a":"\n"}', problem: '5 has no JSON value' },
  { text: '{"a":"\\u12"}', problem: '5 has no JSON value' },
  { text: '{} {}', problem: '3 goes on after its end' },
  {
    text: '{"a":[true,false,null,-1.5e+3,"\\u00e9\\n"],"b":{}}x',
    problem: '49 goes on after its end',
  },
]

const problemCases = eachRow(
  'broken JSON',
  problems,
  (row) => row.text,
  ({ text, problem }) => {
    const found = findJsonProblem(text)
    assertSame(`${found.index} ${found.problem}`, problem)
  },
)

interface PreferRow {
  readonly prefer: string
  readonly minimal: boolean
}

const preferences: readonly PreferRow[] = [
  { prefer: 'return=minimal', minimal: true },
  { prefer: 'respond-async; return = "minimal"', minimal: true },
  { prefer: 'return=representation', minimal: false },
  { prefer: '', minimal: false },
]

const preferCases = eachRow(
  'prefer',
  preferences,
  (row) => row.prefer,
  ({ prefer, minimal }) =>
    assertSame(readRequest(exchange('POST', '', '{}', { prefer }), '/Users').minimal, minimal),
)

export const requestCases: readonly Case[] = pathCases
  .concat(searchCases)
  .concat(queryCases)
  .concat(pageCases)
  .concat(bodyCases)
  .concat(problemCases)
  .concat(preferCases)
