import Select from '@atlaskit/select/default'

export interface PickerOption<T extends string = string> {
  readonly value: T
  readonly label: string
}

/** A drop-down list. `id` is the id of the input, for its label. */
export function Picker<T extends string>(props: {
  readonly id: string
  readonly options: readonly PickerOption<T>[]
  readonly value: string
  readonly onPick: (value: T) => void
  readonly isDisabled?: boolean
}) {
  return (
    <Select<PickerOption<T>>
      inputId={props.id}
      options={props.options}
      value={props.options.find((option) => option.value === props.value) ?? null}
      onChange={(option) => option && props.onPick(option.value)}
      isDisabled={props.isDisabled ?? false}
      isSearchable={props.options.length > 7}
    />
  )
}
