import type { Context } from '../connections/context'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { ScimRequest } from '../protocol/scim-request'
import { ScimError } from '../scim-error'

/** Answers a request for users or groups. */
export function answerResource(_context: Context, request: ScimRequest): ScimAnswer {
  throw new ScimError(501, request.endpoint + ' is not there yet')
}
