import type { JsonObject } from '../json'
import type { Attributes, DirectoryGroup } from '../ports/directory'
import { hasDocument, readDocument, readNote, writeDocument, type Hash } from './document'
import { note, readOpen } from './notes'
import { externalIdValues } from './searchable'

/** A group of the source directory: what the client said, and what we noted. */
export interface SourceGroup {
  /** SCIM id: a UUID of ours, the group's external id. */
  readonly id: string
  readonly displayName: string
  /** As sent, RFC form, without displayName and members. */
  readonly document: JsonObject
  /** True until the document is stored: the create has not come to its end. */
  readonly creating: boolean
  readonly open: readonly string[]
  readonly target: string | undefined
  readonly attributes: Attributes
  /** Milliseconds since 1970, UTC. */
  readonly created: number
  readonly modified: number
}

/** With `hash`, for whoever will build on it, a document that is not the one that was written counts as lost. */
export function readSourceGroup(group: DirectoryGroup, hash?: Hash): SourceGroup {
  const { attributes } = group
  return {
    id: group.externalId,
    displayName: group.name,
    document: readDocument(attributes, hash) ?? {},
    creating: !hasDocument(attributes),
    open: readOpen(attributes),
    target: readNote(attributes, note.target),
    attributes,
    created: group.created,
    modified: Number(readNote(attributes, note.modified) ?? group.created),
  }
}

/** The attributes of a source group that follow from its document, for one call. */
export function groupAttributes(
  document: JsonObject,
  stored: Attributes,
  modified: number,
  hash: Hash,
): Record<string, readonly string[]> {
  const attributes = writeDocument(document, stored, hash)
  attributes[note.externalId] = externalIdValues(document, hash)
  attributes[note.modified] = [String(modified)]
  return attributes
}
