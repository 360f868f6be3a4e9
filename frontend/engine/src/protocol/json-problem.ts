/** What is wrong with a JSON text, and where; `index` counts from 0. */
export interface JsonProblem {
  readonly problem: string
  readonly index: number
}

/** Nesting in a text deeper than this is refused before it is parsed: deep nesting would break the engine's stack. */
export const deepestJson = 100

/** The index at which brackets nest deeper than allowed, or -1. Looks at brackets outside of strings only. */
export function tooDeepAt(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '"') index = endOfString(text, index)
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    if (depth > deepestJson) return index
  }
  return -1
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charAt(index) !== '"')
    index += text.charAt(index) === '\\' ? 2 : 1
  return index
}

/**
 * Finds the first place at which a text stops being JSON. Called only after JSON.parse refused it: engines word their
 * errors differently, and not all tell the place. Keeps a stack of open brackets instead of calling itself.
 */
export function findJsonProblem(text: string): JsonProblem {
  const open: string[] = []
  let expects: 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'end' =
    'value'
  let index = 0
  for (;;) {
    index = afterBlanks(text, index)
    const character = text.charAt(index)
    const inside = open[open.length - 1]
    if (character === '')
      return { problem: expects === 'end' ? 'is not JSON' : 'ends too early', index }
    if (character === closerOf(inside) && /OrEnd$/.test(expects)) {
      open.pop()
      expects = open.length === 0 ? 'end' : 'commaOrEnd'
      index++
    } else if (expects === 'value' || expects === 'valueOrEnd') {
      if (character === '{' || character === '[') {
        open.push(character)
        expects = character === '{' ? 'nameOrEnd' : 'valueOrEnd'
        index++
      } else {
        const end = endOfScalar(text, index)
        if (end < 0) return { problem: 'has no JSON value', index }
        expects = open.length === 0 ? 'end' : 'commaOrEnd'
        index = end
      }
    } else if (expects === 'name' || expects === 'nameOrEnd') {
      const end = endOfMatch(string, text, index)
      if (end < 0) return { problem: 'has no name in double quotes', index }
      expects = 'colon'
      index = end
    } else if (expects === 'colon' && character === ':') {
      expects = 'value'
      index++
    } else if (expects === 'commaOrEnd' && character === ',') {
      expects = inside === '{' ? 'name' : 'value'
      index++
    } else return { problem: problemOf(expects), index }
  }
}

function problemOf(expects: string): string {
  if (expects === 'colon') return 'has no ":" after a name'
  return expects === 'end' ? 'goes on after its end' : 'has no "," or closing bracket'
}

function closerOf(opener: string | undefined): string | undefined {
  return opener === '{' ? '}' : opener === '[' ? ']' : undefined
}

function afterBlanks(text: string, start: number): number {
  let index = start
  while (index < text.length && ' \t\n\r'.includes(text.charAt(index))) index++
  return index
}

const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/g
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g

function endOfScalar(text: string, index: number): number {
  for (const word of ['true', 'false', 'null'])
    if (text.slice(index, index + word.length) === word) return index + word.length
  return text.charAt(index) === '"'
    ? endOfMatch(string, text, index)
    : endOfMatch(number, text, index)
}

/** The end of a match that begins exactly there, or -1. */
function endOfMatch(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  const found = pattern.exec(text)
  return found && found.index === index ? index + found[0].length : -1
}
