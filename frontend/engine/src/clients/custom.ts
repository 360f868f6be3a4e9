import { invalidSyntax } from '../scim-error'
import { defaultDialect } from './default'
import type { Dialect } from './dialect'
import { lacksSchemas } from './rewrite-body'

/**
 * For clients that hold to the RFC (test/exchanges/custom/rfc-client.json): a missing `schemas` and an id that is not ours
 * are mistakes that they want to hear of.
 */
export const custom: Dialect = {
  policies: { ...defaultDialect.policies, lenientIds: false, schemasOptional: false },
  rewrite: (request) => {
    if (lacksSchemas(request)) throw invalidSyntax('schemas: is missing (RFC 7644 section 3.1)')
    return defaultDialect.rewrite(request)
  },
}
