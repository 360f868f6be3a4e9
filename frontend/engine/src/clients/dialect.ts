import type { Policies } from '../connections/context'
import type { ScimRequest } from '../protocol/scim-request'

/** How one provisioning client speaks (ADR 0008). */
export interface Dialect {
  readonly policies: Policies
  /** The same request in RFC form; what it does not know stays as it is. */
  rewrite(request: ScimRequest): ScimRequest
}
