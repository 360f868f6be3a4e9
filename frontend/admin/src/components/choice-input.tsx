import Field from '@atlaskit/form/field'
import { Label } from '@atlaskit/form/label/default'
import { HelperMessage } from '@atlaskit/form/helper-message'
import { Choices, type Choice } from './choices'
import { FieldError } from './field-errors'
import { Picker } from './picker'
import { useFirst } from './use-first'

const MOST_RADIO_BUTTONS = 5

/** One of several in a SettingsForm: radio buttons for a few or where each must explain itself, else a drop-down list. */
export function ChoiceInput(props: {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly initial: string
  readonly choices: readonly Choice[]
  readonly isDisabled?: boolean | undefined
  /** `radio`: always radio buttons. */
  readonly look?: 'radio'
}) {
  const first = useFirst(props.initial)
  const isList = props.look !== 'radio' && props.choices.length > MOST_RADIO_BUTTONS
  return (
    <div data-field={props.name}>
      <Field<string> name={props.name} defaultValue={first}>
        {({ fieldProps: { id, value, onChange } }) => (
          <>
            {isList ? (
              <>
                <Label htmlFor={id}>{props.label}</Label>
                <Picker id={id} options={props.choices} value={value} onPick={onChange} />
                <HelperMessage>{props.help}</HelperMessage>
              </>
            ) : (
              <Choices {...props} value={value} onChoose={onChange} />
            )}
            <FieldError name={props.name} />
          </>
        )}
      </Field>
    </div>
  )
}
