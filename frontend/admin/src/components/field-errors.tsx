import { createContext, useContext, type ReactNode } from 'react'
import { ErrorMessage } from '@atlaskit/form/error-message'

/** What is wrong, by field name. */
export type FieldErrors = ReadonlyMap<string, string>

const FieldErrorsContext = createContext<FieldErrors>(new Map())

export function FieldErrorsProvider(props: {
  readonly errors: FieldErrors
  readonly children: ReactNode
}) {
  return (
    <FieldErrorsContext.Provider value={props.errors}>{props.children}</FieldErrorsContext.Provider>
  )
}

/** What is wrong with this field; undefined when nothing is known to be wrong. */
export function useFieldError(name: string): string | undefined {
  return useContext(FieldErrorsContext).get(name)
}

/** What is wrong, at the field. Stands inside Atlaskit's Field, whose id it takes. */
export function FieldError(props: { readonly name: string }) {
  const error = useFieldError(props.name)
  if (error === undefined) return null
  return <ErrorMessage>{error.charAt(0).toUpperCase() + error.slice(1)}</ErrorMessage>
}
