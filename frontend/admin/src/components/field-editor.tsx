import type { ComponentType } from 'react'
import type { FieldKind } from '@settings'
import { ChoiceInput } from './choice-input'
import type { Choice } from './choices'
import { SwitchInput } from './switch-input'
import { TextInput } from './text-input'

/** A row of a settings table, as the editors need it. */
export interface EditableField {
  readonly label: string
  readonly meaning: string
  readonly initial: unknown
  readonly field: FieldKind
}

interface EditorProps {
  readonly name: string
  readonly spec: EditableField
  readonly value: unknown
  /** Instead of the table's own choices: more help, or one that cannot be chosen yet. */
  readonly choices?: readonly Choice[] | undefined
  readonly isDisabled?: boolean | undefined
}

/** The choices of a table row. */
export function toChoices(spec: EditableField): readonly Choice[] {
  if (spec.field.kind !== 'choice') return []
  return spec.field.options.map(({ value, label, meaning }) => ({ value, label, help: meaning }))
}

function TextEditor({ name, spec, value }: EditorProps) {
  const isRequired = spec.initial === undefined
  return (
    <TextInput
      name={name}
      label={spec.label}
      help={spec.meaning}
      initial={String(value ?? '')}
      isRequired={isRequired}
    />
  )
}

function SwitchEditor({ name, spec, value }: EditorProps) {
  return <SwitchInput name={name} label={spec.label} help={spec.meaning} initial={value === true} />
}

function ChoiceEditor({ name, spec, value, choices, isDisabled }: EditorProps) {
  return (
    <ChoiceInput
      name={name}
      label={spec.label}
      help={spec.meaning}
      initial={String(value)}
      choices={choices ?? toChoices(spec)}
      isDisabled={isDisabled}
    />
  )
}

/** A kind without an editor does not compile; what is composed has one of its own beside these. */
const editors: Record<Exclude<FieldKind['kind'], 'composed'>, ComponentType<EditorProps>> = {
  text: TextEditor,
  headerName: TextEditor,
  switch: SwitchEditor,
  choice: ChoiceEditor,
  number: TextEditor,
}

/** The control for one row of a settings table. */
export function FieldEditor(props: EditorProps) {
  const { kind } = props.spec.field
  if (kind === 'composed') return null
  const Editor = editors[kind]
  return <Editor {...props} />
}

/** Label by field name, for an error summary. */
export function labelsOf(
  fields: Readonly<Record<string, EditableField>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, label]))
}

/** What was typed, with numbers for the digits in fields of numbers. What is no number stays for the check to refuse. */
export function withNumbers<T extends object>(
  fields: Readonly<Record<keyof T, EditableField>>,
  typed: T,
): T {
  const numbers = Object.entries(typed).map(([name, value]) => {
    const isNumber = fields[name as keyof T]?.field.kind === 'number'
    return [name, isNumber && /^\s*\d+\s*$/.test(String(value)) ? Number(value) : value] as const
  })
  return { ...typed, ...Object.fromEntries(numbers) }
}
