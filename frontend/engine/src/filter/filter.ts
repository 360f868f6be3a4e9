import type { AttributePath } from '../path/attribute-path'

/** A parsed filter (RFC 7644 §3.4.2.2), typed against the schema: paths are resolved, values have the attribute's type. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | {
      readonly kind: 'compare'
      readonly path: AttributePath
      readonly operator: Operator
      readonly value: JsonPrimitive
    }
  /** All conditions within one value of a multi-valued attribute. */
  | { readonly kind: 'valuePath'; readonly path: AttributePath; readonly filter: Filter }

export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'

export type JsonPrimitive = string | number | boolean | null
