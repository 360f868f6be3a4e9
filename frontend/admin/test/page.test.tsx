import { act, screen, waitFor, within } from '@testing-library/react'
import { findHeading, openPage } from './open-page'

const current = () => screen.getByRole('link', { current: 'page' })

const addresses = [
  { hash: '', heading: 'SCIM Configuration', tab: 'SCIM' },
  { hash: '#/scim', heading: 'SCIM Configuration', tab: 'SCIM' },
  { hash: '#/scim/conn1', heading: 'SCIM Configuration', tab: 'SCIM' },
  { hash: '#/user-sync', heading: 'User Sync Settings', tab: 'User Sync' },
  { hash: '#/activity', heading: 'Activity', tab: 'Activity' },
  { hash: '#/system', heading: 'System', tab: 'System' },
  { hash: '#/no-such-tab', heading: 'SCIM Configuration', tab: 'SCIM' },
  { hash: '#/scim/%E0%A4%A', heading: 'SCIM Configuration', tab: 'SCIM' },
  { hash: '#/scim/__proto__', heading: 'SCIM Configuration', tab: 'SCIM' },
]
test.each(addresses)('the address "$hash" opens $heading', async ({ hash, heading, tab }) => {
  openPage(hash, (server) => server.seed('A'))
  await findHeading(heading)
  expect(current()).toHaveTextContent(tab)
})

const wrongAddresses = [
  { hash: '', corrected: '' },
  { hash: '#/no-such-tab', corrected: '#/scim' },
  { hash: '#/no-such-tab/conn1', corrected: '#/scim' },
  { hash: '#/system/', corrected: '#/system' },
]
test.each(wrongAddresses)('the address "$hash" becomes "$corrected"', async (row) => {
  openPage(row.hash)
  await findHeading(row.hash.includes('system') ? 'System' : 'SCIM Configuration')
  expect(window.location.hash).toBe(row.corrected)
})

test('an unknown address that is typed over a known one is corrected, and the way back still works', async () => {
  const page = openPage('#/system')
  await findHeading('System')
  act(() => {
    window.location.hash = '#/no-such-tab'
  })
  await findHeading('SCIM Configuration')
  expect(window.location.hash).toBe('#/scim')
  await page.user.click(screen.getByRole('link', { name: 'Activity' }))
  await findHeading('Activity')
})

test('the sidebar holds the tabs that work, no others', async () => {
  openPage('')
  await findHeading('SCIM Configuration')
  const navigation = within(screen.getByRole('navigation', { name: 'Parts of SCIM for Crowd' }))
  expect(navigation.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'SCIM',
    'User Sync',
    'Activity',
    'System',
  ])
})

test('the heading takes the focus on another tab, but not when the page opens', async () => {
  const page = openPage('')
  expect(await findHeading('SCIM Configuration')).not.toHaveFocus()
  await page.user.click(screen.getByRole('link', { name: 'System' }))
  const heading = await findHeading('System')
  await waitFor(() => expect(heading).toHaveFocus())
})

test('the browser’s own way back works', async () => {
  const page = openPage('')
  await findHeading('SCIM Configuration')
  await page.user.click(screen.getByRole('link', { name: 'System' }))
  await findHeading('System')
  window.history.back()
  await findHeading('SCIM Configuration')
})

describe('unsaved changes', () => {
  const openDirty = async () => {
    const page = openPage('', (server) => {
      server.seed('A')
      server.seed('B')
    })
    await findHeading('SCIM Configuration')
    await page.user.type(screen.getByLabelText(/App Name/), 'x')
    return page
  }
  const leave = async (page: Awaited<ReturnType<typeof openDirty>>, button: string) => {
    await page.user.click(await screen.findByRole('button', { name: button }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  }

  test('are asked about on the way to another tab; staying keeps them', async () => {
    const page = await openDirty()
    expect(page.host.wouldAsk()).toBe(true)
    await page.user.click(screen.getByRole('link', { name: 'System' }))
    expect(await screen.findByRole('dialog', { name: /Leave without saving/ })).toBeVisible()
    await leave(page, 'Stay here')
    expect(screen.getByLabelText(/App Name/)).toHaveValue('Ax')
    expect(window.location.hash).toBe('#/scim')
    expect(current()).toHaveTextContent('SCIM')
  })

  test('are left behind when the person says so', async () => {
    const page = await openDirty()
    await page.user.click(screen.getByRole('link', { name: 'System' }))
    await leave(page, 'Leave without saving')
    await findHeading('System')
    expect(page.host.wouldAsk()).toBe(false)
    expect(window.location.hash).toBe('#/system')
  })

  test('are asked about on the way to another connection', async () => {
    const page = await openDirty()
    await page.user.click(screen.getByRole('link', { name: 'B' }))
    await leave(page, 'Leave without saving')
    expect(await screen.findByRole('heading', { name: 'Settings of B' })).toBeVisible()
    expect(screen.getByLabelText(/App Name/)).toHaveValue('B')
    expect(page.host.wouldAsk()).toBe(false)
  })

  test('are none any more when they are typed back', async () => {
    const page = await openDirty()
    await page.user.type(screen.getByLabelText(/App Name/), '{Backspace}')
    expect(page.host.wouldAsk()).toBe(false)
  })
})

test('the colour mode is switched by a button', async () => {
  const page = openPage('')
  await findHeading('SCIM Configuration')
  await page.user.click(screen.getByRole('button', { name: 'Dark theme' }))
  expect(page.host.colorMode.current()).toBe('dark')
  await page.user.click(screen.getByRole('button', { name: 'Light theme' }))
  expect(page.host.colorMode.current()).toBe('light')
})

test('shows that it loads until the answer comes', async () => {
  let release = (): void => undefined
  openPage('', (server) => void (release = server.hold('GET /overview')))
  expect(screen.getByRole('img', { name: 'Loading the connections' })).toBeVisible()
  release()
  await findHeading('SCIM Configuration')
})

test('an ended session says so and leads to the login', async () => {
  openPage('', (server) => server.failNext('GET /overview', { status: 401, body: undefined }))
  expect(await screen.findByText('Crowd asks you to log in again')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Log in again' })).toHaveAttribute(
    'href',
    '/crowd/plugins/servlet/scim-for-crowd/',
  )
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
})

test('an answer that came late does not overwrite a newer one', async () => {
  const page = openPage('', (server) => server.seed('Old'))
  await findHeading('SCIM Configuration')
  const release = page.server.hold('GET /overview')
  act(() => page.host.tick())
  await page.user.type(screen.getByLabelText(/App Name/), '+')
  await page.user.click(screen.getByRole('button', { name: 'Save Settings' }))
  expect(await screen.findByText('Saved.')).toBeVisible()
  release()
  expect(await screen.findByRole('heading', { name: 'Settings of Old+' })).toBeVisible()
  expect(screen.getByLabelText(/App Name/)).toHaveValue('Old+')
})
