import { useSyncExternalStore } from 'react'
import Button from '@atlaskit/button/default/button'
import { Label } from '@atlaskit/form/label/default'
import type { ConnectionView } from '@settings'
import { Picker } from '../components/picker'
import { NEW_CONNECTION, toHash, type Navigation, type TabId } from './route'
import { useServices } from './services'
import { tabs, type Tab } from './tabs'
import { texts } from './texts'

/** The parts of the page, the chooser where there are several connections, and the colour mode. */
export function Sidebar(props: {
  readonly active: Tab
  readonly connections: readonly ConnectionView[]
  readonly connection: ConnectionView | undefined
  readonly navigation: Navigation
}) {
  const { active, connections, navigation } = props
  const { host } = useServices()
  return (
    <header className="sfc-sidebar">
      <p className="sfc-product">{texts.product}</p>
      {active.isOfConnection && connections.length > 1 && <Chooser {...props} />}
      <nav aria-label={texts.navigation}>
        <ul>
          {tabs.map(({ id, icon: Icon }) => (
            <li key={id}>
              <a
                className="sfc-tab"
                href={toHash({ tab: id, connection: chosenFor(id, navigation) })}
                aria-current={id === active.id ? 'page' : undefined}
              >
                <Icon label="" />
                {texts.tabs[id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sfc-sidebar-foot">
        <ColorModeButton />
        {host.page.user !== '' && <p className="sfc-note">{texts.signedInAs(host.page.user)}</p>}
      </div>
    </header>
  )
}

/** The chosen connection is kept from tab to tab; "new" belongs to the SCIM tab. */
function chosenFor(tab: TabId, { route }: Navigation): string {
  return route.connection === NEW_CONNECTION && tab !== 'scim' ? '' : route.connection
}

function Chooser(props: {
  readonly connections: readonly ConnectionView[]
  readonly connection: ConnectionView | undefined
  readonly navigation: Navigation
}) {
  const { connections, connection, navigation } = props
  const options = connections.map(({ id, scim }) => ({ value: id, label: scim.appName }))
  const asked = connection ? [] : [{ value: NEW_CONNECTION, label: texts.scim.add.title }]
  return (
    <div className="sfc-chooser">
      <Label htmlFor="connection">{texts.chooser}</Label>
      <Picker
        id="connection"
        options={[...asked, ...options]}
        value={connection?.id ?? NEW_CONNECTION}
        onPick={(id) => navigation.go({ ...navigation.route, connection: id })}
      />
    </div>
  )
}

function ColorModeButton() {
  const { colorMode } = useServices().host
  const mode = useSyncExternalStore(colorMode.subscribe, colorMode.current)
  const other = mode === 'light' ? 'dark' : 'light'
  return (
    <Button spacing="compact" appearance="subtle" onClick={() => colorMode.choose(other)}>
      {other === 'dark' ? texts.darkTheme : texts.lightTheme}
    </Button>
  )
}
