import { useEffect, useRef, useState, type ReactNode } from 'react'
import Button from '@atlaskit/button/default/button'
import Form from '@atlaskit/form/form'
import { isGood, type Checked, type Issue, type Problem } from '@settings'
import { problemOf } from '../app/admin-problem'
import { useReportDirty } from '../app/unsaved'
import { ErrorSummary } from './error-summary'
import { FieldErrorsProvider, type FieldErrors } from './field-errors'

export interface SettingsFormProps<T extends object, C = T> {
  /** Name of the form for people who cannot see it. */
  readonly label: string
  readonly submit: string
  /** What the server has. A newer value is taken over while nothing was changed here. */
  readonly initial: T
  /** The place of the form's fields in the issues' paths: `scim.` for `scim.appName`. */
  readonly prefix: string
  /** The label of each field, for the summary. */
  readonly labels: Readonly<Record<string, string>>
  /** The same check that the engine makes. */
  readonly check: (values: T) => Checked<C>
  /** Rejects with an AdminProblem; its issues go to their fields. */
  readonly save: (value: C) => Promise<void>
  /** What is said when it was saved; '' where that is seen anyway. */
  readonly saved: string
  readonly extraActions?: ReactNode
  readonly children: ReactNode
}

interface Refusal {
  readonly issues: readonly Issue[]
  readonly problem?: Problem
}

/**
 * A form that is checked by the code that the server uses, shows what is wrong at the field and in a summary that takes
 * the focus, and warns about unsaved changes. The names of its fields are keys of T.
 */
export function SettingsForm<T extends object, C = T>(props: SettingsFormProps<T, C>) {
  const [refusal, setRefusal] = useState<Refusal>()
  const [timesSaved, setTimesSaved] = useState(0)
  const submit = async (values: object) => {
    const refused = await trySave(props, { ...props.initial, ...values })
    setRefusal(refused)
    if (!refused) setTimesSaved((times) => times + 1)
  }
  const isSaved = timesSaved > 0 && refusal === undefined
  return (
    <Form<T> onSubmit={submit}>
      {({ formProps, dirty, submitting, reset }) => (
        <form {...formProps} noValidate aria-label={props.label} className="sfc-form">
          <FollowServer initial={props.initial} {...{ dirty, timesSaved, reset }} />
          {refusal && <ErrorSummary {...refusal} prefix={props.prefix} labels={props.labels} />}
          <FieldErrorsProvider errors={toFieldErrors(refusal, props.prefix)}>
            {props.children}
          </FieldErrorsProvider>
          <div className="sfc-row">
            <Button type="submit" appearance="primary" isLoading={submitting}>
              {props.submit}
            </Button>
            {props.extraActions}
            <span role="status" className="sfc-good">
              {isSaved && !dirty && props.saved}
            </span>
          </div>
        </form>
      )}
    </Form>
  )
}

async function trySave<T extends object, C>(
  props: SettingsFormProps<T, C>,
  values: T,
): Promise<Refusal | undefined> {
  const checked = props.check(values)
  if (!isGood(checked)) return { issues: checked.issues }
  try {
    await props.save(checked.value)
    return undefined
  } catch (error) {
    const problem = problemOf(error)
    return { issues: problem.issues, problem }
  }
}

/** Reports a dirty form to the page, and takes over what the server has once it was saved or while the form is clean. */
function FollowServer<T extends object>(props: {
  readonly initial: T
  readonly dirty: boolean
  readonly timesSaved: number
  readonly reset: (values?: T) => void
}) {
  const { initial, dirty, timesSaved, reset } = props
  useReportDirty(dirty)
  const server = JSON.stringify(initial)
  const shown = useRef({ server, timesSaved })
  useEffect(() => {
    const isJustSaved = shown.current.timesSaved !== timesSaved
    const isNews = shown.current.server !== server && !dirty
    if (!isJustSaved && !isNews) return
    shown.current = { server, timesSaved }
    reset({ ...initial })
  })
  return null
}

function toFieldErrors(refusal: Refusal | undefined, prefix: string): FieldErrors {
  const issues = refusal?.issues ?? []
  return new Map(issues.map(({ path, message }) => [fieldName(path, prefix), message]))
}

function fieldName(path: string, prefix: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : path
}
