import { useRef, type RefObject } from 'react'
import type { ConnectionView, DeletedConnection } from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useAction } from '../../app/use-action'
import { useUnsaved } from '../../app/unsaved'
import { ConfirmDialog } from '../../components/confirm-dialog'

/** Says what deleting a connection means and what stays, and does it. */
export function DeleteDialog(props: {
  readonly connection: ConnectionView | undefined
  readonly onClose: () => void
  readonly onDeleted: (gone: DeletedConnection) => void
  /** Where the focus goes when it closes. */
  readonly returnFocusTo: RefObject<HTMLElement>
}) {
  const { remove } = texts.scim
  const { client } = useServices()
  const connections = useConnections()
  const unsaved = useUnsaved()
  const action = useAction()
  // what the dialog was about stays readable while it closes
  const last = useRef(props.connection)
  if (props.connection) last.current = props.connection
  const shown = last.current

  const confirm = () =>
    action.run(async () => {
      if (!props.connection) return
      const gone = await client.deleteConnection(props.connection.id)
      unsaved.forget()
      connections.hideToken(gone.id)
      connections.remove(gone.id)
      props.onDeleted(gone)
    })
  const close = () => {
    action.clear()
    props.onClose()
  }
  return (
    <ConfirmDialog
      isOpen={props.connection !== undefined}
      title={remove.title(shown?.scim.appName ?? '')}
      confirm={remove.confirm}
      appearance="danger"
      action={action}
      onConfirm={() => void confirm()}
      onClose={close}
      returnFocusTo={props.returnFocusTo}
    >
      <p>{remove.meaning}</p>
      <p>{remove.stays(shown?.target.name ?? '')}</p>
      <p>{remove.source}</p>
    </ConfirmDialog>
  )
}
