import { act, screen, waitFor, within } from '@testing-library/react'
import { findViolations } from './axe'
import { entry, type FakeServer } from './fake-server'
import { findHeading, openPage, type OpenPage } from './open-page'

async function openActivity(prepare?: (server: FakeServer) => void): Promise<OpenPage> {
  const page = openPage('#/activity', (server) => {
    server.seed('Okta')
    server.seed('Entra')
    prepare?.(server)
  })
  await findHeading('Activity')
  return page
}

function rowsOf(): readonly (readonly string[])[] {
  const [, ...rows] = within(screen.getByRole('table', { name: 'Activity' })).getAllByRole('row')
  return rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent ?? ''),
  )
}

const DEED = 'Saved SCIM settings of Okta'

test('lists the last exchanges', async () => {
  await openActivity((server) => {
    server.memory.activity = [
      entry(),
      entry({ ref: 'e2', connection: 'conn2', status: 401, name: '', problem: 'Wrong token.' }),
      entry({
        ref: 'e3',
        by: 'admin',
        method: 'PUT',
        resource: '/c/scim',
        deed: DEED,
        name: 'Okta',
      }),
    ]
  })
  await screen.findByRole('table', { name: 'Activity' })
  expect(rowsOf()).toEqual([
    ['2026-01-15T12:00', 'POST /Users', 'adaOkta', '201 Created', 'made user ada', 'Open'],
    ['2026-01-15T12:00', 'POST /Users', 'Entra', '401 Not let in', 'Wrong token.', 'Open'],
    ['2026-01-15T12:00', DEED, 'by admin', '201 Created', 'made user ada', 'Open'],
  ])
})

test('says what to do while nothing has happened', async () => {
  await openActivity()
  expect(await screen.findByText(/Nothing has happened yet/)).toBeVisible()
})

test('opens an exchange with request and answer', async () => {
  const page = await openActivity((server) => {
    server.memory.activity = [entry({ status: 409, problem: 'The name is taken.' })]
    server.memory.details['e1'] = { request: 'POST /Users\n{"userName":"ada"}', answer: '' }
  })
  await page.user.click(await screen.findByRole('button', { name: 'Open POST /Users' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'POST /Users' }))
  expect(await dialog.findByText(/{"userName":"ada"}/)).toBeVisible()
  expect(dialog.getByText('(nothing kept)')).toBeVisible()
  expect(dialog.getByText('Why it was refused: The name is taken.')).toBeVisible()
  expect(dialog.getByText('c-7')).toBeVisible()
  expect(await findViolations()).toEqual([])
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Open POST /Users' })).toHaveFocus(),
  )
})

test('opens what an administrator did under its words', async () => {
  const page = await openActivity((server) => {
    server.memory.activity = [
      entry({ by: 'admin', method: 'PUT', resource: '/c/scim', deed: DEED }),
    ]
    server.memory.details['e1'] = { request: 'PUT /api/c/scim', answer: '200' }
  })
  await page.user.click(await screen.findByRole('button', { name: `Open ${DEED}` }))
  const dialog = within(await screen.findByRole('dialog', { name: DEED }))
  expect(await dialog.findByText('PUT /api/c/scim')).toBeVisible()
})

test('an exchange that is no longer kept is said to be so', async () => {
  const page = await openActivity((server) => void (server.memory.activity = [entry()]))
  await page.user.click(await screen.findByRole('button', { name: 'Open POST /Users' }))
  expect(await screen.findByText('This entry is no longer kept')).toBeVisible()
})

test('follows by itself and on Refresh, and keeps what it has when a look fails', async () => {
  const page = await openActivity()
  await screen.findByText(/Nothing has happened yet/)
  page.server.memory.activity = [entry()]
  act(() => page.host.tick())
  expect(await screen.findByText('made user ada')).toBeVisible()
  page.server.failNext('GET /activity', 'offline')
  await page.user.click(screen.getByRole('button', { name: 'Refresh' }))
  expect(await screen.findByText('Could not load the activity')).toBeVisible()
  expect(screen.getByText('made user ada')).toBeVisible()
  page.server.memory.activity = [entry({ ref: 'e2', changed: 'disabled user ada' })]
  await page.user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('disabled user ada')).toBeVisible()
  expect(screen.queryByText('Could not load the activity')).not.toBeInTheDocument()
})

test('shows one connection’s when it is picked', async () => {
  const page = await openActivity((server) => {
    server.memory.activity = [entry(), entry({ ref: 'e2', connection: 'conn2', name: 'bob' })]
  })
  await screen.findByText('bob')
  await page.user.click(screen.getByRole('combobox', { name: 'Show' }))
  await page.user.click(await screen.findByRole('option', { name: 'Okta' }))
  await waitFor(() => expect(screen.queryByText('bob')).not.toBeInTheDocument())
  expect(rowsOf().map(([, , who]) => who)).toEqual(['adaOkta'])
})

test('comes with the connection that was chosen on the tab before', async () => {
  const page = openPage('#/scim/conn2', (server) => {
    server.seed('Okta')
    server.seed('Entra')
    server.memory.activity = [entry(), entry({ ref: 'e2', connection: 'conn2', name: 'bob' })]
  })
  await findHeading('SCIM Configuration')
  await page.user.click(screen.getByRole('link', { name: 'Activity' }))
  await screen.findByText('bob')
  expect(rowsOf()).toHaveLength(1)
})

test('shows more when there is more', async () => {
  const page = await openActivity((server) => {
    server.memory.activity = Array.from({ length: 60 }, (_, index) => entry({ ref: `e${index}` }))
  })
  await screen.findByRole('table', { name: 'Activity' })
  expect(rowsOf()).toHaveLength(50)
  await page.user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(rowsOf()).toHaveLength(60))
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
})
