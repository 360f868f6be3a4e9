import { createAddressBar } from './address-bar'
import { askBeforeUnload } from './ask-before-unload'
import { createColorMode } from './color-mode'
import { copyText } from './copy-text'
import type { Host } from './host'
import { readPage } from './page'
import { createSend } from './send'

/** The host on a real page. */
export function createBrowserHost(root: HTMLElement, window: Window): Host {
  const page = readPage(root, window.location.pathname)
  return {
    page,
    send: createSend(page, window.fetch.bind(window)),
    copy: (text) => copyText(text, window),
    every: (milliseconds, run) => everyWhileVisible(window, milliseconds, run),
    now: () => Date.now(),
    formatTime: (milliseconds) => timeFormat.format(new Date(milliseconds)),
    colorMode: createColorMode(window),
    addressBar: createAddressBar(window),
    askBeforeUnload: (isDirty) => askBeforeUnload(window, isDirty),
  }
}

const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

function everyWhileVisible(window: Window, milliseconds: number, run: () => void): () => void {
  const timer = window.setInterval(() => {
    if (window.document.visibilityState === 'visible') run()
  }, milliseconds)
  return () => window.clearInterval(timer)
}
