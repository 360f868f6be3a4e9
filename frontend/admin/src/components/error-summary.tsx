import { useEffect, useRef } from 'react'
import SectionMessage from '@atlaskit/section-message/section-message'
import type { Issue, Problem } from '@settings'
import { texts } from '../app/texts'
import { ProblemMessage } from './problem-message'

/** Says above a form why it was not saved, with a way to each field, and takes the focus each time. */
export function ErrorSummary(props: {
  readonly issues: readonly Issue[]
  readonly problem?: Problem
  readonly prefix: string
  readonly labels: Readonly<Record<string, string>>
}) {
  const box = useRef<HTMLDivElement>(null)
  const { issues, problem } = props
  useEffect(() => box.current?.focus(), [issues, problem])
  const goTo = (name: string) => findField(box.current, name)?.focus()
  return (
    <div ref={box} tabIndex={-1} className="sfc-summary">
      {issues.length === 0 && problem ? (
        <ProblemMessage title={texts.form.notSaved} problem={problem} />
      ) : (
        <SectionMessage appearance="error" title={texts.form.notSaved} headingLevel="h3">
          <ul>
            {issues.map(({ path, message }) => (
              <IssueLine
                key={path + message}
                name={path.slice(props.prefix.length)}
                {...{ message, goTo }}
                labels={props.labels}
              />
            ))}
          </ul>
        </SectionMessage>
      )}
    </div>
  )
}

function IssueLine(props: {
  readonly name: string
  readonly message: string
  readonly labels: Readonly<Record<string, string>>
  readonly goTo: (name: string) => void
}) {
  const label = props.labels[props.name]
  if (label === undefined) return <li>{props.message}</li>
  return (
    <li>
      <button type="button" className="sfc-link" onClick={() => props.goTo(props.name)}>
        {`${label}: ${props.message}`}
      </button>
    </li>
  )
}

/** The control of a field in the same form: the checked one of radio buttons, else the first. */
function findField(box: HTMLElement | null, name: string): HTMLElement | undefined {
  const fields = box?.closest('form')?.querySelectorAll<HTMLElement>('[data-field]') ?? []
  const field = Array.from(fields).find((each) => each.dataset.field === name)
  const control =
    field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector('input')
  return control ?? undefined
}
