import Button from '@atlaskit/button/default/button'
import type { ConnectionView } from '@settings'
import { useConnections } from '../app/connections'
import { useServices } from '../app/services'
import { texts } from '../app/texts'
import { useAction } from '../app/use-action'
import { Banners } from './banners'
import { ProblemMessage } from './problem-message'

/** What the server warns about in one connection; a mapped source directory can be unmapped here. */
export function ConnectionBanners({ connection }: { readonly connection: ConnectionView }) {
  const { client } = useServices()
  const { put } = useConnections()
  const action = useAction()
  const unmap = () => action.run(async () => put(await client.unmapSource(connection.id)))
  const button = (
    <p>
      <Button onClick={() => void unmap()} isLoading={action.isRunning}>
        {texts.scim.unmapSource}
      </Button>
    </p>
  )
  return (
    <>
      <Banners
        banners={connection.banners}
        actionOf={({ code }) => (code === 'sourceMapped' ? button : undefined)}
      />
      {action.problem && <ProblemMessage title={texts.problems.notDone} problem={action.problem} />}
    </>
  )
}
