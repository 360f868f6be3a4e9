/** A kept request or answer, with the JSON body behind its first empty line set out in lines. */
export function readableText(text: string): string {
  const bodyAt = text.indexOf('\n\n') + 2
  if (bodyAt < 2) return text
  try {
    const body: unknown = JSON.parse(text.slice(bodyAt))
    return text.slice(0, bodyAt) + JSON.stringify(body, null, 2)
  } catch {
    return text // no JSON, or cut short: as it was kept
  }
}
