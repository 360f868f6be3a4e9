import { useEffect, useState } from 'react'
import Button from '@atlaskit/button/default/button'
import { Label } from '@atlaskit/form/label/default'
import type { ActivityEntry, Overview } from '@settings'
import type { Navigation } from '../../app/route'
import { useServices } from '../../app/services'
import type { TabProps } from '../../app/tabs'
import { texts } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { Loaded } from '../../components/loaded'
import { PageHeading } from '../../components/page-heading'
import { Picker } from '../../components/picker'
import { ActivityTable } from './activity-table'
import { EntryDialog } from './entry-dialog'

const words = texts.activity
const POLL_MILLISECONDS = 4000
const PAGE = 50
const MOST = 500

/** Tab Activity: the last exchanges, which follow by themselves while the page is seen. */
export function ActivityTab({ overview, navigation, takesFocus }: TabProps) {
  const { client, host } = useServices()
  const [connection, setConnection] = useState(() => filterAt(navigation, overview))
  const [count, setCount] = useState(PAGE)
  const [opened, setOpened] = useState<ActivityEntry>()
  const query = useQuery(connection, () => client.activity(connection, count))
  const { reload } = query
  useEffect(() => host.every(POLL_MILLISECONDS, () => void reload()), [host, reload])
  useEffect(() => void (count > PAGE && reload()), [count, reload])
  return (
    <div className="sfc-stack">
      <PageHeading takesFocus={takesFocus}>{words.title}</PageHeading>
      <p>{words.intro}</p>
      <div className="sfc-spread">
        <Filter overview={overview} value={connection} onPick={setConnection} />
        <Button onClick={() => void reload()}>{words.refresh}</Button>
      </div>
      <Loaded query={query} what={words.what}>
        {(entries) => (
          <>
            <Entries entries={entries} overview={overview} onOpen={setOpened} />
            {entries.length >= count && count < MOST && (
              <Button onClick={() => setCount(Math.min(count + PAGE, MOST))}>{words.more}</Button>
            )}
          </>
        )}
      </Loaded>
      <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />
    </div>
  )
}

/** Comes with the chosen connection where there are several; with one, everything is shown. */
function filterAt({ route }: Navigation, { connections }: Overview): string {
  const isKnown = connections.some(({ id }) => id === route.connection)
  return isKnown && connections.length > 1 ? route.connection : ''
}

function Entries(props: {
  readonly entries: readonly ActivityEntry[]
  readonly overview: Overview
  readonly onOpen: (entry: ActivityEntry) => void
}) {
  return props.entries.length === 0 ? <p>{words.empty}</p> : <ActivityTable {...props} />
}

function Filter(props: {
  readonly overview: Overview
  readonly value: string
  readonly onPick: (connection: string) => void
}) {
  const { connections } = props.overview
  if (connections.length < 2) return <span />
  const options = connections.map(({ id, scim }) => ({ value: id, label: scim.appName }))
  return (
    <div className="sfc-chooser">
      <Label htmlFor="activity-of">{words.which}</Label>
      <Picker
        id="activity-of"
        options={[{ value: '', label: words.all }, ...options]}
        value={props.value}
        onPick={props.onPick}
      />
    </div>
  )
}
