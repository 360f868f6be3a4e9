import type { ScimRequest } from '../protocol/scim-request'
import type { Dialect } from './dialect'
import { toRfcFilter } from './filter-aliases'
import { withRfcNames } from './name-aliases'
import { isWholeUser, withSchemas, withUserEmails } from './rewrite-body'
import { withRfcPatch } from './rewrite-patch'

/** Accepts the union of what clients send, so that a wrongly chosen provider still works. */
export const defaultDialect: Dialect = {
  policies: { lenientIds: true, refusalStatus: 403, schemasOptional: true },
  rewrite: (request) => withSchemas(withRfcBody(withRfcQuery(request))),
}

function withRfcQuery(request: ScimRequest): ScimRequest {
  const { query } = request
  if (query.filter === undefined) return request
  return { ...request, query: { ...query, filter: toRfcFilter(query.filter) } }
}

function withRfcBody(request: ScimRequest): ScimRequest {
  if (request.method === 'PATCH') return { ...request, body: withRfcPatch(request.body) }
  if (!isWholeUser(request)) return request
  return { ...request, body: withUserEmails(withRfcNames(request.body)) }
}
