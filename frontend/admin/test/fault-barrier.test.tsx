import { render, screen } from '@testing-library/react'
import { FaultBarrier } from '../src/app/fault-barrier'

function Broken(): never {
  throw new Error('chunk 7 could not be loaded')
}

test('a fault of ours is shown instead of an empty page', () => {
  const print = console.error
  console.error = () => undefined // React prints what it catches
  render(
    <FaultBarrier>
      <Broken />
    </FaultBarrier>,
  )
  console.error = print
  expect(screen.getByRole('alert')).toHaveTextContent(
    /This page has a fault.*Load the page again.*chunk 7 could not be loaded/,
  )
})
