import { useRef, useState, type RefObject } from 'react'
import Button from '@atlaskit/button/default/button'
import type { ConnectionView, TokenView } from '@settings'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { DataTable, type Row } from '../../components/data-table'
import { StatusLozenge } from '../../components/status-lozenge'
import { Time } from '../../components/time'
import { NewTokenDialog } from './new-token-dialog'
import { RevokeDialog } from './revoke-dialog'

const { access } = texts.scim
const MOST_TOKENS = 2

/** The tokens of a connection: two may live at once, so that the provider can be given a new one without a gap. */
export function TokenList(props: {
  readonly connection: ConnectionView
  /** Where a new token is shown. */
  readonly shownToken: RefObject<HTMLElement>
}) {
  const { connection, shownToken } = props
  const { host } = useServices()
  const button = useRef<HTMLButtonElement>(null)
  const [isAdding, setAdding] = useState(false)
  const [doomed, setDoomed] = useState<TokenView>()
  const { tokens } = connection
  const now = host.now()
  const live = tokens.filter((token) => !isExpired(token, now)).length
  return (
    <div className="sfc-stack">
      <div className="sfc-spread">
        <h3 className="sfc-h3">{access.tokens}</h3>
        <Button ref={button} onClick={() => setAdding(true)} isDisabled={live >= MOST_TOKENS}>
          {tokens.length === 0 ? access.newToken : access.rotate}
        </Button>
      </div>
      <p className="sfc-note">{hint(live)}</p>
      {tokens.length > 0 && (
        <DataTable
          label={access.tokens}
          columns={COLUMNS}
          rows={tokens.map((token) => toRow(token, now, () => setDoomed(token)))}
        />
      )}
      <NewTokenDialog
        connection={connection}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        returnFocusTo={firstUsable(button, shownToken)}
      />
      <RevokeDialog connection={connection} token={doomed} onClose={() => setDoomed(undefined)} />
    </div>
  )
}

const COLUMNS = Object.entries(access.columns).map(([key, title]) => ({ key, title }))

function hint(tokens: number): string {
  if (tokens === 0) return access.noTokens
  return tokens >= MOST_TOKENS ? access.atMostTwo : access.rotateHelp
}

/** The button that opened the dialog; where a second token has greyed it, the token. Decided when the dialog closes. */
function firstUsable(
  button: RefObject<HTMLButtonElement>,
  shownToken: RefObject<HTMLElement>,
): RefObject<HTMLElement> {
  return {
    get current() {
      return button.current?.disabled ? shownToken.current : button.current
    },
  }
}

/** An expired token makes room for a new one. */
function isExpired({ expires }: TokenView, now: number): boolean {
  return expires !== 0 && expires <= now
}

function toRow(token: TokenView, now: number, onRevoke: () => void): Row {
  const revoke = (
    <Button spacing="compact" onClick={onRevoke} aria-label={access.revokeOf(token.name)}>
      {access.revoke}
    </Button>
  )
  return {
    key: token.id,
    cells: [
      token.name,
      <Time at={token.created} never="" />,
      <>
        <Time at={token.expires} never={access.noExpiry} />{' '}
        {isExpired(token, now) && <StatusLozenge tone="bad">{access.expired}</StatusLozenge>}
      </>,
      <Time at={token.lastUsed} never={texts.never} />,
      revoke,
    ],
  }
}
