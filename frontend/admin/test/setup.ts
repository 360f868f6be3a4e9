import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'

// A busy machine is slow, not wrong: waiting ends when what is waited for is there.
const MOST_MILLISECONDS = 20_000
configure({ asyncUtilTimeout: MOST_MILLISECONDS })
jest.setTimeout(3 * MOST_MILLISECONDS)

/** Known words of libraries that say nothing about us: react-scrolllock under React 18, and axe looking for a canvas. */
const KNOWN = ['Support for defaultProps will be removed', 'HTMLCanvasElement.prototype.getContext']

const print = console.error
console.error = (...parts: readonly unknown[]) => {
  const text = parts.map(String).join(' ')
  if (KNOWN.some((known) => text.includes(known))) return
  print(...parts)
  throw new Error(`console.error: ${text}`)
}
