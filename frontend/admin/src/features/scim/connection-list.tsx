import { useRef, useState, type RefObject } from 'react'
import Button from '@atlaskit/button/default/button'
import { providerOf, scimFields, type ConnectionView, type DeletedConnection } from '@settings'
import { toHash } from '../../app/route'
import { texts } from '../../app/texts'
import { DataTable, type Row } from '../../components/data-table'
import { Section } from '../../components/section'
import { StatusLozenge } from '../../components/status-lozenge'
import { Time } from '../../components/time'
import { DeleteDialog } from './delete-dialog'

const { list } = texts.scim

/** All connections, with the way to one, to a new one, and to the deletion of one. */
export function ConnectionList(props: {
  readonly connections: readonly ConnectionView[]
  readonly chosen: ConnectionView | undefined
  readonly addButton: RefObject<HTMLButtonElement>
  readonly onAdd: () => void
  /** Where it is said that a connection is gone. */
  readonly deletedMessage: RefObject<HTMLElement>
  readonly onDeleted: (name: string, gone: DeletedConnection) => void
}) {
  const [doomed, setDoomed] = useState<ConnectionView>()
  const opener = useRef<HTMLElement>()
  const rows = props.connections.map((connection) =>
    toRow(connection, connection.id === props.chosen?.id, (button) => {
      opener.current = button
      setDoomed(connection)
    }),
  )
  const add = (
    <Button ref={props.addButton} onClick={props.onAdd}>
      {list.add}
    </Button>
  )
  return (
    <Section title={list.title} actions={add}>
      <DataTable label={list.title} columns={COLUMNS} rows={rows} />
      <DeleteDialog
        connection={doomed}
        onClose={() => setDoomed(undefined)}
        returnFocusTo={openerOr(opener, props.deletedMessage)}
        onDeleted={(gone) => {
          setDoomed(undefined)
          props.onDeleted(doomed?.scim.appName ?? '', gone)
        }}
      />
    </Section>
  )
}

/** The button that opened the dialog; the message where its row is gone. Decided when the dialog closes. */
function openerOr(
  opener: RefObject<HTMLElement | undefined>,
  message: RefObject<HTMLElement>,
): RefObject<HTMLElement> {
  return {
    get current() {
      return opener.current?.isConnected ? opener.current : message.current
    },
  }
}

const COLUMNS = Object.entries(list.columns).map(([key, title]) => ({ key, title }))

function toRow(
  connection: ConnectionView,
  isChosen: boolean,
  onDelete: (button: HTMLElement) => void,
): Row {
  const { id, scim, target, contact } = connection
  const link = (
    <a
      href={toHash({ tab: 'scim', connection: id })}
      aria-current={isChosen ? 'true' : undefined}
      className="sfc-strong"
    >
      {scim.appName}
    </a>
  )
  const remove = (
    <Button
      spacing="compact"
      onClick={({ currentTarget }) => onDelete(currentTarget)}
      aria-label={list.remove(scim.appName)}
    >
      {list.removeShort}
    </Button>
  )
  return {
    key: id,
    cells: [
      link,
      providerOf(scim.provider).label,
      <ModeLozenge mode={scim.mode} />,
      <TargetName target={target} />,
      <Time at={contact.lastSuccess} never={texts.never} />,
      remove,
    ],
  }
}

function ModeLozenge({ mode }: { readonly mode: ConnectionView['scim']['mode'] }) {
  const { field } = scimFields.mode
  const options = field.kind === 'choice' ? field.options : []
  const label = options.find(({ value }) => value === mode)?.label ?? mode
  return <StatusLozenge tone={mode === 'live' ? 'good' : 'careful'}>{label}</StatusLozenge>
}

function TargetName({ target }: { readonly target: ConnectionView['target'] }) {
  if (target.state === 'none') return <>{list.noDirectory}</>
  if (target.state === 'missing') return <StatusLozenge tone="bad">{list.missing}</StatusLozenge>
  return <>{target.name}</>
}
