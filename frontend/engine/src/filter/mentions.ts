import type { Filter } from './filter'

/** True if the filter names that attribute of the resource, so that it must be loaded to be judged. */
export function mentions(filter: Filter, attribute: string): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return mentions(filter.left, attribute) || mentions(filter.right, attribute)
    case 'not':
      return mentions(filter.filter, attribute)
    default:
      return filter.path.attribute === attribute
  }
}

/**
 * The ids that a filter compares `members` with by eq, in order, each once. Entra asks `id eq "g" and members eq "u"`:
 * put those of them that are members into the group's `members` and `matches` answers right, without the whole list.
 * Undefined if the filter asks anything else of `members`: then all must be loaded.
 */
export function comparedMembers(filter: Filter): readonly string[] | undefined {
  const ids: string[] = []
  return collect(filter, ids) ? ids : undefined
}

function collect(filter: Filter, ids: string[]): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return collect(filter.left, ids) && collect(filter.right, ids)
    case 'not':
      return collect(filter.filter, ids)
    case 'present':
      return filter.path.attribute !== 'members'
    case 'compare':
      if (filter.path.attribute !== 'members') return true
      return filter.path.sub === 'value' && takeId(filter, ids)
    case 'valuePath':
      return filter.path.attribute !== 'members' || collectInside(filter.filter, ids)
  }
}

function collectInside(filter: Filter, ids: string[]): boolean {
  if (filter.kind === 'or')
    return collectInside(filter.left, ids) && collectInside(filter.right, ids)
  if (filter.kind === 'and') return collectTyped(filter.left, filter.right, ids)
  return filter.kind === 'compare' && filter.path.attribute === 'value' && takeId(filter, ids)
}

/** `value eq "id" and type eq "Group"`, in either order. */
function collectTyped(left: Filter, right: Filter, ids: string[]): boolean {
  if (isType(right)) return collectInside(left, ids)
  return isType(left) && collectInside(right, ids)
}

function isType(filter: Filter): boolean {
  return filter.kind === 'compare' && filter.path.attribute === 'type' && filter.operator === 'eq'
}

function takeId(filter: Extract<Filter, { kind: 'compare' }>, ids: string[]): boolean {
  const isId =
    (filter.operator === 'eq' || filter.operator === 'ne') && typeof filter.value === 'string'
  if (isId && !ids.includes(filter.value as string)) ids.push(filter.value as string)
  return isId
}
