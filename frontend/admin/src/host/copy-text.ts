/**
 * Puts text on the clipboard and says whether it worked. Browsers give `navigator.clipboard` only to https pages and
 * localhost; a Crowd on plain http gets the older way through a selected text area.
 */
export async function copyText(text: string, window: Window): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text, window.document)
  }
}

function copyBySelection(text: string, document: Document): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sfc-offscreen'
  const place = focused?.closest('[role="dialog"]') ?? document.body
  place.append(area)
  area.focus()
  area.select()
  const copied = tryCopy(document)
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}

function tryCopy(document: Document): boolean {
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}
