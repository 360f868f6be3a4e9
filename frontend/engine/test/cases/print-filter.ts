import type { Filter } from '../../src/filter/filter'
import type { AttributePath } from '../../src/path/attribute-path'

/** A filter with all its brackets: `(userName eq "a" or (active eq true and not title pr))`. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${printFilter(filter.left)} ${filter.kind} ${printFilter(filter.right)})`
    case 'not':
      return `not ${printFilter(filter.filter)}`
    case 'present':
      return printPath(filter.path) + ' pr'
    case 'compare':
      return `${printPath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`
    case 'valuePath':
      return `${printPath(filter.path)}[${printFilter(filter.filter)}]`
  }
}

/** A path with short names for the schemas that we know; core names stand alone. */
export function printPath(path: AttributePath): string {
  const filter = path.filter ? `[${printFilter(path.filter)}]` : ''
  const sub = path.sub === undefined ? '' : '.' + path.sub
  return shortUrn(path.urn) + path.attribute + filter + sub
}

function shortUrn(urn: string): string {
  if (/^urn:ietf:params:scim:schemas:core:2\.0:(User|Group)$/.test(urn)) return ''
  return urn === 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
    ? 'enterprise:'
    : urn + ':'
}
