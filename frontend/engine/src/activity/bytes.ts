/**
 * At least as many bytes as the text has in UTF-8. Counted by what runs outside the script: Activity must cost an exchange
 * next to nothing.
 */
export function mostBytes(text: string): number {
  return text.length + 2 * text.replace(/[\x00-\x7f]+/g, '').length
}

/** Most bytes of the JSON form of one character: `\u001f`. */
const LONGEST_CHARACTER = 6

/**
 * A beginning of the text whose JSON form has at most so many bytes, with `…` at its end if it was cut. What may be half a
 * token there goes too: only whole ones are hidden by who keeps them (port `ActivityPort`).
 */
export function cutToBytes(text: string, most: number): string {
  return cutTo(text, most, jsonBytes)
}

/** The same by characters of the JSON form, for long texts: bytes take long to count. */
export function cutToCharacters(text: string, most: number): string {
  return cutTo(text, most, (cut) => JSON.stringify(cut).length)
}

function cutTo(text: string, most: number, sizeOf: (text: string) => number): string {
  if (text.length * LONGEST_CHARACTER <= most) return text
  if (text.length <= most && sizeOf(text) <= most) return text
  let cut = text.slice(0, most)
  for (let size = sizeOf(cut) + 3; size > most && cut !== ''; size = sizeOf(cut) + 3)
    cut = cut.slice(0, Math.min(cut.length - 1, Math.floor((cut.length * most) / size)))
  return withoutHalf(withoutDigits(cut)) + '…'
}

const digits = '0123456789abcdefABCDEF%'

/** Without the hexadecimal digits at its end, also written as percent escapes. */
function withoutDigits(text: string): string {
  let end = text.length
  while (end > 0 && digits.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

function jsonBytes(text: string): number {
  return mostBytes(JSON.stringify(text)) - 2
}

/** Without the first half of a character whose second half was cut off. */
function withoutHalf(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
