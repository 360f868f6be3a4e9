import { createAddressBar } from '../src/host/address-bar'
import type { ColorMode, Host } from '../src/host/host'
import { NOW, type FakeServer } from './fake-server'

/** A host whose clock stands still, whose timers run when told, and whose clipboard can be read. */
export interface FakeHost extends Host {
  /** Lets every repeated task run once, as when their time has come. */
  readonly tick: () => void
  readonly copied: () => string
  /** The browser refuses the clipboard from now on. */
  readonly refuseCopy: () => void
  /** True if the browser would ask before the page is closed. */
  readonly wouldAsk: () => boolean
}

export function createFakeHost(server: FakeServer): FakeHost {
  const tasks = new Set<() => void>()
  let clipboard = ''
  let mayCopy = true
  let isDirty = (): boolean => false
  return {
    page: {
      api: '/crowd/plugins/servlet/scim-for-crowd/api',
      xsrf: 'xsrf-1',
      user: 'admin',
      context: '/crowd',
      address: '/crowd/plugins/servlet/scim-for-crowd/',
    },
    send: server.send,
    copy: async (text) => {
      if (mayCopy) clipboard = text
      return mayCopy
    },
    every: (_milliseconds, run) => {
      tasks.add(run)
      return () => void tasks.delete(run)
    },
    now: () => NOW,
    formatTime: (milliseconds) => new Date(milliseconds).toISOString().slice(0, 16),
    colorMode: createFakeColorMode(),
    addressBar: createAddressBar(window),
    askBeforeUnload: (ask) => {
      isDirty = ask
      return () => undefined
    },
    tick: () => tasks.forEach((run) => run()),
    copied: () => clipboard,
    refuseCopy: () => void (mayCopy = false),
    wouldAsk: () => isDirty(),
  }
}

function createFakeColorMode(): Host['colorMode'] {
  const listeners = new Set<() => void>()
  let mode: ColorMode = 'light'
  return {
    current: () => mode,
    choose: (next) => {
      mode = next
      listeners.forEach((changed) => changed())
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
