import { act, screen, waitFor, within } from '@testing-library/react'
import { findViolations } from './axe'
import { NOW, type FakeServer } from './fake-server'
import { findHeading, openPage, type OpenPage } from './open-page'

const DAY = 24 * 60 * 60 * 1000

async function openScim(hash: string, prepare?: (server: FakeServer) => void): Promise<OpenPage> {
  const page = openPage(hash, prepare)
  await findHeading('SCIM Configuration')
  return page
}

const form = (name: string) => screen.getByRole('form', { name })
const table = (name: string) => screen.getByRole('table', { name })
const click = (page: OpenPage, name: string) =>
  page.user.click(screen.getByRole('button', { name }))

/** The text of each cell, row by row, without the head. */
function rowsOf(name: string): readonly (readonly string[])[] {
  const [, ...rows] = within(table(name)).getAllByRole('row')
  return rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent ?? ''),
  )
}

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

describe('the first connection', () => {
  test('is made by App Name and Save Settings; URL and token are there to copy', async () => {
    const page = await openScim('')
    expect(screen.getByText(/There is no connection yet/)).toBeVisible()
    await page.user.type(screen.getByLabelText(/App Name/), '  Staff sync ')
    await click(page, 'Save Settings')

    const url = await screen.findByLabelText('SCIM Base URL')
    expect(url).toHaveValue('https://crowd.example.org/crowd/plugins/servlet/scim/conn1/v2')
    expect(screen.getByLabelText('Bearer Token')).toHaveValue('secret-of-token1')
    expect(screen.getByText(/shown only this once/)).toBeVisible()
    expect(screen.getByLabelText('Bearer Token').closest('[tabindex="-1"]')).toHaveFocus()
    expect(page.server.memory.connections.map(({ scim }) => scim)).toEqual([
      {
        appName: 'Staff sync',
        provider: 'miniorange',
        mode: 'live',
        tokenHeader: '',
        requestsPerSecond: 100,
        requestsAtOnce: 64,
        strictMembers: false,
      },
    ])
    await click(page, 'Copy SCIM Base URL')
    expect(page.host.copied()).toBe('https://crowd.example.org/crowd/plugins/servlet/scim/conn1/v2')
    await click(page, 'Copy Bearer Token')
    expect(page.host.copied()).toBe('secret-of-token1')
    expect(screen.getAllByText('Copied.')).toHaveLength(2)
    expect(page.host.wouldAsk()).toBe(false)
    expect(window.location.hash).toBe('#/scim/conn1')
  })

  test('takes the provider that was picked', async () => {
    const page = await openScim('')
    await page.user.type(screen.getByLabelText(/App Name/), 'Okta')
    await page.user.click(screen.getByRole('combobox', { name: 'Provider' }))
    await page.user.click(await screen.findByRole('option', { name: 'Okta' }))
    await click(page, 'Save Settings')
    expect(await screen.findByRole('heading', { name: 'How to set up Okta' })).toBeVisible()
    expect(page.server.memory.connections[0]?.scim.provider).toBe('okta')
  })

  test('says at the field and in the summary what is wrong, before anything is sent', async () => {
    const page = await openScim('')
    await click(page, 'Save Settings')
    const link = await screen.findByRole('button', { name: 'App Name: is required' })
    expect(screen.getByText('Is required')).toBeVisible()
    expect(link.closest('[tabindex="-1"]')).toHaveFocus()
    const field = screen.getByLabelText(/App Name/)
    expect(field).toHaveAttribute('aria-invalid', 'true')
    expect(field).toHaveAccessibleDescription(/Is required/)
    await page.user.click(link)
    expect(field).toHaveFocus()
    expect(page.server.requests).toEqual(['GET /overview'])
  })
})

test('hides the token when it was copied, and does not show it again', async () => {
  const page = await openScim('')
  await page.user.type(screen.getByLabelText(/App Name/), 'A')
  await click(page, 'Save Settings')
  await screen.findByLabelText('Bearer Token')
  await click(page, 'I have copied it')
  expect(screen.queryByLabelText('Bearer Token')).not.toBeInTheDocument()
})

test('keeps showing the token when the person looks at another tab and comes back', async () => {
  const page = await openScim('')
  await page.user.type(screen.getByLabelText(/App Name/), 'A')
  await click(page, 'Save Settings')
  await screen.findByLabelText('Bearer Token')
  await page.user.click(screen.getByRole('link', { name: 'System' }))
  await findHeading('System')
  await page.user.click(screen.getByRole('link', { name: 'SCIM' }))
  expect(await screen.findByLabelText('Bearer Token')).toHaveValue('secret-of-token1')
})

test('tells to copy by hand when the browser refuses the clipboard', async () => {
  const page = await openScim('', (server) => server.seed('A'))
  page.host.refuseCopy()
  await click(page, 'Copy SCIM Base URL')
  expect(await screen.findByText(/copy it by hand/)).toBeVisible()
})

describe('the settings of a connection', () => {
  test('renames it, pauses it and refuses unknown members', async () => {
    const page = await openScim('', (server) => server.seed('Old name'))
    const name = within(form('SCIM settings')).getByLabelText(/App Name/)
    await page.user.clear(name)
    await page.user.type(name, 'New name')
    await page.user.click(screen.getByRole('radio', { name: 'Paused' }))
    const limit = screen.getByLabelText(/Requests per second/)
    expect(limit).toHaveValue('100')
    await page.user.clear(limit)
    await page.user.type(limit, ' 0')
    await page.user.click(screen.getByLabelText('Refuse unknown members'))
    expect(page.host.wouldAsk()).toBe(true)
    await click(page, 'Save Settings')
    expect(await screen.findByText('Saved.')).toBeVisible()
    expect(page.server.memory.connections[0]?.scim).toEqual({
      appName: 'New name',
      provider: 'miniorange',
      mode: 'paused',
      tokenHeader: '',
      requestsPerSecond: 0,
      requestsAtOnce: 64,
      strictMembers: true,
    })
    expect(rowsOf('Connections')).toEqual([
      ['New name', 'miniOrange', 'Paused', 'None yet', 'Never', 'Delete'],
    ])
    expect(page.host.wouldAsk()).toBe(false)
  })

  const refused = [
    { field: 'App Name', typed: 'b', message: 'Another connection has this name' },
    { field: 'App Name', typed: 'x'.repeat(101), message: 'At most 100 characters' },
    {
      field: 'Second header for the token',
      typed: 'Cookie',
      message: /This header has a meaning of its own/,
    },
    {
      field: 'Second header for the token',
      typed: 'a b',
      message: /Letters, digits and - only/,
    },
    {
      field: 'Requests per second',
      typed: 'many',
      message: 'Must be a whole number from 0 to 10000',
    },
    { field: 'Requests at once', typed: '1001', message: 'Must be a whole number from 0 to 1000' },
  ]
  test.each(refused)('refuses $typed as $field', async ({ field, typed, message }) => {
    const page = await openScim('', (server) => {
      server.seed('A')
      server.seed('B')
    })
    const input = screen.getByLabelText(new RegExp(field))
    await page.user.clear(input)
    await page.user.click(input)
    await page.user.paste(typed)
    await click(page, 'Save Settings')
    expect(await screen.findByText(message)).toBeVisible()
    expect(page.server.requests.filter((line) => line.startsWith('PUT'))).toEqual([])
  })

  test('shows at the field what only the server knew, and keeps what was typed', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    page.server.failNext('PUT', {
      status: 400,
      body: {
        status: 400,
        message: 'Some fields need your attention',
        issues: [{ path: 'scim.appName', message: 'another connection has this name' }],
        correlationId: 'c-2',
      },
    })
    await page.user.type(screen.getByLabelText(/App Name/), 'x')
    await click(page, 'Save Settings')
    expect(await screen.findByText('Another connection has this name')).toBeVisible()
    expect(screen.getByLabelText(/App Name/)).toHaveValue('Ax')
    expect(page.host.wouldAsk()).toBe(true)
    await click(page, 'Save Settings')
    expect(await screen.findByText('Saved.')).toBeVisible()
    expect(screen.queryByText('Another connection has this name')).not.toBeInTheDocument()
  })

  const failures = [
    { answer: 'offline' as const, text: /Crowd did not answer/ },
    { answer: { status: 401, body: undefined }, text: /Log in to Crowd again/ },
    { answer: { status: 403, body: undefined }, text: /Only system administrators/ },
    { answer: { status: 502, body: undefined }, text: /HTTP 502/ },
    {
      answer: { status: 500, body: { message: 'Something broke', correlationId: 'c-99' } },
      text: /Look for c-99 in Crowd’s log/,
    },
  ]
  test.each(failures)('says so when saving fails with $text', async ({ answer, text }) => {
    const page = await openScim('', (server) => server.seed('A'))
    page.server.failNext('PUT', answer)
    await page.user.type(screen.getByLabelText(/App Name/), 'x')
    await click(page, 'Save Settings')
    expect(await screen.findByText(text)).toBeVisible()
    expect(screen.getByLabelText(/App Name/)).toHaveValue('Ax')
  })

  test('sends nobody to the log for what is not in it', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    const answer = { status: 503, body: { message: 'Settings are busy', correlationId: 'c-98' } }
    page.server.failNext('PUT', answer)
    await page.user.type(screen.getByLabelText(/App Name/), 'x')
    await click(page, 'Save Settings')
    expect(await screen.findByText('Settings are busy')).toBeVisible()
    expect(screen.queryByText(/c-98/)).not.toBeInTheDocument()
  })

  test('takes over what somebody else saved, but not over a change here', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    const rename = (appName: string) => {
      const [view] = page.server.memory.connections
      if (view) page.server.change('conn1', { scim: { ...view.scim, appName } })
    }
    rename('Theirs')
    act(() => page.host.tick())
    await waitFor(() => expect(screen.getByLabelText(/App Name/)).toHaveValue('Theirs'))
    await page.user.type(screen.getByLabelText(/App Name/), '+mine')
    rename('Theirs again')
    act(() => page.host.tick())
    expect(await screen.findByText('Theirs again')).toBeVisible()
    expect(screen.getByLabelText(/App Name/)).toHaveValue('Theirs+mine')
  })
})

describe('several connections', () => {
  const two = (server: FakeServer) => {
    server.seed('First')
    server.seed('Second')
  }
  test('are listed, and a link leads to each', async () => {
    const page = await openScim('', two)
    expect(rowsOf('Connections').map(([name]) => name)).toEqual(['First', 'Second'])
    await page.user.click(screen.getByRole('link', { name: 'Second' }))
    expect(await screen.findByRole('heading', { name: 'Settings of Second' })).toBeVisible()
  })

  test('are chosen in the sidebar, and the choice goes along to the next tab', async () => {
    const page = await openScim('', two)
    await page.user.click(screen.getByRole('combobox', { name: 'Connection' }))
    await page.user.click(await screen.findByRole('option', { name: 'Second' }))
    expect(await screen.findByRole('heading', { name: 'Settings of Second' })).toBeVisible()
    await page.user.click(screen.getByRole('link', { name: 'User Sync' }))
    await findHeading('User Sync Settings')
    expect(screen.getByText('Connection: Second')).toBeVisible()
  })

  test('another one is added, or not', async () => {
    const page = await openScim('', two)
    await click(page, 'Add connection')
    await waitFor(() => expect(screen.getByLabelText(/App Name/)).toHaveFocus())
    await click(page, 'Cancel')
    expect(await screen.findByRole('heading', { name: 'Settings of First' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Add connection' })).toHaveFocus()
    await page.user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByLabelText(/App Name/)).toHaveFocus())
    await page.user.keyboard('{Escape}')
    expect(await screen.findByRole('heading', { name: 'Settings of First' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Add connection' })).toHaveFocus()
    await click(page, 'Add connection')
    await page.user.type(screen.getByLabelText(/App Name/), 'first')
    await click(page, 'Save Settings')
    expect(await screen.findByText('Another connection has this name')).toBeVisible()
    await page.user.type(screen.getByLabelText(/App Name/), ' too')
    await click(page, 'Save Settings')
    expect(await screen.findByRole('heading', { name: 'Settings of first too' })).toBeVisible()
  })
})

describe('deleting a connection', () => {
  const prepare = (server: FakeServer) => {
    server.seed('Doomed', {
      target: { id: '1', name: 'Staff', state: 'ready', advice: '' },
    })
  }
  test('says what it means, and afterwards what stays', async () => {
    const page = await openScim('', prepare)
    await click(page, 'Delete Doomed')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/tokens of this connection stop working/)).toBeVisible()
    expect(within(dialog).getByText(/The directory Staff stays/)).toBeVisible()
    await page.user.click(within(dialog).getByRole('button', { name: 'Delete connection' }))
    expect(await screen.findByText('Doomed was deleted')).toBeVisible()
    expect(screen.getByText('The directory “Staff”.')).toBeVisible()
    expect(page.server.memory.connections).toEqual([])
    expect(screen.getByText(/There is no connection yet/)).toBeVisible()
  })

  test('does nothing on Cancel, and gives the focus back', async () => {
    const page = await openScim('', prepare)
    await click(page, 'Delete Doomed')
    const dialog = await screen.findByRole('dialog')
    await page.user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await gone()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Delete Doomed' })).toHaveFocus())
    expect(page.server.memory.connections).toHaveLength(1)
  })

  test('shows a failure in the dialog, which stays', async () => {
    const page = await openScim('', prepare)
    page.server.failNext('DELETE', 'offline')
    await click(page, 'Delete Doomed')
    const dialog = await screen.findByRole('dialog')
    await page.user.click(within(dialog).getByRole('button', { name: 'Delete connection' }))
    expect(await within(dialog).findByText(/Crowd did not answer/)).toBeVisible()
    expect(page.server.memory.connections).toHaveLength(1)
  })
})

describe('tokens', () => {
  test('are rotated with an overlap of two', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    expect(rowsOf('Tokens')).toEqual([
      ['Token 1', '2026-01-15T12:00', 'Does not expire ', 'Never', 'Revoke'],
    ])
    await click(page, 'Rotate token')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/goes on working beside the new one/)).toBeVisible()
    const name = within(dialog).getByLabelText(/Name/)
    await page.user.clear(name)
    await page.user.type(name, 'Spring')
    await page.user.click(within(dialog).getByRole('radio', { name: 'In 90 days' }))
    await page.user.click(within(dialog).getByRole('button', { name: 'Create token' }))
    expect(await screen.findByLabelText('Bearer Token')).toHaveValue('secret-of-token2')
    expect(
      page.server.memory.connections[0]?.tokens.map(({ name, expires }) => [name, expires]),
    ).toEqual([
      ['Token 1', 0],
      ['Spring', NOW + 90 * DAY],
    ])
    await gone()
    expect(screen.getByRole('button', { name: 'Rotate token' })).toBeDisabled()
    await waitFor(() =>
      expect(screen.getByLabelText('Bearer Token').closest('[tabindex="-1"]')).toHaveFocus(),
    )
    expect(screen.getByText(/Two tokens can live at once/)).toBeVisible()
  })

  test('a name is asked for', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    await click(page, 'Rotate token')
    const dialog = await screen.findByRole('dialog')
    await page.user.clear(within(dialog).getByLabelText(/Name/))
    await page.user.click(within(dialog).getByRole('button', { name: 'Create token' }))
    expect(await within(dialog).findByText('Is required')).toBeVisible()
  })

  test('the last one is revoked with a warning, and a new one can be made', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    await click(page, 'Revoke Token 1')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/It is the only token/)).toBeVisible()
    await page.user.click(within(dialog).getByRole('button', { name: 'Revoke token' }))
    await gone()
    expect(page.server.memory.connections[0]?.tokens).toEqual([])
    expect(screen.getByText(/There is no token/)).toBeVisible()
    await click(page, 'New token')
    await page.user.click(await screen.findByRole('button', { name: 'Create token' }))
    expect(await screen.findByLabelText('Bearer Token')).toBeVisible()
    await gone()
    expect(rowsOf('Tokens').map(([name]) => name)).toEqual(['Token of 2026-01-15'])
  })

  test('an expired one is marked and makes room; the last use is shown', async () => {
    const token = { id: 't', created: NOW - DAY, lastUsed: NOW - 60_000 }
    await openScim('', (server) =>
      server.seed('A', {
        tokens: [
          { ...token, name: 'Old', expires: NOW - 1 },
          { ...token, id: 'u', name: 'New', expires: NOW + DAY },
        ],
      }),
    )
    expect(rowsOf('Tokens')).toEqual([
      ['Old', '2026-01-14T12:00', '2026-01-15T11:59 Expired', '2026-01-15T11:59', 'Revoke'],
      ['New', '2026-01-14T12:00', '2026-01-16T12:00 ', '2026-01-15T11:59', 'Revoke'],
    ])
    expect(screen.getByRole('button', { name: 'Rotate token' })).toBeEnabled()
  })

  test('one that somebody else revoked meanwhile is said to be gone', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    await click(page, 'Revoke Token 1')
    const dialog = await screen.findByRole('dialog')
    page.server.change('conn1', { tokens: [] })
    await page.user.click(within(dialog).getByRole('button', { name: 'Revoke token' }))
    expect(await within(dialog).findByText('No such token')).toBeVisible()
  })
})

describe('the line that waits for the first request', () => {
  const cases = [
    { contact: {}, shown: /Waiting for the first request/, hidden: /Connected|refused/ },
    {
      contact: { lastProblem: 'The Authorization header is missing.', lastProblemAt: NOW },
      shown: /The Authorization header is missing/,
      hidden: /Connected/,
    },
    {
      contact: { firstSuccess: NOW - DAY, lastSuccess: NOW },
      shown: /Connected\..*First request: 2026-01-14T12:00\. Last request: 2026-01-15T12:00/,
      hidden: /Waiting|refused/,
    },
    {
      contact: {
        firstSuccess: NOW - DAY,
        lastSuccess: NOW - DAY,
        lastProblem: 'The token is wrong.',
        lastProblemAt: NOW,
      },
      shown:
        /The last request was refusedThe token is wrong\.At 2026-01-15T12:00\. Last good request: 2026-01-14T12:00\.$/,
      hidden: /Waiting|Connected|First request/,
    },
  ]
  test.each(cases)('shows $shown', async ({ contact, shown, hidden }) => {
    const page = await openScim('', (server) => server.seed('A'))
    page.server.arrive('conn1', contact)
    act(() => page.host.tick())
    const line = within(screen.getByRole('region', { name: 'First request' })).getByRole('status')
    await waitFor(() => expect(line).toHaveTextContent(shown))
    expect(line).not.toHaveTextContent(hidden)
  })

  test('says that it could not look, and goes on', async () => {
    const page = await openScim('', (server) => server.seed('A'))
    page.server.failNext('GET /overview', 'offline')
    act(() => page.host.tick())
    expect(await screen.findByText(/Crowd did not answer/)).toBeVisible()
    expect(screen.getByLabelText('SCIM Base URL')).toBeVisible()
    act(() => page.host.tick())
    await waitFor(() => expect(screen.queryByText(/Crowd did not answer/)).not.toBeInTheDocument())
  })
})

describe('banners', () => {
  test('warn of a base URL that providers cannot use', async () => {
    await openScim('', (server) => {
      server.memory.warnings = [
        { kind: 'warning', code: 'baseUrlHttp', title: 'Not https', text: 'In the clear.' },
      ]
    })
    expect(screen.getByRole('heading', { name: 'Not https' })).toBeVisible()
    expect(screen.getByText('In the clear.')).toBeVisible()
  })

  const remedies = [
    { code: 'sourceMapped', button: 'Take it away from every application', line: 'unmap-source' },
    { code: 'sourceMissing', button: 'Make it anew', line: 'source' },
  ]
  test.each(remedies)('$code is put right by $button', async ({ code, button, line }) => {
    const banner = { kind: 'error', code, title: 'Look', text: 'Something is wrong.' } as const
    const page = await openScim('', (server) => server.seed('A', { banners: [banner] }))
    await click(page, button)
    await waitFor(() => expect(screen.queryByText('Something is wrong.')).not.toBeInTheDocument())
    expect(page.server.requests).toContain(`POST /connections/conn1/${line}`)
  })
})

test('the guide names the provider’s own fields, both ways for miniOrange', async () => {
  const page = await openScim('', (server) => server.seed('A'))
  const guide = screen.getByRole('region', { name: 'How to set up miniOrange' })
  const ways = within(guide).getAllByRole('group')
  expect(ways).toHaveLength(2)
  await page.user.click(within(guide).getByText('A provisioning app of its own'))
  expect(within(guide).getAllByText('Field there: SCIM Base URL')[0]).toBeVisible()
  expect(within(guide).getByText('emails[type eq "work"].value')).toBeVisible()
})

test('has no fault that axe finds', async () => {
  await openScim('', (server) => {
    server.seed('A')
    server.seed('B')
  })
  expect(await findViolations()).toEqual([])
})

const dialogs: readonly [string, (page: OpenPage) => Promise<void>][] = [
  ['Delete A?', (page) => click(page, 'Delete A')],
  ['Rotate token', (page) => click(page, 'Rotate token')],
  ['Revoke Token 1?', (page) => click(page, 'Revoke Token 1')],
  [
    'Leave without saving?',
    async (page) => {
      await page.user.type(screen.getByLabelText(/App Name/), 'x')
      await page.user.click(screen.getByRole('link', { name: 'Activity' }))
    },
  ],
]
test.each(dialogs)('dialog “%s” has no fault that axe finds', async (name, open) => {
  const page = await openScim('', (server) => server.seed('A'))
  await open(page)
  await screen.findByRole('dialog', { name })
  expect(await findViolations()).toEqual([])
})

const refused: readonly [string, number, RegExp][] = [
  ['no answer', 0, /Crowd did not answer/],
  ['a session that ended, or no web-sudo', 401, /Crowd asks you to log in again/],
  ['no administrator any more', 403, /Only system administrators may use this page/],
  ['a proxy’s page', 502, /could not be understood/],
]
test.each(refused)('%s instead of the connections is said', async (_name, status, words) => {
  openPage('#/scim', (server) =>
    server.failNext('GET /overview', status === 0 ? 'offline' : { status, body: '<html>' }),
  )
  expect(await screen.findByRole('alert')).toHaveTextContent(words)
  expect(screen.getByRole('heading', { level: 1, name: 'SCIM Configuration' })).toBeVisible()
  expect(await findViolations()).toEqual([])
})

test('the chooser says that a new connection is being added', async () => {
  await openScim('#/scim/new', (server) => {
    server.seed('A')
    server.seed('B')
  })
  const sidebar = within(screen.getByRole('banner'))
  expect(sidebar.getByText('New connection')).toBeVisible()
})
