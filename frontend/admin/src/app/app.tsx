import { Suspense, useRef } from 'react'
import Button from '@atlaskit/button/default/button'
import ModalFooter from '@atlaskit/modal-dialog/modal-footer'
import type { ConnectionView, Overview } from '@settings'
import { Dialog } from '../components/dialog'
import { Loaded } from '../components/loaded'
import { Loading } from '../components/loading'
import { PageHeading } from '../components/page-heading'
import { ConnectionsProvider, useConnections } from './connections'
import { FaultBarrier } from './fault-barrier'
import { NEW_CONNECTION, useNavigation, type Navigation } from './route'
import { ServicesProvider, type Services } from './services'
import { Sidebar } from './sidebar'
import { tabs, type Tab } from './tabs'
import { texts } from './texts'
import { UnsavedProvider } from './unsaved'

/** The whole page. */
export function App(props: { readonly services: Services }) {
  return (
    <FaultBarrier>
      <ServicesProvider services={props.services}>
        <UnsavedProvider>
          <ConnectionsProvider>
            <Layout />
          </ConnectionsProvider>
        </UnsavedProvider>
      </ServicesProvider>
    </FaultBarrier>
  )
}

function Layout() {
  const navigation = useNavigation()
  const { query } = useConnections()
  const tab = tabOf(navigation)
  const all = query.value?.connections ?? []
  const connection = chooseConnection(all, navigation.route.connection)
  return (
    <div className="sfc-layout">
      <Sidebar active={tab} connections={all} connection={connection} navigation={navigation} />
      <main className="sfc-main">
        {!query.value && query.problem && <PageHeading>{tab.heading}</PageHeading>}
        <Loaded query={query} what={texts.connections}>
          {(overview) => <TabView {...{ tab, overview, connection, navigation }} />}
        </Loaded>
      </main>
      <UnsavedDialog navigation={navigation} />
    </div>
  )
}

function TabView(props: {
  readonly tab: Tab
  readonly overview: Overview
  readonly connection: ConnectionView | undefined
  readonly navigation: Navigation
}) {
  const { tab, overview, connection, navigation } = props
  const opened = useRef(tab.id)
  const hasMoved = useRef(false)
  if (tab.id !== opened.current) hasMoved.current = true
  const takesFocus = hasMoved.current
  return (
    <Suspense fallback={<Loading label={texts.loading(texts.tabs[tab.id])} />}>
      <tab.view key={tab.id} {...{ overview, connection, navigation, takesFocus }} />
    </Suspense>
  )
}

function UnsavedDialog({ navigation }: { readonly navigation: Navigation }) {
  const footer = (
    <ModalFooter>
      <Button appearance="subtle" onClick={navigation.stay}>
        {texts.unsaved.stay}
      </Button>
      <Button appearance="warning" onClick={navigation.leave}>
        {texts.unsaved.leave}
      </Button>
    </ModalFooter>
  )
  return (
    <Dialog
      isOpen={navigation.waiting !== undefined}
      title={texts.unsaved.title}
      appearance="warning"
      onClose={navigation.stay}
      footer={footer}
    >
      <p>{texts.unsaved.text}</p>
    </Dialog>
  )
}

function tabOf({ route }: Navigation): Tab {
  const found = tabs.find(({ id }) => id === route.tab) ?? tabs[0]
  if (!found) throw new Error('no tabs')
  return found
}

/** The one in the address; an unknown one (deleted meanwhile) gives the first. */
function chooseConnection(
  all: readonly ConnectionView[],
  wanted: string,
): ConnectionView | undefined {
  if (wanted === NEW_CONNECTION) return undefined
  return all.find(({ id }) => id === wanted) ?? all[0]
}
