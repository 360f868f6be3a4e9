/**
 * At least as many bytes as the text has in UTF-8. Counted by what runs outside the script: Activity must cost an exchange
 * next to nothing.
 */
export function mostBytes(text: string): number {
  return text.length + 2 * text.replace(/[\x00-\x7f]+/g, '').length
}

/** A beginning of the text whose JSON form has at most so many bytes, with `…` at its end if it was cut. */
export function cutToBytes(text: string, most: number): string {
  if (text.length <= most && jsonBytes(text) <= most) return text
  let cut = text.slice(0, most)
  for (let bytes = jsonBytes(cut) + 3; bytes > most && cut !== ''; bytes = jsonBytes(cut) + 3)
    cut = cut.slice(0, Math.min(cut.length - 1, Math.floor((cut.length * most) / bytes)))
  return withoutHalf(cut) + '…'
}

function jsonBytes(text: string): number {
  return mostBytes(JSON.stringify(text)) - 2
}

/** Without the first half of a character whose second half was cut off. */
function withoutHalf(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}
