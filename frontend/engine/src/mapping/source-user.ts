import type { JsonObject } from '../json'
import type { Attributes, Principal } from '../ports/directory'
import { readDocument, readNote, writeDocument, type Hash } from './document'
import { note, readOpen } from './notes'
import { emailValues, externalIdValues } from './searchable'

/** A user of the source directory: what the client said, and what we noted. */
export interface SourceUser {
  /** SCIM id: Crowd's external id. */
  readonly id: string
  readonly userName: string
  readonly active: boolean
  /** As sent, RFC form, without userName, active and password. */
  readonly document: JsonObject
  /** True until the first tie: the create has not come to its end. */
  readonly creating: boolean
  /** What is under way in the target; [] at rest. */
  readonly open: readonly string[]
  /** The note as stored; read it with `readTie`. */
  readonly target: string | undefined
  readonly attributes: Attributes
  /** Milliseconds since 1970, UTC. */
  readonly created: number
  readonly modified: number
}

/** With `hash`, for whoever will build on it, a document that is not the one that was written counts as lost. */
export function readSourceUser(principal: Principal, hash?: Hash): SourceUser {
  const { attributes } = principal
  return {
    id: principal.externalId,
    userName: principal.name,
    active: principal.active,
    document: readDocument(attributes, hash) ?? documentOfFields(principal),
    creating: readNote(attributes, note.state) === 'creating',
    open: readOpen(attributes),
    target: readNote(attributes, note.target),
    attributes,
    created: principal.created,
    modified: Number(readNote(attributes, note.modified) ?? principal.created),
  }
}

/** The attributes of a source user that follow from its document, for one call. */
export function userAttributes(
  document: JsonObject,
  stored: Attributes,
  modified: number,
  hash: Hash,
): Record<string, readonly string[]> {
  const attributes = writeDocument(document, stored, hash)
  attributes[note.externalId] = externalIdValues(document, hash)
  attributes[note.email] = emailValues(document, hash)
  attributes[note.modified] = [String(modified)]
  return attributes
}

/** The document of a source user whose own is lost or broken: what Crowd's fields still say. */
function documentOfFields(principal: Principal): JsonObject {
  const name = { givenName: principal.firstName, familyName: principal.lastName }
  const emails =
    principal.email === '' ? {} : { emails: [{ value: principal.email, type: 'work' }] }
  return { displayName: principal.displayName, name, ...emails }
}
