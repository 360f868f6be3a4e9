import { useFormState } from '@atlaskit/form/use-form-state'
import {
  userSyncFields,
  validateUserSync,
  type ConnectionView,
  type UserSyncSettings,
} from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import type { Choice } from '../../components/choices'
import { FieldEditor, labelsOf, toChoices } from '../../components/field-editor'
import { Section } from '../../components/section'
import { SettingsForm } from '../../components/settings-form'

const words = texts.userSync

/** How people log in, Import Users, enable and disable users. */
export function UsersForm({ connection }: { readonly connection: ConnectionView }) {
  const { client } = useServices()
  const { put } = useConnections()
  const { userSync } = connection
  return (
    <Section title={words.settings.title}>
      <SettingsForm<UserSyncSettings>
        label={words.settings.form}
        submit={texts.form.save}
        initial={userSync}
        prefix="userSync."
        labels={labelsOf(userSyncFields)}
        check={validateUserSync}
        save={async (settings) => put(await client.saveUserSync(connection.id, settings))}
        saved={texts.form.saved}
      >
        <FieldEditor
          name="login"
          spec={userSyncFields.login}
          value={userSync.login}
          choices={loginChoices()}
        />
        <FieldEditor
          name="importUsers"
          spec={userSyncFields.importUsers}
          value={userSync.importUsers}
        />
        <FieldEditor
          name="followActive"
          spec={userSyncFields.followActive}
          value={userSync.followActive}
        />
        <WhenDeactivated settings={userSync} />
        <FieldEditor name="onDelete" spec={userSyncFields.onDelete} value={userSync.onDelete} />
      </SettingsForm>
    </Section>
  )
}

/** Greyed while `active` is not followed: nothing is deactivated then. */
function WhenDeactivated({ settings }: { readonly settings: UserSyncSettings }) {
  const values = useFormState<UserSyncSettings>()?.values
  const follows = values?.followActive ?? settings.followActive
  return (
    <FieldEditor
      name="whenDeactivated"
      spec={userSyncFields.whenDeactivated}
      value={settings.whenDeactivated}
      isDisabled={!follows}
    />
  )
}

/** Each way to log in with its consequence. */
function loginChoices(): readonly Choice[] {
  const helps: Readonly<Record<string, string>> = words.login
  return toChoices(userSyncFields.login).map((choice) => ({
    ...choice,
    help: helps[choice.value] ?? choice.help,
  }))
}
