import Field from '@atlaskit/form/field'
import Toggle from '@atlaskit/toggle/toggle'
import { FieldError } from './field-errors'
import { useFirst } from './use-first'

/** A switch in a SettingsForm, with what its positions mean. */
export function SwitchInput(props: {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly initial: boolean
}) {
  const first = useFirst(props.initial)
  return (
    <div data-field={props.name}>
      <Field<boolean> name={props.name} defaultValue={first}>
        {({ fieldProps: { id, value, onChange } }) => (
          <div className="sfc-switch">
            <Toggle
              id={id}
              name={props.name}
              isChecked={value}
              onChange={() => onChange(!value)}
              descriptionId={`${id}-help`}
            />
            <div>
              <label htmlFor={id} className="sfc-label">
                {props.label}
              </label>
              <p id={`${id}-help`} className="sfc-note">
                {props.help}
              </p>
              <FieldError name={props.name} />
            </div>
          </div>
        )}
      </Field>
    </div>
  )
}
