import type { Filter } from '../filter/filter'
import { isObject, ownValue, type Json, type JsonObject } from '../json'
import { groupUrn } from '../schema/group'
import { invalidPath, invalidValue, mutability, shown } from '../scim-error'
import { pathPlace, type Assignment } from './assignment'
import type { MemberChange } from './change'
import { isCleared } from './read-simple'

/** Member changes while a request is read; neighbours of one kind become one change. Lives as long as one call. */
export interface Members {
  readonly changes: MemberChange[]
  /** The ids of the last change, to be added to, and which they are. */
  ids: string[]
  seen: Record<string, true>
}

export function startMembers(): Members {
  return { changes: [], ids: [], seen: {} }
}

export function isMembers(assignment: Assignment): boolean {
  return assignment.path.attribute === 'members' && assignment.path.urn === groupUrn
}

/**
 * Reads what a group's `members` shall become, as differences: the stored list is not looked at. Members are a set of
 * ids; `type`, `$ref` and `display` are not needed. Remove with values takes those (Entra), with none at all or null the
 * whole group is emptied (RFC 7644 §3.5.2.2), with [] nothing happens, since taking access must be said plainly.
 */
export function addMemberChange(members: Members, assignment: Assignment): void {
  const { kind, path, value, place } = assignment
  if (path.sub !== undefined && path.sub !== 'value')
    throw mutability(pathPlace(assignment), `members.${path.sub} can't be changed`)
  if (path.filter) return addChosen(members, assignment, idsOf(path.filter, pathPlace(assignment)))
  if (kind === 'remove')
    return value === undefined || value === null
      ? add(members, 'replace', [])
      : add(members, 'remove', readIds(value, place))
  add(members, kind === 'add' ? 'add' : 'replace', readIds(value, place))
}

/** `members[value eq "u"]`: remove takes u, add and replace give it; replaced by another id, u makes room for it. */
function addChosen(members: Members, assignment: Assignment, chosen: readonly string[]): void {
  const { kind, value, place } = assignment
  if (kind === 'remove' || (kind !== 'add' && isCleared(value)))
    return add(members, 'remove', chosen)
  const saysNone = isCleared(value) || (isObject(value) && valueOf(value) === undefined)
  const given = saysNone ? [] : readIds(value, place)
  const gone = kind === 'add' ? [] : chosen.filter((id) => given.length > 0 && !given.includes(id))
  add(members, 'remove', gone)
  add(members, 'add', given.length > 0 ? given : chosen)
}

function add(members: Members, kind: MemberChange['kind'], ids: readonly string[]): void {
  if (ids.length === 0 && kind !== 'replace') return
  // Whatever came before is undone by a replaced list.
  if (kind === 'replace') members.changes.length = 0
  const last = members.changes[members.changes.length - 1]
  if (!last || last.kind !== kind || kind === 'replace') {
    members.ids = []
    members.seen = {}
    members.changes.push({ kind, ids: members.ids })
  }
  for (const id of ids) {
    if (members.seen['=' + id]) continue
    members.seen['=' + id] = true
    members.ids.push(id)
  }
}

/** Objects with `value`, bare texts, or one of either (old Microsoft sample: test/cases/group-cases.ts). */
function readIds(value: Json | undefined, place: string): readonly string[] {
  if (value === undefined || isCleared(value)) return []
  if (!Array.isArray(value)) return [readId(value, place, '')]
  return (value as readonly Json[]).map((one, index) => readId(one, place, index))
}

function readId(member: Json, place: string, index: number | ''): string {
  const id = isObject(member) ? valueOf(member) : member
  if (typeof id === 'string' && id !== '') return id
  const at = place + (index === '' ? '' : `[${index}]`) + (isObject(member) ? '.value' : '')
  throw invalidValue(at, `a member needs the id of a user or group as text, not ${shown(id)}`)
}

function valueOf(member: JsonObject): Json | undefined {
  const exact = ownValue(member, 'value')
  if (exact !== undefined) return exact
  for (const key of Object.keys(member)) if (key.toLowerCase() === 'value') return member[key]
  return undefined
}

/** The ids that a filter on members names; members are not loaded, so nothing else can be asked of them. */
function idsOf(filter: Filter, place: string): readonly string[] {
  const ids = namedIds(filter)
  if (!ids) throw invalidPath(place, 'members can be chosen by value eq "id" only')
  return ids
}

function namedIds(filter: Filter): readonly string[] | undefined {
  switch (filter.kind) {
    case 'or': {
      const left = namedIds(filter.left)
      const right = namedIds(filter.right)
      return left && right && left.concat(right)
    }
    case 'and':
      return isType(filter.right)
        ? namedIds(filter.left)
        : isType(filter.left)
          ? namedIds(filter.right)
          : undefined
    case 'compare':
      return filter.path.attribute === 'value' &&
        filter.operator === 'eq' &&
        typeof filter.value === 'string'
        ? [filter.value]
        : undefined
    default:
      return undefined
  }
}

/** `type eq "User"` or `"Group"` beside an id says nothing more: an id is of one kind only. */
function isType(filter: Filter): boolean {
  return (
    filter.kind === 'compare' &&
    filter.path.attribute === 'type' &&
    filter.operator === 'eq' &&
    ['user', 'group'].includes(String(filter.value).toLowerCase())
  )
}
