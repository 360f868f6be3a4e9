import { isObject, type Json, type JsonObject } from '../json'
import { tooDeepAt } from '../protocol/json-problem'

export const HIDDEN = '•••'

const secretWords = ['password', 'passphrase', 'token', 'secret', 'credential', 'authorization']

const notShown = '(not shown, since it may hold a secret)'

/** True for a name that says that its value is a secret, whatever stands around it: `newPassword`, `urn:…:apiToken`. */
export function isSecretName(name: string): boolean {
  const lower = name.toLowerCase()
  return secretWords.some((word) => lower.includes(word))
}

/**
 * A body for people to read, without secrets: values under secret names are hidden, and so is the `value` beside a
 * `path` or `name` that names a secret (a PATCH operation), and a filter that asks for one. A text without any secret word is shown as it is; one that is no
 * JSON, or too deep to be looked through, only if it has none.
 */
export function redactBody(text: string): string {
  if (!isSecretName(text) && text.indexOf('\\u') < 0) return text
  if (tooDeepAt(text) >= 0) return notShown
  try {
    return JSON.stringify(redact(JSON.parse(text) as Json))
  } catch {
    return notShown
  }
}

/** A query string with the parameters hidden that name a secret, also within a filter. */
export function redactQuery(query: string): string {
  return query
    .split('&')
    .map((part) => (isSecretName(decoded(part)) ? part.split('=')[0] + '=' + HIDDEN : part))
    .join('&')
}

/** Goes no deeper than the text may nest. */
function redact(value: Json): Json {
  if (Array.isArray(value)) return value.map(redact)
  return isObject(value) ? redactObject(value) : value
}

function redactObject(object: JsonObject): JsonObject {
  const hidesValue = ['path', 'name', 'type'].some((name) => {
    const said = Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined
    return typeof said === 'string' && isSecretName(said)
  })
  const shown: Record<string, Json> = Object.create(null) as Record<string, Json>
  for (const name of Object.keys(object)) {
    const value = object[name] as Json
    const hidden = isSecretName(name) || (hidesValue && name === 'value') || asks(name, value)
    shown[name] = hidden ? HIDDEN : redact(value)
  }
  return shown
}

/** True for the filter of a search body that names a secret. */
function asks(name: string, value: Json): boolean {
  return name.toLowerCase() === 'filter' && typeof value === 'string' && isSecretName(value)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return text
  }
}
