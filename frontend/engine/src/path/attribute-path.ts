import type { Filter } from '../filter/filter'

/**
 * A place in a resource. One grammar for `path` of PATCH, for keys of a no-path value, for filters, for `attributes`
 * and for mapping rows: `urn:…:attribute[filter].sub`. Names are in the schema's own case where the schema knows them,
 * else as sent.
 */
export interface AttributePath {
  /** Schema URN; the core URN of the resource type where none was written. */
  readonly urn: string
  readonly attribute: string
  /** Between the brackets, paths inside relative to one value. */
  readonly filter?: Filter
  readonly sub?: string
}
