import type { ConnectionView, Overview } from '@settings'
import { ConnectionBanners } from '../../components/connection-banners'
import { AccessSection } from './access-section'
import { ContactLine } from './contact-line'
import { ProviderGuide } from './provider-guide'
import { ScimForm } from './scim-form'

/** One connection on the SCIM tab. */
export function ConnectionPanel(props: {
  readonly connection: ConnectionView
  readonly overview: Overview
}) {
  const { connection } = props
  return (
    <>
      <ConnectionBanners connection={connection} />
      <ScimForm {...props} />
      <AccessSection connection={connection} />
      <ContactLine contact={connection.contact} />
      <ProviderGuide connection={connection} />
    </>
  )
}
