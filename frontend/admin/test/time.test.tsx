import { render } from '@testing-library/react'
import { createAdminClient } from '../src/app/admin-client'
import { ServicesProvider } from '../src/app/services'
import { Time } from '../src/components/time'
import { createFakeHost } from './fake-host'
import { createFakeServer } from './fake-server'

const rows: readonly [string, number, string][] = [
  [
    'a moment',
    Date.UTC(2026, 0, 15, 12),
    '<time datetime="2026-01-15T12:00:00.000Z">2026-01-15T12:00</time>',
  ],
  ['never', 0, 'Never'],
  [
    'the last moment that there is',
    8.64e15,
    '<time datetime="+275760-09-13T00:00:00.000Z">+275760-09-13T00</time>',
  ],
  ['a moment later than any', 8.64e15 + 1, 'Unknown time'],
  ['no number', NaN, 'Unknown time'],
  ['nothing, from an entry that was cut', undefined as unknown as number, 'Unknown time'],
]

test.each(rows)('%s', (_name, at, shown) => {
  const host = createFakeHost(createFakeServer())
  const { container } = render(
    <ServicesProvider services={{ host, client: createAdminClient(host) }}>
      <Time at={at} never="Never" />
    </ServicesProvider>,
  )
  expect(container.innerHTML).toBe(shown)
})
