import { useEffect, useRef, useState } from 'react'
import type { DeletedConnection } from '@settings'
import { useConnections } from '../../app/connections'
import { NEW_CONNECTION } from '../../app/route'
import { useServices } from '../../app/services'
import type { TabProps } from '../../app/tabs'
import { texts } from '../../app/texts'
import { Banners } from '../../components/banners'
import { PageHeading } from '../../components/page-heading'
import { ConnectionList } from './connection-list'
import { ConnectionPanel } from './connection-panel'
import { DeletedMessage } from './deleted-message'
import { NewConnectionForm } from './new-connection-form'

const POLL_MILLISECONDS = 4000

/** Tab SCIM: the connections, and one of them with its settings, address, tokens, first request and guide. */
export function ScimTab({ overview, connection, navigation, takesFocus }: TabProps) {
  const { host } = useServices()
  const { query } = useConnections()
  const [deleted, setDeleted] = useState<Deleted>()
  const [timesAsked, setTimesAsked] = useState(0)
  const addButton = useRef<HTMLButtonElement>(null)
  const deletedMessage = useRef<HTMLDivElement>(null)
  const { reload } = query
  useEffect(() => host.every(POLL_MILLISECONDS, () => void reload()), [host, reload])

  const isEmpty = overview.connections.length === 0
  const add = () => {
    setTimesAsked((times) => times + 1)
    navigation.go({ tab: 'scim', connection: NEW_CONNECTION })
  }
  const cancel = () => {
    addButton.current?.focus()
    navigation.go({ tab: 'scim', connection: '' })
  }
  return (
    <div className="sfc-stack">
      <PageHeading takesFocus={takesFocus}>{texts.scim.title}</PageHeading>
      <p>{isEmpty ? texts.scim.empty : texts.scim.intro}</p>
      <Banners banners={overview.warnings} />
      {deleted && <DeletedMessage {...deleted} box={deletedMessage} />}
      {!isEmpty && (
        <ConnectionList
          connections={overview.connections}
          chosen={connection}
          addButton={addButton}
          deletedMessage={deletedMessage}
          onAdd={add}
          onDeleted={(name, gone) => setDeleted({ name, gone })}
        />
      )}
      {connection ? (
        <ConnectionPanel key={connection.id} connection={connection} overview={overview} />
      ) : (
        <NewConnectionForm {...{ overview, navigation, timesAsked }} onCancel={cancel} />
      )}
    </div>
  )
}

interface Deleted {
  readonly name: string
  readonly gone: DeletedConnection
}
