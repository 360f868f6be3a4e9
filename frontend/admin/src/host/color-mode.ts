import type { ColorMode, ColorModeSwitch } from './host'

const STORED = 'scim-for-crowd.color-mode'
const THEMES =
  'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography'

/** Light or dark on the html element: as the system says, until the person chooses. The choice is kept in the browser. */
export function createColorMode(window: Window): ColorModeSwitch {
  const html = window.document.documentElement
  const system = window.matchMedia?.('(prefers-color-scheme: dark)')
  const listeners = new Set<() => void>()
  const systemMode = (): ColorMode => (system?.matches ? 'dark' : 'light')
  let chosen = readChoice(window)
  const current = () => chosen ?? systemMode()
  const show = () => {
    html.setAttribute('data-theme', THEMES)
    html.setAttribute('data-color-mode', current())
    listeners.forEach((changed) => changed())
  }
  system?.addEventListener('change', show)
  show()
  return {
    current,
    choose: (mode) => {
      // choosing what the system says anyway goes back to following it
      chosen = mode === systemMode() ? undefined : mode
      keepChoice(window, chosen)
      show()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}

function readChoice(window: Window): ColorMode | undefined {
  try {
    const stored = window.localStorage.getItem(STORED)
    return stored === 'light' || stored === 'dark' ? stored : undefined
  } catch {
    return undefined // storage is switched off in this browser
  }
}

function keepChoice(window: Window, mode: ColorMode | undefined): void {
  try {
    if (mode === undefined) window.localStorage.removeItem(STORED)
    else window.localStorage.setItem(STORED, mode)
  } catch {
    // storage is switched off in this browser: the choice lasts as long as the page
  }
}
