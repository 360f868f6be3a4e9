/** The placeholders of a pattern (`connections/:connection/scim`) as the parts fill them; undefined where they don't fit. */
export function matchPath(
  pattern: string,
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/')
  if (wanted.length !== parts.length) return undefined
  const values: Record<string, string> = {}
  for (let index = 0; index < wanted.length; index++) {
    const name = wanted[index] as string
    if (name.charAt(0) === ':') values[name.slice(1)] = parts[index] as string
    else if (name !== parts[index]) return undefined
  }
  return values
}
