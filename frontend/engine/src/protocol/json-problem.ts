/** What is wrong with a JSON text, and where; `index` counts from 0. */
export interface JsonProblem {
  readonly problem: string
  readonly index: number
}

/** Nesting in a text deeper than this is refused before it is parsed: deep nesting would break the engine's stack. */
export const deepestJson = 100

/**
 * The index at which brackets nest deeper than allowed, or -1. Texts with few brackets, which are most, are not looked at
 * character by character: that is slow in the engine that runs this.
 */
export function tooDeepAt(text: string): number {
  const brackets = text.split('[').length + text.split('{').length - 2
  return brackets > deepestJson ? findDeep(text) : -1
}

function findDeep(text: string): number {
  const sign = /[\[\]{}"]/g
  let depth = 0
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const character = found[0]
    if (character === '"') sign.lastIndex = afterString(text, found.index)
    else if (character === '{' || character === '[') depth++
    else depth--
    if (depth > deepestJson) return found.index
  }
  return -1
}

/** The index after the quote that closes a string; that of the end if none does. */
function afterString(text: string, start: number): number {
  let index = start
  do {
    index = text.indexOf('"', index + 1)
    if (index < 0) return text.length
  } while (isEscaped(text, index))
  return index + 1
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0
  while (text.charAt(index - 1 - backslashes) === '\\') backslashes++
  return backslashes % 2 === 1
}

type Expected = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'end'

/** Where the search stands; a stack of open brackets takes the place of a function that calls itself. */
interface Search {
  readonly text: string
  readonly open: string[]
  index: number
  expects: Expected
}

/**
 * Finds the first place at which a text stops being JSON. Called only after JSON.parse refused it: engines word their
 * errors differently, and not all tell the place.
 */
export function findJsonProblem(text: string): JsonProblem {
  const search: Search = { text, open: [], index: 0, expects: 'value' }
  for (;;) {
    while (' \t\n\r'.includes(text.charAt(search.index)) && search.index < text.length)
      search.index++
    const problem = search.index < text.length ? step(search) : problemAtEnd(search)
    if (problem !== undefined) return { problem, index: search.index }
  }
}

function problemAtEnd(search: Search): string {
  return search.expects === 'end' ? 'is not JSON' : 'ends too early'
}

/** Goes over one piece of the text; gives the problem if it is none that may stand there. */
function step(search: Search): string | undefined {
  const character = search.text.charAt(search.index)
  switch (search.expects) {
    case 'valueOrEnd':
      return closes(search, character) ? pop(search) : readValue(search, character)
    case 'value':
      return readValue(search, character)
    case 'nameOrEnd':
      return closes(search, character) ? pop(search) : readName(search)
    case 'name':
      return readName(search)
    case 'colon':
      return character === ':' ? go(search, 1, 'value') : 'has no ":" after a name'
    case 'commaOrEnd':
      return closes(search, character) ? pop(search) : readComma(search, character)
    case 'end':
      return 'goes on after its end'
  }
}

function go(search: Search, length: number, expects: Expected): undefined {
  search.index += length
  search.expects = expects
  return undefined
}

function innermost(search: Search): string | undefined {
  return search.open[search.open.length - 1]
}

function closes(search: Search, character: string): boolean {
  return character === (innermost(search) === '{' ? '}' : ']')
}

function pop(search: Search): undefined {
  search.open.pop()
  return go(search, 1, afterValue(search))
}

function afterValue(search: Search): Expected {
  return search.open.length === 0 ? 'end' : 'commaOrEnd'
}

function readComma(search: Search, character: string): string | undefined {
  if (character !== ',') return 'has no "," or closing bracket'
  return go(search, 1, innermost(search) === '{' ? 'name' : 'value')
}

function readName(search: Search): string | undefined {
  const length = stringLength(search.text, search.index)
  return length === 0 ? 'has no name in double quotes' : go(search, length, 'colon')
}

function readValue(search: Search, character: string): string | undefined {
  if (character === '{' || character === '[') {
    search.open.push(character)
    return go(search, 1, character === '{' ? 'nameOrEnd' : 'valueOrEnd')
  }
  const length = scalarLength(search.text, search.index)
  return length === 0 ? 'has no JSON value' : go(search, length, afterValue(search))
}

function scalarLength(text: string, index: number): number {
  if (text.charAt(index) === '"') return stringLength(text, index)
  for (const word of ['true', 'false', 'null'])
    if (text.slice(index, index + word.length) === word) return word.length
  const found = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/.exec(
    text.slice(index, index + 400),
  )
  return found ? found[0].length : 0
}

/** The length of the string that begins there, quotes included; 0 if it is broken or none. */
function stringLength(text: string, start: number): number {
  if (text.charAt(start) !== '"') return 0
  let index = start + 1
  while (index < text.length && text.charAt(index) !== '"') {
    const length = text.charAt(index) === '\\' ? escapeLength(text, index) : 1
    if (length === 0 || text.charAt(index) < ' ') return 0
    index += length
  }
  return index < text.length ? index + 1 - start : 0
}

function escapeLength(text: string, index: number): number {
  if (text.charAt(index + 1) === 'u')
    return /^[0-9a-fA-F]{4}$/.test(text.slice(index + 2, index + 6)) ? 6 : 0
  return '"\\/bfnrt'.includes(text.charAt(index + 1)) ? 2 : 0
}
