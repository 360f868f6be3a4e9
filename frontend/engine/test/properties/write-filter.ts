import type { Filter } from '../../src/filter/filter'
import type { AttributePath } from '../../src/path/attribute-path'

/** A filter as a client may write it, with all brackets and URNs: what the parser reads back as the same filter. */
export function writeFilter(filter: Filter, isInside = false): string {
  const name = (path: AttributePath): string => (isInside ? path.attribute : writePath(path))
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const sides = [filter.left, filter.right].map((side) => writeFilter(side, isInside))
      return `(${sides.join(` ${filter.kind} `)})`
    }
    case 'not':
      return `not (${writeFilter(filter.filter, isInside)})`
    case 'present':
      return name(filter.path) + ' pr'
    case 'compare':
      return `${name(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`
    case 'valuePath':
      return `${name(filter.path)}[${writeFilter(filter.filter, true)}]`
  }
}

/** A path as a client may write it, with its URN. */
export function writePath({ urn, attribute, filter, sub }: AttributePath): string {
  const brackets = filter ? `[${writeFilter(filter, true)}]` : ''
  return `${urn}:${attribute}${brackets}${sub === undefined ? '' : '.' + sub}`
}
