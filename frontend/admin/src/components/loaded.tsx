import type { ReactNode } from 'react'
import type { Query } from '../app/use-query'
import { texts } from '../app/texts'
import { Loading } from './loading'
import { ProblemMessage } from './problem-message'

/** Shows what a query gave; before that that it loads; and its failure, with what was known before it. */
export function Loaded<T>(props: {
  readonly query: Query<T>
  /** What is loaded, for people: "the connections". */
  readonly what: string
  readonly children: (value: T) => ReactNode
}) {
  const { value, problem, isLoading, reload } = props.query
  return (
    <>
      {problem && (
        <ProblemMessage
          title={texts.problems.cannotLoad(props.what)}
          problem={problem}
          retry={() => void reload()}
        />
      )}
      {value === undefined && isLoading && <Loading label={texts.loading(props.what)} />}
      {value !== undefined && props.children(value)}
    </>
  )
}
