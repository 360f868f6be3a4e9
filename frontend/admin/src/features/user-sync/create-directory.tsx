import { validateTarget, type ConnectionView, type TargetChoice } from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { Choices } from '../../components/choices'
import { SettingsForm } from '../../components/settings-form'
import { SwitchInput } from '../../components/switch-input'
import { TextInput } from '../../components/text-input'

const words = texts.userSync.directory

type Wanted = Extract<TargetChoice, { kind: 'create' }>

/** Makes a new internal directory in Crowd for the people of this connection. */
export function CreateDirectory({ connection }: { readonly connection: ConnectionView }) {
  const { client } = useServices()
  const { put } = useConnections()
  const initial: Wanted = {
    kind: 'create',
    name: suggestionFor(connection),
    description: '',
    nestedGroups: false,
  }
  return (
    <SettingsForm<Wanted, TargetChoice>
      label={words.form}
      submit={words.createButton}
      initial={initial}
      prefix="target."
      labels={LABELS}
      check={validateTarget}
      save={async (target) => put(await client.setTarget(connection.id, target))}
      saved=""
    >
      <Choices
        name="directory-type"
        label={words.type}
        help=""
        choices={texts.userSync.types}
        value="internal"
        onChoose={() => undefined}
      />
      <TextInput
        name="name"
        label={words.name}
        help={words.nameHelp}
        initial={initial.name}
        isRequired
      />
      <TextInput name="description" label={words.description} help="" initial="" />
      <SwitchInput
        name="nestedGroups"
        label={words.nestedGroups}
        help={words.nestedGroupsHelp}
        initial={false}
      />
    </SettingsForm>
  )
}

/** A name to begin with; none where the present directory has it. */
function suggestionFor({ scim, target }: ConnectionView): string {
  const name = words.suggestion(scim.appName)
  return name === target.name ? '' : name
}

const LABELS = {
  name: words.name,
  description: words.description,
  nestedGroups: words.nestedGroups,
}
