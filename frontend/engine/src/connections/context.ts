import type { Connection } from '@settings'
import type { Directory } from '../ports/directory'
import type { Ports } from '../ports/ports'

/** Everything that a use case needs to know about the connection it serves. Made once for each exchange. */
export interface Context {
  readonly ports: Ports
  readonly connection: Connection
  readonly source: Directory
  /** undefined until an administrator has made or chosen one: then only the source follows. */
  readonly target: Directory | undefined
  /** `<crowd>/plugins/servlet/scim/<connection>/v2`, without trailing slash. */
  readonly baseUrl: string
  /** The correlation id of the exchange. */
  readonly exchangeId: string
  readonly policies: Policies
  readonly notes: ActivityNotes
}

/** What a dialect cannot express as a rewrite (ADR 0008). */
export interface Policies {
  /** Resolve an unknown `/{id}` by externalId, then userName, then unique e-mail (miniOrange). */
  readonly lenientIds: boolean
  /** Status of a refusal by rule, e.g. import off: 403, for Entra 400. */
  readonly refusalStatus: number
  /** A body without `schemas` is taken. */
  readonly schemasOptional: boolean
}

/** Collects, during one exchange, what Activity will say of it. */
export interface ActivityNotes {
  /** User name or group name concerned. */
  name(name: string): void
  /** One change in the target, for people: `added ada to engineers`. Never a value of an attribute, never a secret. */
  changed(what: string): void
  /** Something left out on purpose, for people: `unknown member 42 left out`. */
  noted(what: string): void
}
