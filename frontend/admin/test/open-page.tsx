import { act, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { createAdminClient } from '../src/app/admin-client'
import { App } from '../src/app/app'
import { createFakeHost, type FakeHost } from './fake-host'
import { createFakeServer, type FakeServer } from './fake-server'

export interface OpenPage {
  readonly user: UserEvent
  readonly server: FakeServer
  readonly host: FakeHost
}

/** Opens the page at an address, on a server that `prepare` has filled. */
export function openPage(hash: string, prepare?: (server: FakeServer) => void): OpenPage {
  const server = createFakeServer()
  prepare?.(server)
  const host = createFakeHost(server)
  window.history.replaceState(null, '', `/${hash}`)
  render(<App services={{ host, client: createAdminClient(host) }} />)
  return { user: userEvent.setup(), server, host }
}

/** Waits until the tab of this heading is there and its fields listen (they do so in an effect). */
export async function findHeading(name: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 1, name })
  await act(async () => undefined)
  return heading
}
