import { matchesValue } from '../filter/evaluate'
import type { Filter } from '../filter/filter'
import { isObject, ownValue, type Json, type JsonObject } from '../json'
import { findSubAttribute, type Attribute } from '../schema/attribute'
import { noTarget } from '../scim-error'
import { pathPlace, type Assignment } from './assignment'
import { countLooks, type Draft } from './draft'
import { append, growingList, placesOf, type GrowingList } from './growing-list'
import { isBare, mostValues, readList, readPart, readParts } from './read-complex'
import { isCleared, wrongValue, type Place } from './read-simple'
import { distinct, withName, withNames } from './same'

/** What a list of values becomes (RFC 7644 §3.5.2.1–3); undefined for none. `row` is that of the list. */
export function applyToList(
  draft: Draft,
  assignment: Assignment,
  current: readonly JsonObject[],
  row: Attribute,
  place: Place,
): readonly JsonObject[] | undefined {
  const { kind, path, value } = assignment
  const isAdded = kind === 'add' && !path.filter && path.sub === undefined
  const kept = isAdded
    ? addAll(draft, current, readList(value, row, place), row, place)
    : changed(draft, assignment, current, row, place)
  if (kept.length > mostValues) throw wrongValue(place, `must have at most ${mostValues} values`)
  return kept.length === 0 ? undefined : kept
}

/** All but `add`, which need not look at each value that is there. */
function changed(
  draft: Draft,
  assignment: Assignment,
  current: readonly JsonObject[],
  row: Attribute,
  place: Place,
): readonly JsonObject[] {
  const { path } = assignment
  countLooks(draft, current.length * (path.filter ? termsOf(path.filter) : 1), place.text)
  const after = path.filter
    ? applyToChosen(assignment, current, row, place, path.filter)
    : path.sub !== undefined
      ? applyToSub(assignment, current, row, place, path.sub)
      : setOrRemove(assignment, current, row, place)
  return after === current ? current : withOnePrimary(distinct(after), current)
}

function termsOf(filter: Filter): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return termsOf(filter.left) + termsOf(filter.right)
    case 'not':
      return termsOf(filter.filter)
    default:
      return 1
  }
}

function setOrRemove(
  { kind, value }: Assignment,
  current: readonly JsonObject[],
  row: Attribute,
  place: Place,
): readonly JsonObject[] {
  if (kind !== 'remove') return readList(value, row, place)
  // Entra removes with `value`; RFC 7644 knows only the whole list (test/cases/patch-user-cases.ts).
  if (value === undefined || value === null) return []
  return removeAll(current, readList(value, row, place), row)
}

/** An added value that is there already changes nothing but what it says beside `value` and `type`. */
function addAll(
  draft: Draft,
  current: readonly JsonObject[],
  added: readonly JsonObject[],
  row: Attribute,
  place: Place,
): readonly JsonObject[] {
  const keyOf = (element: JsonObject): string => valueKey(element, row)
  const list = growingList(draft.growing, row.name, current, keyOf)
  let preferred = -1
  for (const one of added) {
    const { at, isNew } = addOne(list, one, keyOf(one))
    if (isNew && ownValue(one, 'primary') === true) preferred = at
  }
  if (preferred < 0) return list.values
  countLooks(draft, list.values.length, place.text)
  leaveOnePrimary(list.values, preferred)
  return list.values
}

/** Where the value stands then, and whether that changed anything. */
function addOne(
  list: GrowingList<JsonObject>,
  one: JsonObject,
  key: string,
): { readonly at: number; readonly isNew: boolean } {
  const { values } = list
  const at = placesOf(list, key).filter((n) => isSameType(values[n] as JsonObject, one))[0]
  if (at === undefined) {
    append(list, one, key)
    return { at: values.length - 1, isNew: true }
  }
  const before = values[at] as JsonObject
  const after = merged(one, before, ['value', 'type'])
  values[at] = after
  return { at, isNew: after !== before }
}

/** In place: the others are the preferred value no more. */
function leaveOnePrimary(values: JsonObject[], preferred: number): void {
  values.forEach((element, at) => {
    if (at !== preferred && ownValue(element, 'primary') === true)
      values[at] = withName(element, 'primary', false)
  })
}

/** The same for two elements of which the one may be the other: equal `value`, or all equal where there is none. */
function valueKey(element: JsonObject, row: Attribute): string {
  const value = ownValue(element, 'value')
  const exact = findSubAttribute(row, 'value')?.caseExact === true
  if (typeof value === 'string') return '=' + (exact ? value : value.toLowerCase())
  const names = Object.keys(element).sort()
  return '{' + names.map((name) => name + JSON.stringify(element[name])).join(',')
}

function isSameType(stored: JsonObject, added: JsonObject): boolean {
  const type = ownValue(added, 'type')
  return type === undefined || lower(type) === lower(ownValue(stored, 'type'))
}

function lower(value: Json | undefined): string {
  return typeof value === 'string' ? value.toLowerCase() : ''
}

/** `over` laid over `under`, but for names that `under` has and that are to stay; `under` itself if nothing changes. */
function merged(over: JsonObject, under: JsonObject, staying: readonly string[] = []): JsonObject {
  const changes: { [name: string]: Json } = {}
  for (const name of Object.keys(over)) {
    const old = ownValue(under, name)
    if (old === over[name] || (old !== undefined && staying.includes(name))) continue
    changes[name] = over[name] as Json
  }
  return Object.keys(changes).length === 0 ? under : withNames(under, changes)
}

function removeAll(
  current: readonly JsonObject[],
  removed: readonly JsonObject[],
  row: Attribute,
): readonly JsonObject[] {
  const byKey: Record<string, JsonObject[]> = {}
  for (const one of removed) (byKey[valueKey(one, row)] ??= []).push(one)
  return current.filter(
    (element) => !(byKey[valueKey(element, row)] ?? []).some((one) => isSameType(element, one)),
  )
}

/** A path with brackets: the values that the filter chooses. */
function applyToChosen(
  assignment: Assignment,
  current: readonly JsonObject[],
  row: Attribute,
  place: Place,
  filter: Filter,
): readonly JsonObject[] {
  const chosen = current.filter((element) => matchesValue(filter, element, row))
  const takesAway = assignment.kind === 'remove' || isCleared(assignment.value)
  if (chosen.length > 0) {
    const change = takesAway ? taking(assignment, row) : giving(assignment, row, place, filter)
    return changedWhere(current, (element) => chosen.includes(element), change)
  }
  // Nothing there to take away: a repeated request succeeds as the first did.
  if (takesAway) return current
  const parts = equalParts(filter)
  if (!parts)
    throw noTarget(pathPlace(assignment), `no value of ${row.name} meets the filter of the path`)
  return current.concat(giving(assignment, row, place, filter)(parts) ?? [])
}

type ElementChange = (element: JsonObject) => JsonObject | undefined

function changedWhere(
  current: readonly JsonObject[],
  isChosen: (element: JsonObject) => boolean,
  change: ElementChange,
): readonly JsonObject[] {
  const after: JsonObject[] = []
  for (const element of current) {
    const changed = isChosen(element) ? change(element) : element
    if (changed) after.push(changed)
  }
  return after
}

/** Without the element, or without its sub-attribute; an element that is no value any more goes too. */
function taking({ path }: Assignment, row: Attribute): ElementChange {
  return (element) => {
    if (path.sub === undefined) return undefined
    const rest = withName(element, path.sub, undefined)
    return isBare(rest, row) ? undefined : rest
  }
}

/** With the value: `replace` leaves of the element only what the filter says of it. */
function giving(
  assignment: Assignment,
  row: Attribute,
  place: Place,
  filter: Filter,
): ElementChange {
  const { kind, path, value } = assignment
  const sub = path.sub
  if (sub !== undefined) {
    const part = readPart(value, row, sub, place)
    return (element) => withName(element, sub, part)
  }
  const parts = readParts(value as Json, row, place)
  const keepsRest = kind === 'add' || !isObject(value)
  return (element) => merged(parts, keepsRest ? element : (equalParts(filter) ?? {}))
}

/** The sub-attributes that a filter of `eq` and `and` asks for; undefined for any other. */
export function equalParts(filter: Filter): JsonObject | undefined {
  if (filter.kind === 'and') {
    const left = equalParts(filter.left)
    const right = equalParts(filter.right)
    return left && right && merged(right, left)
  }
  const isEqual = filter.kind === 'compare' && filter.operator === 'eq' && filter.value !== null
  return isEqual ? { [filter.path.attribute]: filter.value } : undefined
}

/**
 * A sub-attribute without brackets, `emails.value`: the preferred value's, else the first one's; a list without values
 * gets one. Remove takes it from all.
 */
function applyToSub(
  assignment: Assignment,
  current: readonly JsonObject[],
  row: Attribute,
  place: Place,
  sub: string,
): readonly JsonObject[] {
  if (assignment.kind === 'remove' || isCleared(assignment.value))
    return changedWhere(current, () => true, taking(assignment, row))
  const part = readPart(assignment.value, row, sub, place)
  const chosen = current.filter((element) => ownValue(element, 'primary') === true)[0] ?? current[0]
  if (!chosen) return [withName({}, sub, part)]
  return current.map((element) => (element === chosen ? withName(element, sub, part) : element))
}

/** A value that has become the preferred one takes that from the others (RFC 7644 §3.5.2). */
function withOnePrimary(
  after: readonly JsonObject[],
  before: readonly JsonObject[],
): readonly JsonObject[] {
  const preferred = after.filter((element) => ownValue(element, 'primary') === true)
  if (preferred.length < 2) return after
  const fresh = preferred.filter((element) => !before.includes(element))
  const chosen = fresh[fresh.length - 1] ?? preferred[0]
  return after.map((element) =>
    element === chosen || ownValue(element, 'primary') !== true
      ? element
      : withName(element, 'primary', false),
  )
}
