import {
  scimFields,
  validateScim,
  type ConnectionView,
  type Overview,
  type ScimSettings,
} from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { FieldEditor, labelsOf, withNumbers } from '../../components/field-editor'
import { Section } from '../../components/section'
import { SettingsForm } from '../../components/settings-form'

/** App Name (renaming is here), provider, live or paused, the second header, how much the client may send, unknown members. */
export function ScimForm(props: {
  readonly connection: ConnectionView
  readonly overview: Overview
}) {
  const { connection, overview } = props
  const { client } = useServices()
  const { put } = useConnections()
  const takenNames = overview.connections
    .filter(({ id }) => id !== connection.id)
    .map(({ scim }) => scim.appName)
  return (
    <Section title={texts.scim.settings.title(connection.scim.appName)}>
      <SettingsForm<ScimSettings>
        label={texts.scim.settings.form}
        submit={texts.form.save}
        initial={connection.scim}
        prefix="scim."
        labels={labelsOf(scimFields)}
        check={(values) => validateScim(withNumbers(scimFields, values), takenNames)}
        save={async (settings) => put(await client.saveScim(connection.id, settings))}
        saved={texts.form.saved}
      >
        {NAMES.map((name) => (
          <FieldEditor
            key={name}
            name={name}
            spec={scimFields[name]}
            value={connection.scim[name]}
          />
        ))}
      </SettingsForm>
    </Section>
  )
}

const NAMES: readonly (keyof ScimSettings)[] = [
  'appName',
  'provider',
  'mode',
  'tokenHeader',
  'requestsPerSecond',
  'requestsAtOnce',
  'strictMembers',
]
