import Lozenge from '@atlaskit/lozenge/lozenge'

export type Tone = 'good' | 'bad' | 'plain' | 'busy' | 'careful'

const APPEARANCES = {
  good: 'success',
  bad: 'removed',
  plain: 'default',
  busy: 'inprogress',
  careful: 'moved',
} as const

/** A word about a state; the colour only repeats what the word says. */
export function StatusLozenge(props: { readonly tone: Tone; readonly children: string }) {
  return <Lozenge appearance={APPEARANCES[props.tone]}>{props.children}</Lozenge>
}
