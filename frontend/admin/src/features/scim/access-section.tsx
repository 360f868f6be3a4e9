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
  return (
    <Section title={access.title}>
      <CopyField
        id="scim-base-url"
        label={access.baseUrl}
        value={connection.scimBaseUrl}
        help={access.baseUrlHelp}
      />
      <ShownToken connection={connection} />
      <TokenList connection={connection} />
    </Section>
  )
}

function ShownToken({ connection }: { readonly connection: ConnectionView }) {
  const { shownToken, hideToken } = useConnections()
  const shown = shownToken(connection.id)
  if (!shown) return null
  return (
    <>
      <CopyField id="bearer-token" label={access.token} value={shown.token} />
      <SectionMessage appearance="warning" title={access.tokenOnce} headingLevel="h3">
        <p>{access.tokenOnceText}</p>
        <p>
          <Button onClick={() => hideToken(connection.id)}>{access.tokenDone}</Button>
        </p>
      </SectionMessage>
    </>
  )
}
