import { useId } from 'react'
import Radio from '@atlaskit/radio/radio'

export interface Choice {
  readonly value: string
  readonly label: string
  /** What it means; '' for nothing to say. */
  readonly help: string
  /** Why it cannot be chosen; '' or absent if it can. */
  readonly whyNot?: string
}

interface ChoicesProps {
  readonly name: string
  readonly label: string
  /** What the choice is about; '' for nothing to say. */
  readonly help: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly isDisabled?: boolean | undefined
}

/** Radio buttons. One that cannot be chosen is greyed and says why. */
export function Choices(props: ChoicesProps) {
  return (
    <fieldset className="sfc-choices">
      <legend className="sfc-label">{props.label}</legend>
      {props.help !== '' && <p className="sfc-note">{props.help}</p>}
      {props.choices.map((choice) => (
        <ChoiceLine key={choice.value} {...props} choice={choice} />
      ))}
    </fieldset>
  )
}

function ChoiceLine(props: ChoicesProps & { readonly choice: Choice }) {
  const id = useId()
  const { choice, value, onChoose } = props
  const whyNot = choice.whyNot ?? ''
  const text = whyNot === '' ? choice.help : whyNot
  return (
    <div className="sfc-choice">
      <Radio
        name={props.name}
        value={choice.value}
        label={choice.label}
        isChecked={choice.value === value}
        isDisabled={whyNot !== '' || (props.isDisabled ?? false)}
        onChange={() => onChoose(choice.value)}
        aria-describedby={id}
      />
      <p id={id} className="sfc-note">
        {text}
      </p>
    </div>
  )
}
