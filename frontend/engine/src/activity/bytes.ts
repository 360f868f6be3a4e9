/** How many bytes the text has as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) bytes += bytesOf(text.charCodeAt(index))
  return bytes
}

/** The longest beginning of the text whose JSON form has at most so many bytes, with `…` at its end if it was cut. */
export function cutToBytes(text: string, most: number): string {
  if (utf8Length(JSON.stringify(text)) - 2 <= most) return text
  let bytes = utf8Length('…')
  let end = 0
  while (end < text.length) {
    bytes += utf8Length(JSON.stringify(text.charAt(end))) - 2
    if (bytes > most) break
    end++
  }
  return withoutHalf(text.slice(0, end)) + '…'
}

/** Each half of a surrogate pair counts two of its four bytes. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code >= 0xd800 && code <= 0xdfff ? 2 : 3
}

/** Without the first half of a character whose second half was cut off. */
function withoutHalf(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
