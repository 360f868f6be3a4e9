import type { ReactNode } from 'react'

interface Props {
  readonly children?: ReactNode
}

/**
 * Stands in for react-scrolllock (webpack and jest alias), which writes a style element that the page's
 * Content-Security-Policy refuses. While a dialog is open, page.css stops the scrolling.
 */
export function ScrollLock({ children = null }: Props): ReactNode {
  return children
}

/** What scrolls in a dialog scrolls by itself. */
export function TouchScrollable({ children = null }: Props): ReactNode {
  return children
}

// The aliased module has a default export, so this file must have one too.
export default ScrollLock
