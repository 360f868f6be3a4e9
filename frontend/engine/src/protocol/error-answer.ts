import type { ScimError } from '../scim-error'
import type { ScimAnswer } from './scim-answer'

export const errorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** The body of RFC 7644 §3.12; `status` is text. The correlation id stands in a header: the RFC's body has no place for it. */
export function errorAnswer(error: ScimError, exchangeId: string): ScimAnswer {
  return {
    status: error.status,
    headers: { ...error.headers, 'X-Correlation-Id': exchangeId },
    body: {
      schemas: [errorUrn],
      status: String(error.status),
      ...(error.scimType === undefined ? {} : { scimType: error.scimType }),
      detail: error.detail,
    },
  }
}
