import { isObject, type JsonObject } from '../json'
import { enterpriseUserUrn } from '../schema/enterprise-user'
import { changed, keyOf } from './rewrite-body'

interface NameAlias {
  /** In lower case. */
  readonly sent: string
  readonly rfc: string
}

/** Names in the body of a user that mean one of the RFC's; each stands in the recording named beside it. */
const userNames: readonly NameAlias[] = [
  // test/exchanges/onelogin/old-template.json
  { sent: 'urn:scim:schemas:extension:enterprise:1.0', rfc: enterpriseUserUrn },
  // test/exchanges/onelogin/scim-v2.json
  { sent: 'urn:scim:schemas:extension:enterprise:2.0', rfc: enterpriseUserUrn },
  { sent: 'prefferedlanguage', rfc: 'preferredLanguage' },
  // test/exchanges/entra/without-flag.json
  { sent: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0user', rfc: enterpriseUserUrn },
]

/** test/exchanges/onelogin/scim-v2.json */
const managerNames: readonly NameAlias[] = [{ sent: 'managerid', rfc: 'value' }]

/** The body of a user with the RFC's names in the places of others that clients write; where both stand, nothing changes. */
export function withRfcNames(body: JsonObject): JsonObject {
  return withinObject(withNames(body, userNames), enterpriseUserUrn, (extension) =>
    withinObject(extension, 'manager', (manager) => withNames(manager, managerNames)),
  )
}

function withNames(object: JsonObject, aliases: readonly NameAlias[]): JsonObject {
  let renamed = object
  for (const { sent, rfc } of aliases) {
    const key = keyOf(renamed, sent)
    if (key === undefined || keyOf(renamed, rfc) !== undefined) continue
    renamed = changed(renamed, [key], { [rfc]: renamed[key] ?? null })
  }
  return renamed
}

/** A copy in which the object under that name is rewritten; the same where there is none. */
function withinObject(
  object: JsonObject,
  name: string,
  rewrite: (inner: JsonObject) => JsonObject,
): JsonObject {
  const key = keyOf(object, name)
  const inner = key === undefined ? undefined : object[key]
  if (key === undefined || !isObject(inner)) return object
  const rewritten = rewrite(inner)
  return rewritten === inner ? object : changed(object, [key], { [key]: rewritten })
}
