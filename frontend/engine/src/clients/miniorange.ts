import type { Json, JsonObject } from '../json'
import { isObject } from '../json'
import type { ScimRequest } from '../protocol/scim-request'
import { defaultDialect } from './default'
import type { Dialect } from './dialect'
import { changed, keyOf } from './rewrite-body'

/**
 * miniOrange: the id in a path may be a userName or an e-mail (test/exchanges/miniorange/provisioning-app.json, its last
 * steps), and a PATCH may come without operations (test/exchanges/miniorange/saml-app.json). Everything else is in the
 * default dialect.
 */
export const miniorange: Dialect = {
  policies: { ...defaultDialect.policies, lenientIds: true },
  rewrite: (request) => defaultDialect.rewrite(withOperations(request)),
}

/** A PATCH whose body is the attributes themselves is a replace of each. */
function withOperations(request: ScimRequest): ScimRequest {
  const { body } = request
  if (request.method !== 'PATCH') return request
  const operations = keyOf(body, 'Operations')
  if (operations !== undefined) return { ...request, body: withRfcEmailPaths(body, operations) }
  const value = changed(body, [keyOf(body, 'schemas')], {})
  return { ...request, body: { Operations: [{ op: 'replace', value: value }] } }
}

/** `path: "email"` means the work e-mail. */
function withRfcEmailPaths(body: JsonObject, key: string): JsonObject {
  const operations = body[key]
  if (!Array.isArray(operations)) return body
  return changed(body, [key], { Operations: operations.map(withRfcEmailPath) as readonly Json[] })
}

function withRfcEmailPath(operation: Json): Json {
  if (!isObject(operation)) return operation
  const key = keyOf(operation, 'path')
  const path = key === undefined ? undefined : operation[key]
  if (typeof path !== 'string' || !['email', 'mail'].includes(path.trim().toLowerCase()))
    return operation
  return changed(operation, [key], { path: 'emails[type eq "work"].value' })
}
