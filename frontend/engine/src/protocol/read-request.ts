import type { Exchange } from '../exchange'
import { isObject, type Json, type JsonObject } from '../json'
import { invalidSyntax, invalidValue, ScimError, shown } from '../scim-error'
import { deepestJson, findJsonProblem, tooDeepAt } from './json-problem'
import { readSearchValues } from './read-search'
import {
  decodePercent,
  queryValue,
  readQuery,
  readQueryValues,
  type QueryValues,
} from './read-query'
import type { Endpoint, ScimRequest } from './scim-request'

type Method = ScimRequest['method']

/**
 * Reads a request. `pathAfterConnection` is what follows `/<connection>`, still percent-encoded; `/v2` in front may be
 * left out, slashes may be doubled or stand at the end. HEAD counts as GET, and so does a search by POST (§3.4.3), whose
 * body is the query.
 *
 * Throws ScimErrors: 404 for an unknown endpoint, 405 with Allow, 415, 400 invalidSyntax for a broken path, query or
 * body, 400 invalidValue for query values, and for sorting and cursors, which are not there.
 */
export function readRequest(exchange: Exchange, pathAfterConnection: string): ScimRequest {
  const { endpoint, id, isSearch } = readPath(pathAfterConnection)
  const sent = readMethod(exchange.method, isSearch ? '.search' : endpoint, id)
  const method = isSearch ? 'GET' : sent
  const body = hasBody(sent) ? readBody(exchange) : {}
  const values = isSearch ? readSearchValues(body) : readQueryValues(exchange.query)
  if (method === 'GET') checkOrder(values, endpoint)
  return {
    method,
    endpoint,
    id,
    query: readQuery(values),
    body: isSearch ? {} : body,
    minimal: /(^|[,;\s])return\s*=\s*"?minimal/i.test(exchange.headers['prefer'] ?? ''),
  }
}

const endpoints: readonly Endpoint[] = [
  'Users',
  'Groups',
  'Me',
  'Bulk',
  '.search',
  'ServiceProviderConfig',
  'ResourceTypes',
  'Schemas',
]

interface Target {
  readonly endpoint: Endpoint
  readonly id: string
  readonly isSearch: boolean
}

function readPath(path: string): Target {
  const parts = path.split('/').filter((part) => part !== '')
  if (parts[0] !== undefined && parts[0].toLowerCase() === 'v2') parts.shift()
  const [name, id, ...rest] = parts.map((part) => decodePercent(part, 'path'))
  if (name === undefined) return { endpoint: '', id: '', isSearch: false }
  const endpoint = endpoints.filter((known) => known.toLowerCase() === name.toLowerCase())[0]
  if (endpoint === undefined || rest.length > 0) throw noEndpoint(path)
  const isListed = endpoint === 'Users' || endpoint === 'Groups'
  const isSearch = endpoint === '.search' || (isListed && id === '.search')
  return { endpoint, id: isSearch ? '' : (id ?? ''), isSearch }
}

function noEndpoint(path: string): ScimError {
  return new ScimError(
    404,
    `there is no endpoint ${shown(path)}; the base URL is followed by /Users or /Groups`,
  )
}

function readMethod(method: string, endpoint: Endpoint, id: string): Method {
  const name = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase()
  const allowed = allowedMethods(endpoint, id)
  for (const one of allowed) if (one === name) return one
  throw new ScimError(405, `${name} is not allowed here, but ${allowed.join(', ')}`, undefined, {
    Allow: allowed.join(', '),
  })
}

function allowedMethods(endpoint: Endpoint, id: string): readonly Method[] {
  switch (endpoint) {
    case 'Users':
    case 'Groups':
      return id === '' ? ['GET', 'POST'] : ['GET', 'PUT', 'PATCH', 'DELETE']
    case 'Me':
      return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    case 'Bulk':
    case '.search':
      return ['POST']
    default:
      return ['GET']
  }
}

/** Lists come by name, whatever is asked; another order or a cursor would be promised in vain. */
function checkOrder(values: QueryValues, endpoint: Endpoint): void {
  if (endpoint !== 'Users' && endpoint !== 'Groups' && endpoint !== '.search') return
  if (values['q:cursor'] !== undefined)
    throw invalidValue('cursor', 'cursors are not supported; use startIndex and count')
  const sortBy = queryValue(values, 'sortby')
  if (sortBy === undefined) return
  if (endpoint === '.search')
    throw invalidValue('sortBy', 'sorting is not supported; users come first, then groups')
  const ours = endpoint === 'Users' ? 'userName' : 'displayName'
  const descends = (queryValue(values, 'sortorder') ?? '').toLowerCase() === 'descending'
  if (sortBy.toLowerCase() !== ours.toLowerCase() || descends)
    throw invalidValue(
      'sortBy',
      `sorting is not supported; lists are ordered by ${ours}, ascending`,
    )
}

function hasBody(method: Method): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH'
}

/** Media types that can't be JSON. Others are taken, for clients that name none or a wrong one. */
const foreignTypes =
  /^(text\/(html|xml|css|csv|javascript)|multipart\/|image\/|audio\/|video\/|application\/(x-www-form-urlencoded|xml|pdf|zip))/

function readBody(exchange: Exchange): JsonObject {
  const mediaType = (exchange.headers['content-type'] ?? '').trim().toLowerCase()
  if (foreignTypes.test(mediaType))
    throw new ScimError(415, `the body must be application/scim+json, not ${shown(mediaType)}`)
  const text = exchange.body.charAt(0) === '\ufeff' ? exchange.body.slice(1) : exchange.body
  if (text.trim() === '') throw invalidSyntax('the body is empty')
  const deep = tooDeepAt(text)
  if (deep >= 0) throw invalidSyntax(`the body nests deeper than ${deepestJson} at index ${deep}`)
  const body = parsed(text)
  if (!isObject(body)) throw invalidSyntax('the body must be a JSON object')
  if (text.length > mostNames * 5 || text.includes('\\u0000')) checkBody(body)
  return body
}

/** An object with more names is no resource of ours: each name costs a look at the others. */
const mostNames = 1000
/** Beyond this the place of a mistake in the JSON is not looked for. */
const longestExplained = 64 * 1024

/** Throws for what no database keeps (U+0000), and for objects with too many names. Bounded by the depth of the JSON. */
function checkBody(value: Json): void {
  if (typeof value === 'string' && value.includes('\u0000'))
    throw invalidValue('body', 'a text must not hold the character U+0000')
  if (Array.isArray(value)) for (const part of value as readonly Json[]) checkBody(part)
  if (!isObject(value)) return
  const names = Object.keys(value)
  if (names.length > mostNames)
    throw invalidValue('body', `an object has more than ${mostNames} names`)
  for (const name of names) checkBody(value[name] as Json)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (text.length > longestExplained) throw invalidSyntax('the body is not JSON')
    const { problem, index } = findJsonProblem(text)
    throw invalidSyntax(`the body ${problem} at index ${index}`)
  }
}
