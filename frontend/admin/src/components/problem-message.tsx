import Button from '@atlaskit/button/default/button'
import SectionMessage from '@atlaskit/section-message/section-message'
import type { Problem } from '@settings'
import { useServices } from '../app/services'
import { texts } from '../app/texts'

/** What went wrong and what to do about it: try again, or log in when the session has ended. */
export function ProblemMessage(props: {
  readonly title: string
  readonly problem: Problem
  readonly retry?: () => void
}) {
  const { problem } = props
  const title = problem.status === 401 ? texts.problems.sessionEndedTitle : props.title
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={title} headingLevel="h2">
        <p>{problem.message}</p>
        <LogHint problem={problem} />
        <ProblemAction problem={problem} retry={props.retry} />
      </SectionMessage>
    </div>
  )
}

/** Only a fault of ours is in Crowd's log: other refusals say everything here. */
function LogHint({ problem }: { readonly problem: Problem }) {
  if (problem.status !== 500 || problem.correlationId === '') return null
  return <p>{texts.problems.correlation(problem.correlationId)}</p>
}

function ProblemAction(props: {
  readonly problem: Problem
  readonly retry: (() => void) | undefined
}) {
  const { host } = useServices()
  if (props.problem.status === 401) {
    return (
      <p>
        <a href={host.page.address}>{texts.problems.logIn}</a>
      </p>
    )
  }
  return props.retry ? (
    <p>
      <Button onClick={props.retry}>{texts.problems.retry}</Button>
    </p>
  ) : null
}
