import Button from '@atlaskit/button/default/button'
import type { Banner, ConnectionView } from '@settings'
import { useConnections } from '../app/connections'
import { toHash } from '../app/route'
import { useServices } from '../app/services'
import { texts } from '../app/texts'
import { useAction, type Action } from '../app/use-action'
import { Banners } from './banners'
import { ProblemMessage } from './problem-message'

/** What the server warns about in one connection, with what can be done about it here. */
export function ConnectionBanners(props: {
  readonly connection: ConnectionView
  /** `source`: only what is about the source directory. */
  readonly about?: 'source'
}) {
  const { connection, about = '' } = props
  const action = useAction()
  const banners = connection.banners.filter(({ code }) => code.startsWith(about))
  return (
    <>
      <Banners
        banners={banners}
        actionOf={(banner) => <Remedy {...{ banner, connection, action }} />}
      />
      {action.problem && <ProblemMessage title={texts.problems.notDone} problem={action.problem} />}
    </>
  )
}

function Remedy(props: {
  readonly banner: Banner
  readonly connection: ConnectionView
  readonly action: Action
}) {
  const { banner, connection, action } = props
  const { client } = useServices()
  const { put } = useConnections()
  const { id } = connection
  const button = (title: string, change: (id: string) => Promise<ConnectionView>) => (
    <p>
      <Button
        onClick={() => void action.run(async () => put(await change(id)))}
        isLoading={action.isRunning}
      >
        {title}
      </Button>
    </p>
  )
  switch (banner.code) {
    case 'sourceMapped':
      return button(texts.scim.unmapSource, client.unmapSource)
    case 'sourceMissing':
      return button(texts.scim.remakeSource, client.remakeSource)
    default:
      return banner.code.startsWith('target') ? (
        <p>
          <a href={toHash({ tab: 'user-sync', connection: id })}>{texts.scim.toUserSync}</a>
        </p>
      ) : null
  }
}
