import { useEffect, useRef, type KeyboardEvent } from 'react'
import Button from '@atlaskit/button/default/button'
import { scimFields, validateNewConnection, type NewConnection, type Overview } from '@settings'
import { useConnections } from '../../app/connections'
import type { Navigation } from '../../app/route'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useUnsaved } from '../../app/unsaved'
import { FieldEditor, labelsOf } from '../../components/field-editor'
import { Section } from '../../components/section'
import { SettingsForm } from '../../components/settings-form'

const EMPTY: NewConnection = { appName: '', provider: 'miniorange' }

/** App Name and provider; saving makes the connection and shows its token, this once. Escape is as good as Cancel. */
export function NewConnectionForm(props: {
  readonly overview: Overview
  readonly navigation: Navigation
  /** How often the person asked for this form: each time App Name takes the focus. 0 if the page began with it. */
  readonly timesAsked: number
  readonly onCancel: () => void
}) {
  const { overview, navigation, timesAsked, onCancel } = props
  const { client } = useServices()
  const connections = useConnections()
  const unsaved = useUnsaved()
  const takenNames = overview.connections.map(({ scim }) => scim.appName)
  const isFirst = takenNames.length === 0

  const save = async (wanted: NewConnection) => {
    const { connection, token } = await client.addConnection(wanted)
    unsaved.forget()
    connections.showToken(connection.id, { id: connection.tokens[0]?.id ?? '', token })
    connections.put(connection)
    navigation.go({ tab: 'scim', connection: connection.id })
  }
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (timesAsked > 0) box.current?.querySelector('input')?.focus()
  }, [timesAsked])
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isFirst) onCancel()
  }
  const cancel = (
    <Button appearance="subtle" onClick={onCancel}>
      {texts.scim.add.cancel}
    </Button>
  )
  return (
    <div ref={box} onKeyDown={leave} className="sfc-section-frame">
      <Section title={texts.scim.add.title}>
        <SettingsForm<NewConnection>
          label={texts.scim.add.form}
          submit={texts.form.save}
          initial={EMPTY}
          prefix="scim."
          labels={labelsOf(scimFields)}
          check={(values) => validateNewConnection(values, takenNames)}
          save={save}
          saved=""
          extraActions={isFirst ? undefined : cancel}
        >
          <FieldEditor name="appName" spec={scimFields.appName} value={EMPTY.appName} />
          <FieldEditor name="provider" spec={scimFields.provider} value={EMPTY.provider} />
        </SettingsForm>
      </Section>
    </div>
  )
}
