import { isObject, type Json, type JsonObject } from '../json'
import type { ScimRequest } from '../protocol/scim-request'

/** The name as it stands in the object, whatever its case (RFC 7643 §2.1); undefined if it has none of it. */
export function keyOf(object: JsonObject, name: string): string | undefined {
  const lower = name.toLowerCase()
  return Object.keys(object).filter((key) => key.toLowerCase() === lower)[0]
}

/** A copy with some keys taken away and some put in. `__proto__` stays an own property, to be refused where names are read. */
export function changed(
  object: JsonObject,
  without: readonly (string | undefined)[],
  more: JsonObject,
): JsonObject {
  const copy: JsonObject = {}
  for (const key of Object.keys(object)) if (!without.includes(key)) put(copy, key, object[key])
  for (const key of Object.keys(more)) put(copy, key, more[key])
  return copy
}

/** An assignment would set the prototype under that name; so does object spread once it is ES5. */
function put(object: JsonObject, key: string, value: Json | undefined): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** True where the body is a user, not a PATCH of one. */
export function isWholeUser({ method, endpoint }: ScimRequest): boolean {
  return endpoint === 'Users' && (method === 'POST' || method === 'PUT')
}

/**
 * A whole user with a top-level `email` or `mail` and no `emails` gets `emails`
 * (test/exchanges/miniorange/saml-app.json); an empty or missing userName becomes the e-mail, as miniOrange's own
 * receivers do it (same recording).
 */
export function withUserEmails(body: JsonObject): JsonObject {
  return withUserName(withEmails(body))
}

function withEmails(body: JsonObject): JsonObject {
  if (keyOf(body, 'emails') !== undefined) return body
  const key = keyOf(body, 'email') ?? keyOf(body, 'mail')
  const email = key === undefined ? undefined : body[key]
  if (typeof email !== 'string' || email.trim() === '') return body
  return changed(body, [key], { emails: [{ value: email.trim(), type: 'work', primary: true }] })
}

function withUserName(body: JsonObject): JsonObject {
  const key = keyOf(body, 'userName')
  const userName = key === undefined ? null : body[key]
  const isEmpty = userName === null || (typeof userName === 'string' && userName.trim() === '')
  const email = isEmpty ? firstEmail(body) : undefined
  return email === undefined ? body : changed(body, [key], { userName: email })
}

/** The work e-mail, else the primary one, else the first. */
function firstEmail(body: JsonObject): string | undefined {
  const key = keyOf(body, 'emails')
  const emails = key === undefined ? undefined : body[key]
  const list = (Array.isArray(emails) ? emails : [emails]) as readonly (Json | undefined)[]
  const objects = list.filter(isObject)
  const chosen =
    objects.filter((email) => email['type'] === 'work')[0] ??
    objects.filter((email) => email['primary'] === true)[0] ??
    list[0]
  const value = isObject(chosen) ? chosen['value'] : chosen
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const coreUrn = 'urn:ietf:params:scim:schemas:core:2.0:'

/** A body without `schemas` gets the one that its place asks for: people write miniOrange's and OneLogin's by hand. */
export function withSchemas(request: ScimRequest): ScimRequest {
  if (!lacksSchemas(request)) return request
  const { method, endpoint } = request
  const urn = method === 'PATCH' ? patchUrn : coreUrn + (endpoint === 'Users' ? 'User' : 'Group')
  return { ...request, body: changed(request.body, [], { schemas: [urn] }) }
}

/** True for a body of a user, a group or a PATCH that has no `schemas`. */
export function lacksSchemas({ method, endpoint, body }: ScimRequest): boolean {
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
  const isResource = endpoint === 'Users' || endpoint === 'Groups'
  return hasBody && isResource && keyOf(body, 'schemas') === undefined
}
