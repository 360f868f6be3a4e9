import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'

// A busy machine is slow, not wrong: waiting ends when what is waited for is there.
const MOST_MILLISECONDS = 20_000
configure({ asyncUtilTimeout: MOST_MILLISECONDS })
jest.setTimeout(3 * MOST_MILLISECONDS)

/** Known words of libraries that say nothing about us: motion of dialogs, and axe looking for a canvas. */
const KNOWN = ['EnteringMotion', 'HTMLCanvasElement.prototype.getContext']

const faults: string[] = []
const print = console.error
console.error = (...parts: readonly unknown[]) => {
  const text = parts.map(String).join(' ')
  if (KNOWN.some((known) => text.includes(known))) return
  print(...parts)
  faults.push(text)
}

afterEach(() => expect(faults.splice(0)).toEqual([]))
