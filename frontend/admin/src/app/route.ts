import { useCallback, useEffect, useRef, useState } from 'react'
import type { AddressBar } from '../host/host'
import { useServices } from './services'
import { useUnsaved } from './unsaved'

export const TAB_IDS = ['scim', 'user-sync', 'activity', 'system'] as const
export type TabId = (typeof TAB_IDS)[number]

/** Where the person is: a tab, and the connection that it is about ('' for the first one, `new` for one to be added). */
export interface Route {
  readonly tab: TabId
  readonly connection: string
}

export const NEW_CONNECTION = 'new'

/** `#/user-sync/k3x9` */
export function toHash(route: Route): string {
  const connection = route.connection === '' ? '' : `/${encodeURIComponent(route.connection)}`
  return `#/${route.tab}${connection}`
}

/** What is not an address of ours leads to the first tab. */
export function readHash(hash: string): Route {
  const [, tab = '', connection = ''] = hash.split('/')
  const known = TAB_IDS.find((id) => id === tab)
  return known ? { tab: known, connection: decode(connection) } : { tab: 'scim', connection: '' }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The route of the address bar, and the one that waits until the person has decided about unsaved changes. */
export interface Navigation {
  readonly route: Route
  readonly waiting: Route | undefined
  readonly go: (route: Route) => void
  /** Leave the unsaved changes behind and go where the person wanted to. */
  readonly leave: () => void
  readonly stay: () => void
}

export function useNavigation(): Navigation {
  const unsaved = useUnsaved()
  const { addressBar } = useServices().host
  const [route, setRoute] = useState(() => readHash(addressBar.hash()))
  const [waiting, setWaiting] = useState<Route>()
  const shown = useRef(route)

  const show = useCallback(
    (next: Route) => {
      shown.current = next
      setRoute(next)
      if (addressBar.hash() !== toHash(next)) addressBar.push(toHash(next))
    },
    [addressBar],
  )
  const go = useCallback(
    (next: Route) => {
      if (toHash(next) === toHash(shown.current)) return
      if (unsaved.isDirty()) setWaiting(next)
      else show(next)
    },
    [unsaved, show],
  )
  const follow = useCallback(() => {
    const next = readHash(addressBar.hash())
    correct(addressBar, next)
    if (toHash(next) === toHash(shown.current)) return
    if (unsaved.isDirty()) addressBar.push(toHash(shown.current))
    go(next)
  }, [addressBar, unsaved, go])
  useEffect(() => addressBar.subscribe(follow), [addressBar, follow])
  useEffect(() => correct(addressBar, shown.current), [addressBar])

  const leave = useCallback(() => {
    unsaved.forget()
    setWaiting(undefined)
    if (waiting) show(waiting)
  }, [unsaved, show, waiting])
  return { route, waiting, go, leave, stay: () => setWaiting(undefined) }
}

/** An address that is not ours becomes that of what is shown; none at all is left as it is. */
function correct(addressBar: AddressBar, shown: Route): void {
  const hash = addressBar.hash()
  if (hash !== '' && hash !== toHash(shown)) addressBar.replace(toHash(shown))
}
