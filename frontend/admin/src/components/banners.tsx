import type { ReactNode } from 'react'
import SectionMessage from '@atlaskit/section-message/section-message'
import type { Banner } from '@settings'

/** What the server warns about. `actionOf` gives a button where something can be done here. */
export function Banners(props: {
  readonly banners: readonly Banner[]
  readonly actionOf?: (banner: Banner) => ReactNode
}) {
  return (
    <>
      {props.banners.map((banner) => (
        <SectionMessage
          key={banner.code}
          appearance={banner.kind}
          title={banner.title}
          headingLevel="h2"
        >
          <p>{banner.text}</p>
          {props.actionOf?.(banner)}
        </SectionMessage>
      ))}
    </>
  )
}
