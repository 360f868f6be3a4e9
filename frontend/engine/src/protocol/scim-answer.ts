import type { MemberList } from '../exchange'
import type { JsonObject } from '../json'

/** What a use case answers; the door turns it into text. */
export interface ScimAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** undefined for 204. */
  readonly body?: JsonObject
  /** For each marker that stands as a string value in the body, the list that takes its place. */
  readonly memberLists?: Readonly<Record<string, MemberList>>
}
