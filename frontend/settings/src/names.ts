/** Begins the name of every source directory that we make; no other directory may be named so. */
export const SOURCE_NAME_PREFIX = 'SCIM source · '

const reservedNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Headers that servers, proxies or we ourselves read. */
const reservedHeaders: readonly string[] = [
  'accept',
  'accept-charset',
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'expect',
  'host',
  'origin',
  'prefer',
  'referer',
  'te',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-atlassian-token',
  'x-correlation-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-scim-for-crowd-xsrf',
]

export function isReservedHeader(lowerCaseName: string): boolean {
  return reservedHeaders.includes(lowerCaseName)
}

/** What is wrong with a name or line of text that people type, for people; undefined if nothing is. Blanks around it do not count. */
export function textProblem(value: unknown, min: number, max: number): string | undefined {
  if (value === undefined || value === null) return min > 0 ? 'is required' : 'must be text'
  if (typeof value !== 'string') return 'must be text'
  const text = value.trim()
  if (text.length < min) return 'is required'
  if (text.length > max) return 'at most ' + String(max) + ' characters'
  if (hasControlCharacter(text)) return 'must be one line without control characters'
  return reservedNames.includes(text.toLowerCase()) ? 'is a reserved name' : undefined
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true
    if (isLoneSurrogate(text, index)) return true
  }
  return false
}

/** Half a character cannot be stored by a database. */
function isLoneSurrogate(text: string, index: number): boolean {
  const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff
  const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff
  const code = text.charCodeAt(index)
  if (isHigh(code)) return !isLow(text.charCodeAt(index + 1))
  return isLow(code) && !isHigh(text.charCodeAt(index - 1))
}

/** True if both would be taken for the same name by people: letter case and blanks around do not count. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
