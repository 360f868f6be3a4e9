import { toTokens, type Token } from '../filter/tokens'

/**
 * Names that clients filter by beside the schema's: test/exchanges/miniorange/provisioning-app.json. Everything else that
 * clients write (single quotes, `emails.value`, no quotes) is part of the grammar in filter/.
 */
const aliases: readonly { readonly name: string; readonly rfc: string }[] = [
  { name: 'email', rfc: 'emails.value' },
  { name: 'mail', rfc: 'emails.value' },
  { name: 'email.value', rfc: 'emails.value' },
]

/** The filter with RFC names in the places of names; values and everything else stay as sent. */
export function toRfcFilter(filter: string): string {
  let rewritten = ''
  let written = 0
  const tokens = toTokens(filter)
  tokens.forEach((token, position) => {
    const alias = isName(tokens, position) ? rfcName(token.text) : undefined
    if (alias === undefined) return
    rewritten += filter.slice(written, token.index) + alias
    written = token.index + token.text.length
  })
  return rewritten + filter.slice(written)
}

function rfcName(name: string): string | undefined {
  const lower = name.toLowerCase()
  return aliases.filter((alias) => alias.name === lower)[0]?.rfc
}

/** A name begins the filter, or follows a bracket, `and`, `or` or `not`; a value follows an operator. */
function isName(tokens: readonly Token[], position: number): boolean {
  const token = tokens[position]
  const before = tokens[position - 1]
  if (token?.kind !== 'word') return false
  if (!before || before.kind === '(') return true
  return before.kind === 'word' && ['and', 'or', 'not'].includes(before.text.toLowerCase())
}
