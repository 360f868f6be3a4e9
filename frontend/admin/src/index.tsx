import './app/themes.css'
import '@atlaskit/css-reset'
import './app/page.css'
import { createRoot } from 'react-dom/client'
import { createAdminClient } from './app/admin-client'
import { App } from './app/app'
import { createBrowserHost } from './host/browser-host'

const root = document.getElementById('scim-for-crowd')
if (root) {
  const host = createBrowserHost(root, window)
  createRoot(root).render(<App services={{ host, client: createAdminClient(host) }} />)
}
