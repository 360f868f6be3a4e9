import type { JsonObject } from '../json'

/** A SCIM request after the dialect has brought it into RFC form. */
export interface ScimRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly endpoint: Endpoint
  /** Decoded; '' where the path names none. */
  readonly id: string
  readonly query: ScimQuery
  /** {} where there is none. */
  readonly body: JsonObject
  /** `Prefer: return=minimal` (RFC 7240 §4.2). */
  readonly minimal: boolean
}

export type Endpoint =
  | ''
  | 'Users'
  | 'Groups'
  | 'Me'
  | 'Bulk'
  | '.search'
  | 'ServiceProviderConfig'
  | 'ResourceTypes'
  | 'Schemas'

/** As sent, decoded; undefined where absent. Numbers are read: `startIndex` at least 1, `count` at least 0. */
export interface ScimQuery {
  readonly filter?: string
  readonly startIndex?: number
  readonly count?: number
  readonly sortBy?: string
  readonly cursor?: string
  readonly attributes?: string
  readonly excludedAttributes?: string
}
