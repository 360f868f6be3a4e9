import type { ScimQuery } from './scim-request'

/** How many resources a page holds if the client does not say, and at most; Okta asks for pages of 100. */
export const standardPage = 100
export const largestPage = 500

/** The wanted part of a list: `startIndex` from 1, `count` from 0 (0 asks for the total only) to `largestPage`. */
export function readPage(query: ScimQuery): {
  readonly startIndex: number
  readonly count: number
} {
  return {
    startIndex: query.startIndex ?? 1,
    count: Math.min(query.count ?? standardPage, largestPage),
  }
}
