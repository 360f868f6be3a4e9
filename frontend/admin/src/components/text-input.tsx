import Field from '@atlaskit/form/field'
import { HelperMessage } from '@atlaskit/form/helper-message'
import Textfield from '@atlaskit/textfield/text-field'
import { FieldError, useFieldError } from './field-errors'
import { useFirst } from './use-first'

/** One line of text in a SettingsForm. */
export function TextInput(props: {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly initial: string
  readonly isRequired?: boolean
}) {
  const first = useFirst(props.initial)
  const isInvalid = useFieldError(props.name) !== undefined
  return (
    <div data-field={props.name}>
      <Field<string>
        name={props.name}
        label={props.label}
        defaultValue={first}
        isRequired={props.isRequired ?? false}
      >
        {({ fieldProps }) => (
          <>
            <Textfield
              {...fieldProps}
              isInvalid={isInvalid}
              aria-invalid={isInvalid ? 'true' : 'false'}
              aria-describedby={`${fieldProps.id}-error ${fieldProps.id}-helper`}
              autoComplete="off"
            />
            <FieldError name={props.name} />
            {props.help !== '' && <HelperMessage>{props.help}</HelperMessage>}
          </>
        )}
      </Field>
    </div>
  )
}
