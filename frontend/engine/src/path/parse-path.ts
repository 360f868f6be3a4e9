import { peek, readBrackets, startCursor, type Cursor } from '../filter/parse-filter'
import type { Filter } from '../filter/filter'
import { findSubAttribute } from '../schema/attribute'
import { findAttribute, type ResourceType } from '../schema/resource-type'
import { invalidPath, ScimError } from '../scim-error'
import type { AttributePath } from './attribute-path'
import { isRefusedName } from './names'
import { resolveName, type ResolvedName } from './resolve-name'

/**
 * Reads `urn:…:attribute[filter].sub` (RFC 7644 §3.5.2 and figure 7), as it stands in `path` of PATCH, in keys and in
 * mapping rows. Names that a schema knows come in its own case; others are kept as sent, under the core URN or the
 * written one. A URN alone names the whole schema: `attribute` is then ''.
 *
 * Throws invalidPath with `place`, the text and what is wrong, for `__proto__`, `constructor` and `prototype` too.
 */
export function parsePath(text: string, type: ResourceType, place: string): AttributePath {
  const path = text.trim()
  const bracket = path.indexOf('[')
  const name = resolved(bracket < 0 ? path : path.slice(0, bracket), type, place)
  const plain = { urn: name.urn, attribute: name.attribute }
  if (bracket < 0) return name.sub === undefined ? plain : { ...plain, sub: name.sub }
  if (name.attribute === '' || name.sub !== undefined || (name.row && name.row.type !== 'complex'))
    throw invalidPath(place, `${shownPath(path)} has brackets where there is no list of values`)
  return { ...plain, ...readRest(path, bracket, name, type, place) }
}

function resolved(text: string, type: ResourceType, place: string): ResolvedName {
  const name = text === '' ? 'is empty' : resolveName(text.trim(), type)
  if (typeof name === 'string') throw invalidPath(place, `${shownPath(text)} ${name}`)
  return name
}

function readRest(
  path: string,
  bracket: number,
  name: ResolvedName,
  type: ResourceType,
  place: string,
): { readonly filter: Filter; readonly sub?: string } {
  try {
    const cursor = startCursor(path.slice(bracket), type)
    const filter = readBrackets(cursor, withLearnedRow(name, type))
    const sub = readSub(cursor, name, place)
    return sub === undefined ? { filter } : { filter, sub }
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidFilter')
      throw invalidPath(place, error.detail)
    throw error
  }
}

function withLearnedRow(name: ResolvedName, type: ResourceType): ResolvedName {
  if (!name.row || !type.learned) return name
  return { ...name, row: findAttribute(type.learned, name.urn, name.attribute) ?? name.row }
}

function readSub(cursor: Cursor, name: ResolvedName, place: string): string | undefined {
  const token = peek(cursor)
  if (token.kind === 'end') return undefined
  const sub = token.text.slice(1)
  const isLast = cursor.tokens[cursor.at + 1]?.kind === 'end'
  const isSub = token.kind === 'word' && /^\.[A-Za-z_$][A-Za-z0-9_$-]*$/.test(token.text)
  if (!isLast || !isSub || isRefusedName(sub))
    throw invalidPath(
      place,
      `${shownPath(cursor.source)} goes on after its brackets with no sub-attribute`,
    )
  const row = name.row && findSubAttribute(name.row, sub)
  return row ? row.name : sub
}

function shownPath(path: string): string {
  const quoted = JSON.stringify(path)
  return quoted.length > 80 ? quoted.slice(0, 77) + '…' : quoted
}
