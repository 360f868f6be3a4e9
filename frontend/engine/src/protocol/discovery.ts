import type { ScimAnswer } from './scim-answer'
import type { ScimRequest } from './scim-request'

/** Answers everything but `/Users` and `/Groups`: discovery, the bare base URL, and what is not there yet (501). */
export function answerDiscovery(request: ScimRequest, baseUrl: string): ScimAnswer {
  throw new Error('not written yet' + request.id + baseUrl)
}
