import type { ActivityNotes } from '../connections/context'

/** Notes of one exchange, and what was noted so far. */
export interface RecordedNotes {
  readonly notes: ActivityNotes
  readonly recorded: () => { readonly name: string; readonly changed: string }
}

/** Texts beyond this are dropped: a request with a thousand members needs no thousand lines. */
const MOST = 50

/** Collects during one exchange. What was left out on purpose stands beside the changes; what is said twice is kept once. */
export function recordNotes(): RecordedNotes {
  let name = ''
  const texts: string[] = []
  const add = (text: string): void => {
    if (texts.includes(text)) return
    if (texts.length < MOST) texts.push(text)
    else if (texts.length === MOST) texts.push('and more')
  }
  return {
    notes: {
      name: (said) => {
        name = said
      },
      changed: add,
      noted: add,
    },
    recorded: () => ({ name, changed: texts.join('; ') }),
  }
}
