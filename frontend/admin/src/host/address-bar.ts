import type { AddressBar } from './host'

/** The address bar of a real browser. */
export function createAddressBar(window: Window): AddressBar {
  return {
    hash: () => window.location.hash,
    push: (hash) => window.history.pushState(null, '', hash),
    replace: (hash) => window.history.replaceState(null, '', hash),
    subscribe: (changed) => {
      window.addEventListener('hashchange', changed)
      window.addEventListener('popstate', changed)
      return () => {
        window.removeEventListener('hashchange', changed)
        window.removeEventListener('popstate', changed)
      }
    },
  }
}
