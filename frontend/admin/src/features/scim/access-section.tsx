import { useEffect, useRef, type RefObject } from 'react'
import Button from '@atlaskit/button/default/button'
import SectionMessage from '@atlaskit/section-message/section-message'
import type { ConnectionView } from '@settings'
import { useConnections } from '../../app/connections'
import { texts } from '../../app/texts'
import { CopyField } from '../../components/copy-field'
import { Section } from '../../components/section'
import { TokenList } from './token-list'

const { access } = texts.scim

/** What the provider must be given: the address, and a token that is shown once. */
export function AccessSection({ connection }: { readonly connection: ConnectionView }) {
  const token = useRef<HTMLDivElement>(null)
  return (
    <Section title={access.title}>
      <CopyField
        id="scim-base-url"
        label={access.baseUrl}
        value={connection.scimBaseUrl}
        help={access.baseUrlHelp}
      />
      <ShownToken connection={connection} box={token} />
      <TokenList connection={connection} shownToken={token} />
    </Section>
  )
}

/** Takes the focus when it appears: the form or the button that made the token is gone or greyed by then. */
function ShownToken(props: {
  readonly connection: ConnectionView
  readonly box: RefObject<HTMLDivElement>
}) {
  const { connection, box } = props
  const { shownToken, hideToken } = useConnections()
  const shown = shownToken(connection.id)
  const token = shown?.token
  useEffect(() => {
    if (token !== undefined) box.current?.focus()
  }, [box, token])
  if (token === undefined) return null
  return (
    <div ref={box} tabIndex={-1} className="sfc-stack sfc-focused">
      <CopyField id="bearer-token" label={access.token} value={token} />
      <SectionMessage appearance="warning" title={access.tokenOnce} headingLevel="h3">
        <p>{access.tokenOnceText}</p>
        <p>
          <Button onClick={() => hideToken(connection.id)}>{access.tokenDone}</Button>
        </p>
      </SectionMessage>
    </div>
  )
}
