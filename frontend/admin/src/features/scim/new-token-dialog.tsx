import type { RefObject } from 'react'
import Button from '@atlaskit/button/default/button'
import { validateNewToken, type ConnectionView, type NewToken } from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { ChoiceInput } from '../../components/choice-input'
import { Dialog } from '../../components/dialog'
import { SettingsForm } from '../../components/settings-form'
import { TextInput } from '../../components/text-input'

const { newToken } = texts.scim
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

interface Typed {
  readonly name: string
  /** Days from now, as text; '0' for none. */
  readonly expires: string
}

/** Makes a token, beside the living one when there is one; it is shown on the tab afterwards, this once. */
export function NewTokenDialog(props: {
  readonly connection: ConnectionView
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly returnFocusTo: RefObject<HTMLElement>
}) {
  const isRotation = props.connection.tokens.length > 0
  return (
    <Dialog
      isOpen={props.isOpen}
      title={isRotation ? newToken.rotateTitle : newToken.title}
      onClose={props.onClose}
      returnFocusTo={props.returnFocusTo}
      width="medium"
    >
      {isRotation && <p>{newToken.rotateText}</p>}
      <NewTokenForm {...props} />
    </Dialog>
  )
}

function NewTokenForm(props: {
  readonly connection: ConnectionView
  readonly onClose: () => void
}) {
  const { host, client } = useServices()
  const { put, showToken } = useConnections()
  const { id } = props.connection
  const day = new Date(host.now()).toISOString().slice(0, 10)
  const initial: Typed = { name: newToken.suggestion(day), expires: '0' }

  const save = async (wanted: NewToken) => {
    const made = await client.addToken(id, wanted)
    showToken(id, { id: made.tokenId, token: made.token })
    put(made.connection)
    props.onClose()
  }
  return (
    <SettingsForm<Typed, NewToken>
      label={newToken.form}
      submit={newToken.create}
      initial={initial}
      prefix="token."
      labels={{ name: newToken.name, expires: newToken.expires }}
      check={(typed) => validateNewToken(toNewToken(typed, host.now()), host.now())}
      save={save}
      saved=""
      extraActions={
        <Button appearance="subtle" onClick={props.onClose}>
          {texts.dialog.cancel}
        </Button>
      }
    >
      <TextInput
        name="name"
        label={newToken.name}
        help={newToken.nameHelp}
        initial={initial.name}
        isRequired
      />
      <ChoiceInput
        name="expires"
        label={newToken.expires}
        help=""
        initial={initial.expires}
        choices={EXPIRIES}
      />
    </SettingsForm>
  )
}

const EXPIRIES = [
  { value: '0', label: newToken.expiry.none, help: '' },
  { value: '90', label: newToken.expiry.days90, help: '' },
  { value: '180', label: newToken.expiry.days180, help: '' },
  { value: '365', label: newToken.expiry.days365, help: '' },
]

function toNewToken({ name, expires }: Typed, now: number): NewToken {
  const days = Number(expires)
  return { name, expires: days === 0 ? 0 : now + days * DAY_MILLISECONDS }
}
