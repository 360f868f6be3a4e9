import { isObject, type Json, type JsonObject } from '../json'
import { changed, keyOf, patchUrn } from './rewrite-body'

/**
 * The body of a PATCH in RFC form. Attributes in the place of operations are a replace of each, and `path: "email"` means
 * the work e-mail (miniOrange: test/exchanges/miniorange/saml-app.json). A PatchOp without operations stays, to be refused.
 */
export function withRfcPatch(body: JsonObject): JsonObject {
  const key = keyOf(body, 'Operations')
  if (key !== undefined) return withRfcEmailPaths(body, key)
  const value = changed(body, [keyOf(body, 'schemas')], {})
  if (Object.keys(value).length === 0 || saysPatch(body)) return body
  return { Operations: [{ op: 'replace', value }] }
}

function saysPatch(body: JsonObject): boolean {
  const schemas = body[keyOf(body, 'schemas') ?? 'schemas']
  return Array.isArray(schemas) && schemas.some((urn) => urn === patchUrn)
}

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
