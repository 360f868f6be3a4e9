import type { JsonObject } from '../json'

export const listResponseUrn = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** One page of resources. `totalResults` counts all matches, `startIndex` is 1-based. */
export interface Page {
  readonly resources: readonly JsonObject[]
  readonly totalResults: number
  readonly startIndex: number
}

/** The body of RFC 7644 §3.4.2; `Resources` is there even when empty, since clients read its length. */
export function listResponse(page: Page): JsonObject {
  return {
    schemas: [listResponseUrn],
    totalResults: page.totalResults,
    startIndex: page.startIndex,
    itemsPerPage: page.resources.length,
    Resources: page.resources,
  }
}
