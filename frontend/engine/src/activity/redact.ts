import { isObject, type Json, type JsonObject } from '../json'

export const HIDDEN = '•••'

const secretWords = ['password', 'passphrase', 'token', 'secret', 'credential', 'authorization']

/** Deeper than this nothing is shown: our own bodies are never so deep. */
const DEEPEST = 100

/** True for a name that says that its value is a secret, whatever stands around it: `newPassword`, `urn:…:apiToken`. */
export function isSecretName(name: string): boolean {
  const lower = name.toLowerCase()
  return secretWords.some((word) => lower.includes(word))
}

/**
 * A body for people to read, without secrets: values under secret names are hidden, and so is the `value` beside a
 * `path` or `name` that names a secret (a PATCH operation). A text that is no JSON is shown only if no secret word is in it.
 */
export function redactBody(text: string): string {
  if (text === '') return ''
  try {
    return JSON.stringify(redact(JSON.parse(text) as Json, 0))
  } catch {
    return isSecretName(text) ? '(no JSON; not shown, since it may hold a secret)' : text
  }
}

/** A query string with the parameters hidden that name a secret, also within a filter. */
export function redactQuery(query: string): string {
  return query
    .split('&')
    .map((part) => (isSecretName(decoded(part)) ? part.split('=')[0] + '=' + HIDDEN : part))
    .join('&')
}

function redact(value: Json, depth: number): Json {
  if (depth > DEEPEST) return HIDDEN
  if (Array.isArray(value)) return value.map((item: Json) => redact(item, depth + 1))
  return isObject(value) ? redactObject(value, depth) : value
}

function redactObject(object: JsonObject, depth: number): JsonObject {
  const hidesValue = ['path', 'name', 'type'].some((name) => {
    const said = Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined
    return typeof said === 'string' && isSecretName(said)
  })
  const shown: Record<string, Json> = Object.create(null) as Record<string, Json>
  for (const name of Object.keys(object)) {
    const hidden = isSecretName(name) || (hidesValue && name === 'value')
    shown[name] = hidden ? HIDDEN : redact(object[name] as Json, depth + 1)
  }
  return shown
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return text
  }
}
