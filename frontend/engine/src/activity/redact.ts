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
 * A body for people to read, without secrets: values under secret names are hidden, and so is what stands beside a
 * `path` or `name` that names a secret (a PATCH operation), and a filter that asks for one. A text without any secret
 * word is shown as it is; one that is no JSON, or too deep to be looked through, only if it has none.
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

/** What may stand beside a secret; everything else in such an object may be the secret itself. */
const namingNames = ['path', 'name', 'type']
const operationWords = ['add', 'replace', 'remove']

/** An object that names a secret shows its name alone; letter case is as free as the reader of operations takes it. */
function redactObject(object: JsonObject): JsonObject {
  const hidesRest = Object.keys(object).some((name) =>
    namesSecret(name.toLowerCase(), object[name] as Json),
  )
  const shown: Record<string, Json> = Object.create(null) as Record<string, Json>
  for (const name of Object.keys(object)) {
    const value = object[name] as Json
    const isBesideSecret = hidesRest && !isNaming(name.toLowerCase(), value)
    const hidden = isSecretName(name) || isBesideSecret || asks(name, value)
    if (hidden) shown[name] = HIDDEN
    else if (name === 'detail' && typeof value === 'string') shown[name] = redactSentence(value)
    else shown[name] = hidesRest ? redactNaming(value) : redact(value)
  }
  return shown
}

/** True for the filter of a search body that names a secret. */
function asks(name: string, value: Json): boolean {
  return name.toLowerCase() === 'filter' && typeof value === 'string' && isSecretName(value)
}

/** A path is looked into even where it is no text. */
function namesSecret(name: string, value: Json): boolean {
  if (typeof value === 'string') return namingNames.includes(name) && isSecretName(value)
  return name === 'path' && isSecretName(JSON.stringify(value))
}

function isNaming(name: string, value: Json): boolean {
  return (
    namingNames.includes(name) ||
    (name === 'op' && operationWords.includes(String(value).toLowerCase()))
  )
}

/** A path as far as it only names: what stands in brackets or quotes may be the secret. */
function redactNaming(value: Json): Json {
  if (typeof value !== 'string') return redact(value)
  const end = value.search(/[\[\s"']/)
  return end < 0 ? value : value.slice(0, end) + HIDDEN
}

/** A sentence of ours without what it quotes, if it speaks of a secret; cut quotes have no end. */
export function redactSentence(text: string): string {
  return isSecretName(text) ? text.replace(/"(\\.|[^"\\])*("|$)/g, '"' + HIDDEN + '"') : text
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return text
  }
}
