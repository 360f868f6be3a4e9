import type { Attribute } from '../schema/attribute'
import { findSubAttribute } from '../schema/attribute'
import { findAttribute, isUrn, type ResourceType } from '../schema/resource-type'
import { isRefusedName } from './names'

/** What a written name means. `row` and `subRow` are undefined where no schema knows it. */
export interface ResolvedName {
  readonly urn: string
  /** '' where the name is that of a whole schema. */
  readonly attribute: string
  readonly sub?: string
  readonly row?: Attribute
  readonly subRow?: Attribute
}

const longestName = 512

/**
 * Finds what `urn:…:attribute.sub`, `attribute.sub` or `urn:…` means. A name without URN is the core schema's, else an
 * extension's (Entra writes `manager`), else unknown and kept as sent under the core URN. Gives the problem as text.
 */
export function resolveName(name: string, type: ResourceType): ResolvedName | string {
  if (name.length > longestName) return `is longer than ${longestName} characters`
  const split = isUrn(name) ? splitUrn(name, type) : { urn: undefined, rest: name }
  if (typeof split === 'string') return split
  if (split.rest === '') return { urn: split.urn ?? type.urn, attribute: '' }
  const parts = split.rest.split('.')
  if (parts.length > 2) return 'goes deeper than attribute.sub-attribute'
  for (const part of parts) if (!isName(part)) return problemOf(part)
  return resolveParts(split.urn, parts[0] as string, parts[1], type)
}

function resolveParts(
  writtenUrn: string | undefined,
  name: string,
  sub: string | undefined,
  type: ResourceType,
): ResolvedName | string {
  const urn = writtenUrn ?? urnOf(name, type)
  const row = findAttribute(type, urn, name)
  const attribute = row ? row.name : name
  if (sub === undefined) return { urn, attribute, ...(row ? { row } : {}) }
  if (!row) return { urn, attribute, sub }
  if (row.type !== 'complex') return `${row.name} has no sub-attributes`
  const subRow = findSubAttribute(row, sub)
  return subRow ? { urn, attribute, sub: subRow.name, row, subRow } : { urn, attribute, sub, row }
}

/** The schema that knows the name: the core one first. */
function urnOf(name: string, type: ResourceType): string {
  if (findAttribute(type, type.urn, name)) return type.urn
  for (const extension of type.extensions)
    if (findAttribute(type, extension.urn, name)) return extension.urn
  return type.urn
}

/** SCIM 1's URNs, and what templates make of them: test/exchanges/onelogin, test/cases/path-cases.ts. */
const oldCoreUrns: readonly string[] = ['urn:scim:schemas:core:1.0', 'urn:scim:schemas:core:2.0']
const oldExtensionUrns: readonly string[] = [
  'urn:scim:schemas:extension:enterprise:1.0',
  'urn:scim:schemas:extension:enterprise:2.0',
]

/** The URNs of a type as they are written, with the RFC's. */
function knownUrns(
  type: ResourceType,
): readonly { readonly written: string; readonly urn: string }[] {
  const own = [type.urn].concat(type.extensions.map((extension) => extension.urn))
  const extension = type.extensions[0]
  return own
    .map((urn) => ({ written: urn, urn }))
    .concat(oldCoreUrns.map((written) => ({ written, urn: type.urn })))
    .concat(extension ? oldExtensionUrns.map((written) => ({ written, urn: extension.urn })) : [])
}

/**
 * Parts a URN from what follows it. After a known URN stand `:` or `.` (a Microsoft sample has `…:2.0:User.manager`). An
 * unknown URN ends at the last `:`, unless its last part looks like the end of a schema's name: then it stands alone.
 */
function splitUrn(
  name: string,
  type: ResourceType,
): { readonly urn: string; readonly rest: string } | string {
  const lower = name.toLowerCase()
  for (const { written, urn } of knownUrns(type)) {
    if (lower.slice(0, written.length) !== written.toLowerCase()) continue
    if (name.length === written.length) return { urn, rest: '' }
    if (':.'.includes(name.charAt(written.length)))
      return { urn, rest: name.slice(written.length + 1) }
  }
  if (!/^[A-Za-z0-9:._/+-]+$/.test(name)) return 'is not a URN'
  const last = name.lastIndexOf(':')
  const end = name.slice(last + 1)
  if (/^(user|group|[0-9.]*)$/i.test(end)) return { urn: name, rest: '' }
  return { urn: name.slice(0, last), rest: end }
}

const namePattern = /^[A-Za-z_$][A-Za-z0-9_$-]*$/

/** ATTRNAME of RFC 7644 figure 1, `$ref`, and `_` in front, which administrators type. */
function isName(name: string): boolean {
  return namePattern.test(name) && !isRefusedName(name)
}

function problemOf(part: string): string {
  if (part === '') return 'has an empty name in it'
  return isRefusedName(part) ? 'holds a name that is not allowed' : 'is not an attribute name'
}
