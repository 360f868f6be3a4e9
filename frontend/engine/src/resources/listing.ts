import { matches } from '../filter/evaluate'
import type { Filter } from '../filter/filter'
import { planFilter } from '../filter/plan'
import type { JsonObject } from '../json'
import type { DirectoryQuery, Restriction } from '../ports/directory'
import { ScimError } from '../scim-error'
import type { ResourceType } from '../schema/resource-type'

/** How the resources of one type are searched and shown to a filter. */
export interface Listing<E> {
  readonly type: ResourceType
  search(query: DirectoryQuery): readonly E[]
  count(restriction?: Restriction): number
  /** More candidates than this are not judged one by one. */
  readonly mostCandidates: number
  /** The resource as a filter judges it. */
  toJudged(entity: E): JsonObject
}

export interface Found<E> {
  readonly page: readonly E[]
  readonly totalResults: number
}

/** Candidates cost one row each. */
export const mostCandidates = 10000
/** Where each candidate costs a call of its own. */
export const mostCostlyCandidates = 500

/** Of all candidates together: about two seconds of the engine that runs this. */
const mostLooks = 400000

/** One page of what the filter finds, and the number of all. `startIndex` is 1-based; a `count` of 0 gives the number only. */
export function findPage<E>(
  listing: Listing<E>,
  filter: Filter | undefined,
  startIndex: number,
  count: number,
): Found<E> {
  if (!filter) return pageFromCrowd(listing, undefined, startIndex, count)
  const plan = planFilter(filter, listing.type)
  if (plan.nothing) return { page: [], totalResults: 0 }
  if (plan.exact) return pageFromCrowd(listing, plan.restriction, startIndex, count)
  const found = judged(listing, filter, plan.restriction)
  return { page: found.slice(startIndex - 1, startIndex - 1 + count), totalResults: found.length }
}

function pageFromCrowd<E>(
  listing: Listing<E>,
  restriction: Restriction | undefined,
  startIndex: number,
  count: number,
): Found<E> {
  if (count === 0) return { page: [], totalResults: listing.count(restriction) }
  const query = restriction ? { restriction } : {}
  const page = listing.search({ ...query, start: startIndex - 1, count })
  return { page, totalResults: totalBeside(listing, restriction, startIndex, count, page.length) }
}

/** What a page tells of the total is never contradicted; where it tells all, nobody is asked. */
function totalBeside<E>(
  listing: Listing<E>,
  restriction: Restriction | undefined,
  startIndex: number,
  count: number,
  shown: number,
): number {
  const atLeast = startIndex - 1 + shown
  const isLastPage = shown < count
  if (isLastPage && (shown > 0 || startIndex === 1)) return atLeast
  const total = listing.count(restriction)
  return isLastPage ? Math.min(total, atLeast) : Math.max(total, atLeast)
}

function judged<E>(
  listing: Listing<E>,
  filter: Filter,
  restriction: Restriction | undefined,
): readonly E[] {
  const { mostCandidates: most } = listing
  const candidates = listing.search({
    ...(restriction ? { restriction } : {}),
    start: 0,
    count: most + 1,
  })
  if (candidates.length > most) {
    throw new ScimError(
      400,
      'filter: more than ' +
        most +
        ' resources would have to be looked at; narrow it by userName or id',
      'tooMany',
    )
  }
  const effort = { looks: 0 }
  return candidates.filter((each) => {
    if (effort.looks > mostLooks)
      throw new ScimError(400, `filter: ${mostLooks} values were compared; narrow it`, 'tooMany')
    return matches(filter, listing.toJudged(each), listing.type, effort)
  })
}
