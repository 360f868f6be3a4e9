import type { ActivityEntry } from '@settings'
import { StatusLozenge } from '../../components/status-lozenge'
import { statusWord } from './status-word'

/** How an exchange ended: the HTTP status and its word. */
export function Outcome({ entry }: { readonly entry: ActivityEntry }) {
  const { word, tone } = statusWord(entry.status)
  return <StatusLozenge tone={tone}>{`${entry.status} ${word}`}</StatusLozenge>
}
