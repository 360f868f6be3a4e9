import { invalidFilter, type ScimError } from '../scim-error'

/**
 * A piece of a filter or path. A `word` is a name, an operator, a number or an unquoted value; a `text` is a quoted
 * value, unescaped; `end` stands once, last. `index` is where it begins.
 */
export interface Token {
  readonly kind: 'word' | 'text' | '(' | ')' | '[' | ']' | 'end'
  readonly text: string
  readonly index: number
}

/** Longest filter that is read. The longest known from clients is some 200 characters. */
export const longestFilter = 4096

/** Splits a filter into tokens. Throws invalidFilter with the index of a quote that is not closed or a bad escape. */
export function toTokens(source: string): readonly Token[] {
  if (source.length > longestFilter)
    throw invalidFilter(source, longestFilter, `at most ${longestFilter} characters, so the end,`)
  const tokens: Token[] = []
  let index = skipBlanks(source, 0)
  while (index < source.length) {
    const read = readToken(source, index)
    tokens.push(read.token)
    index = skipBlanks(source, read.next)
  }
  tokens.push({ kind: 'end', text: '', index: source.length })
  return tokens
}

interface Read {
  readonly token: Token
  /** Where the next token may begin. */
  readonly next: number
}

function readToken(source: string, index: number): Read {
  const character = source.charAt(index)
  switch (character) {
    case '(':
    case ')':
    case '[':
    case ']':
      return { token: { kind: character, text: character, index }, next: index + 1 }
    case '"':
      return readDoubleQuoted(source, index)
    case "'":
      return readSingleQuoted(source, index)
    default:
      return readWord(source, index)
  }
}

const endOfWord = /[\s()[\]"]/

function readWord(source: string, index: number): Read {
  const length = source.slice(index).search(endOfWord)
  const next = length < 0 ? source.length : index + length
  return { token: { kind: 'word', text: source.slice(index, next), index }, next }
}

const needsEscapes = /[\\\u0000-\u001f]/

/** A JSON string (RFC 7644 figure 1: compValue is JSON), with all of JSON's escapes. */
function readDoubleQuoted(source: string, index: number): Read {
  const end = source.indexOf('"', index + 1)
  const plain = end < 0 ? '' : source.slice(index + 1, end)
  if (end < 0 || needsEscapes.test(plain)) return readEscaped(source, index)
  return { token: { kind: 'text', text: plain, index }, next: end + 1 }
}

function readEscaped(source: string, index: number): Read {
  let text = ''
  let next = index + 1
  while (next < source.length) {
    const character = source.charAt(next)
    if (character === '"') return { token: { kind: 'text', text, index }, next: next + 1 }
    if (character < ' ')
      throw invalidFilter(source, next, 'an escape instead of a control character')
    const read = character === '\\' ? readEscape(source, next) : { text: character, next: next + 1 }
    text += read.text
    next = read.next
  }
  throw notClosed(source, '"')
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function readEscape(
  source: string,
  index: number,
): { readonly text: string; readonly next: number } {
  const letter = source.charAt(index + 1)
  if (letter === 'u') return readCodeUnit(source, index)
  const text = Object.prototype.hasOwnProperty.call(escapes, letter) ? escapes[letter] : undefined
  if (text === undefined) throw invalidFilter(source, index, 'an escape of JSON')
  return { text, next: index + 2 }
}

function readCodeUnit(
  source: string,
  index: number,
): { readonly text: string; readonly next: number } {
  const digits = source.slice(index + 2, index + 6)
  if (!/^[0-9a-fA-F]{4}$/.test(digits))
    throw invalidFilter(source, index, 'four hexadecimal digits after \\u')
  return { text: String.fromCharCode(parseInt(digits, 16)), next: index + 6 }
}

/**
 * Not in the RFC: miniOrange's own receivers take both quotes (test/exchanges/miniorange). No escapes; only a quote that ends
 * the value closes it, so that 'O'Brien' is read as meant.
 */
function readSingleQuoted(source: string, index: number): Read {
  for (let next = index + 1; next < source.length; next++) {
    if (source.charAt(next) !== "'" || !endsValue(source, next + 1)) continue
    const text = source.slice(index + 1, next)
    return { token: { kind: 'text', text, index }, next: next + 1 }
  }
  throw notClosed(source, "'")
}

function endsValue(source: string, index: number): boolean {
  return (
    index >= source.length || isBlank(source.charAt(index)) || ')]'.includes(source.charAt(index))
  )
}

function notClosed(source: string, quote: string): ScimError {
  return invalidFilter(source, source.length, `a closing ${quote}`)
}

function skipBlanks(source: string, index: number): number {
  let next = index
  while (next < source.length && isBlank(source.charAt(next))) next++
  return next
}

const blank = /^\s$/

function isBlank(character: string): boolean {
  return character === ' ' || blank.test(character)
}
