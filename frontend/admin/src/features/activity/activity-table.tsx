import Button from '@atlaskit/button/default/button'
import type { ActivityEntry, Overview } from '@settings'
import { texts } from '../../app/texts'
import { DataTable, type Row } from '../../components/data-table'
import { Time } from '../../components/time'
import { Outcome } from './outcome'
import { titleOf } from './title-of'

const words = texts.activity

/** One line an exchange, newest first, as the server gives them. */
export function ActivityTable(props: {
  readonly entries: readonly ActivityEntry[]
  readonly overview: Overview
  readonly onOpen: (entry: ActivityEntry) => void
}) {
  const nameOf = (id: string) =>
    props.overview.connections.find((connection) => connection.id === id)?.scim.appName ?? ''
  const rows = props.entries.map((entry) => toRow(entry, nameOf(entry.connection), props.onOpen))
  return <DataTable label={words.title} columns={COLUMNS} rows={rows} narrow="wide" />
}

/** Names are long, and the words of an outcome short: left to the contents, names would be broken in mid-word. */
const WIDTHS = { at: 13, request: 22, name: 21, outcome: 12, changed: 25, open: 7 }

const COLUMNS = Object.entries(WIDTHS).map(([key, width]) => ({
  key,
  width,
  title: words.columns[key as keyof typeof WIDTHS],
}))

function toRow(entry: ActivityEntry, appName: string, onOpen: (entry: ActivityEntry) => void): Row {
  return {
    key: entry.ref || entry.correlationId,
    cells: [
      <Time at={entry.at} never="" />,
      <Asked entry={entry} />,
      <Who entry={entry} appName={appName} />,
      <Outcome entry={entry} />,
      <span className="sfc-wrap">{entry.problem || entry.changed || words.nothing}</span>,
      <Button
        spacing="compact"
        onClick={() => onOpen(entry)}
        aria-label={words.openOf(titleOf(entry))}
      >
        {words.open}
      </Button>,
    ],
  }
}

/** A request as it came; what an administrator did in words. */
function Asked({ entry }: { readonly entry: ActivityEntry }) {
  if (entry.deed !== '') return <span className="sfc-wrap">{entry.deed}</span>
  return <code className="sfc-wrap">{titleOf(entry)}</code>
}

function Who(props: { readonly entry: ActivityEntry; readonly appName: string }) {
  const { name, by } = props.entry
  if (by !== '') return <span className="sfc-wrap">{words.by(by)}</span>
  return (
    <>
      <span className="sfc-wrap">{name}</span>
      <p className="sfc-note">{props.appName}</p>
    </>
  )
}
