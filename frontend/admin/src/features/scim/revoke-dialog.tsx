import { useRef } from 'react'
import type { ConnectionView, TokenView } from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useAction } from '../../app/use-action'
import { ConfirmDialog } from '../../components/confirm-dialog'

const { revoke } = texts.scim

/** Asks before a token is revoked, and says so when it is the last. */
export function RevokeDialog(props: {
  readonly connection: ConnectionView
  readonly token: TokenView | undefined
  readonly onClose: () => void
}) {
  const { connection, token } = props
  const { client } = useServices()
  const connections = useConnections()
  const action = useAction()
  // what the dialog was about stays readable while it closes
  const last = useRef(token)
  if (token) last.current = token

  const confirm = () =>
    action.run(async () => {
      if (!token) return
      const view = await client.revokeToken(connection.id, token.id)
      if (connections.shownToken(connection.id)?.id === token.id) {
        connections.hideToken(connection.id)
      }
      connections.put(view)
      props.onClose()
    })
  const close = () => {
    action.clear()
    props.onClose()
  }
  return (
    <ConfirmDialog
      isOpen={token !== undefined}
      title={revoke.title(last.current?.name ?? '')}
      confirm={revoke.confirm}
      appearance="danger"
      action={action}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <p>{revoke.text}</p>
      {connection.tokens.length === 1 && <p>{revoke.last}</p>}
    </ConfirmDialog>
  )
}
