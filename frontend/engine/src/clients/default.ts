import type { Dialect } from './dialect'
import { toRfcFilter } from './filter-aliases'
import { withSchemas, withUserEmails } from './rewrite-body'

/** Accepts the union of what clients send, so that a wrongly chosen provider still works. */
export const defaultDialect: Dialect = {
  policies: { lenientIds: false, refusalStatus: 403, schemasOptional: true },
  rewrite: (request) => {
    const { query } = request
    const filter = query.filter === undefined ? {} : { filter: toRfcFilter(query.filter) }
    const body = withSchemas(request, withUserEmails(request, request.body))
    return { ...request, query: { ...query, ...filter }, body }
  },
}
