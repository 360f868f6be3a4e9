import { screen, waitFor, within } from '@testing-library/react'
import { defaultUserSync, type ConnectionView } from '@settings'
import { findViolations } from './axe'
import type { FakeServer } from './fake-server'
import { findHeading, openPage, type OpenPage } from './open-page'

const READY = { id: '1', name: 'Staff', state: 'ready', advice: '' } as const

async function openUserSync(change: Partial<ConnectionView> = {}): Promise<OpenPage> {
  return openWith((server) => server.seed('Okta', change))
}

async function openWith(prepare: (server: FakeServer) => void): Promise<OpenPage> {
  const page = openPage('#/user-sync', prepare)
  await findHeading('User Sync Settings')
  return page
}

const form = (name: string) => within(screen.getByRole('form', { name }))
const connection = (page: OpenPage) => page.server.memory.connections[0]

test('without a connection it leads to the SCIM tab', async () => {
  const page = await openWith(() => undefined)
  await page.user.click(screen.getByRole('link', { name: 'Go to the SCIM tab' }))
  await findHeading('SCIM Configuration')
})

describe('a new directory', () => {
  test('is created with name, description and nested groups', async () => {
    const page = await openUserSync()
    const create = form('Create Directory')
    const name = create.getByLabelText(/Directory name/)
    expect(name).toHaveValue('Okta users')
    await page.user.clear(name)
    await page.user.type(name, 'Everybody')
    await page.user.type(create.getByLabelText('Description'), 'From Okta')
    await page.user.click(create.getByRole('checkbox', { name: 'Nested groups' }))
    await page.user.click(create.getByRole('button', { name: 'Create Directory' }))
    expect(await screen.findByText('Everybody')).toBeVisible()
    expect(screen.queryByRole('form', { name: 'Create Directory' })).not.toBeInTheDocument()
    expect(connection(page)?.target).toEqual({
      id: '1002',
      name: 'Everybody',
      state: 'ready',
      advice: '',
    })
  })

  test('is Internal; the other types are greyed with the reason', async () => {
    await openUserSync()
    const types = within(screen.getByRole('group', { name: 'Directory Type' }))
    const radios = types.getAllByRole<HTMLInputElement>('radio')
    expect(radios.map(({ value, checked, disabled }) => ({ value, checked, disabled }))).toEqual([
      { value: 'internal', checked: true, disabled: false },
      { value: 'delegated', checked: false, disabled: true },
      { value: 'connector', checked: false, disabled: true },
      { value: 'azure', checked: false, disabled: true },
      { value: 'remote', checked: false, disabled: true },
    ])
    for (const radio of radios) expect(radio).toHaveAccessibleDescription(/\w+ \w+/)
  })

  const refused = [
    { name: '', message: 'Is required' },
    { name: 'SCIM source · x', message: 'Names of this kind are kept for source directories' },
  ]
  test.each(refused)('is refused the name "$name"', async ({ name, message }) => {
    const page = await openUserSync()
    const input = screen.getByLabelText(/Directory name/)
    await page.user.clear(input)
    if (name) await page.user.type(input, name)
    await page.user.click(screen.getByRole('button', { name: 'Create Directory' }))
    expect(await screen.findByText(message)).toBeVisible()
    expect(page.server.requests.filter((line) => line.startsWith('POST'))).toEqual([])
  })

  test('of a taken name is refused by Crowd, at the field', async () => {
    const page = await openUserSync()
    const input = screen.getByLabelText(/Directory name/)
    await page.user.clear(input)
    await page.user.type(input, 'Staff')
    await page.user.click(screen.getByRole('button', { name: 'Create Directory' }))
    expect(await screen.findByText('Crowd has a directory of this name')).toBeVisible()
    expect(input).toHaveAccessibleDescription(/Crowd has a directory of this name/)
  })
})

describe('an existing directory', () => {
  test('is chosen; one that cannot be says why', async () => {
    const page = await openUserSync()
    await page.user.click(screen.getByRole('radio', { name: 'Use an existing directory' }))
    const head = await screen.findByRole('radio', { name: 'Head office' })
    expect(head).toBeDisabled()
    expect(head).toHaveAccessibleDescription('LDAP connector. An LDAP connector.')
    await page.user.click(screen.getByRole('button', { name: 'Use this directory' }))
    expect(await screen.findByText('Choose a directory', { selector: '*' })).toBeVisible()
    await page.user.click(screen.getByRole('radio', { name: 'Staff' }))
    await page.user.click(screen.getByRole('button', { name: 'Use this directory' }))
    await waitFor(() => expect(connection(page)?.target).toEqual(READY))
  })

  test('is not offered where there is none', async () => {
    const page = await openWith((server) => {
      server.seed('Okta')
      server.memory.directories = server.memory.directories.filter(({ whyNot }) => whyNot !== '')
    })
    await page.user.click(screen.getByRole('radio', { name: 'Use an existing directory' }))
    expect(await screen.findByText(/no directory that could be chosen/)).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Head office' })).toBeDisabled()
  })

  test('the list can be asked for again after a failure', async () => {
    const page = await openUserSync()
    page.server.failNext('GET /directories', 'offline')
    await page.user.click(screen.getByRole('radio', { name: 'Use an existing directory' }))
    expect(await screen.findByText('Could not load the directories')).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('radio', { name: 'Staff' })).toBeVisible()
    expect(screen.queryByText('Could not load the directories')).not.toBeInTheDocument()
  })
})

describe('the state of the directories', () => {
  const states = [
    { state: 'none', shown: 'Not made yet', advice: 'Make one.', offers: true },
    { state: 'missing', shown: 'Missing', advice: 'It was deleted.', offers: true },
    { state: 'inactive', shown: 'Inactive', advice: 'Switch it on.', offers: false },
    { state: 'notWritable', shown: 'Cannot be written', advice: 'Allow Add user.', offers: false },
    { state: 'ready', shown: 'Ready', advice: '', offers: false },
  ] as const
  test.each(states)('$state is said, with advice', async ({ state, shown, advice, offers }) => {
    const source = { id: '9', name: 'Source of it', state: 'mapped', advice: 'Unmap it.' } as const
    await openUserSync({ target: { id: '1', name: 'Staff', state, advice }, source })
    expect(screen.getByText(shown)).toBeVisible()
    if (advice !== '') expect(screen.getByText(advice)).toBeVisible()
    expect(screen.getByText('Mapped to an application')).toBeVisible()
    expect(screen.getByText('Unmap it.')).toBeVisible()
    expect(screen.queryAllByRole('form', { name: 'Create Directory' })).toHaveLength(offers ? 1 : 0)
  })

  test('another one cannot be taken once people came: that is asked when the form opens, and said', async () => {
    const page = await openUserSync({ target: READY })
    page.server.memory.whyNotOther = 'Users were brought to it already.'
    expect(page.server.requests.filter((line) => line.includes('/directories'))).toEqual([])
    await page.user.click(screen.getByRole('button', { name: 'Use another directory' }))
    expect(await screen.findByText('Users were brought to it already.')).toBeVisible()
    expect(screen.queryByRole('form', { name: 'Create Directory' })).not.toBeInTheDocument()
    expect(await findViolations()).toEqual([])
  })

  test('where that cannot be asked it can be tried again', async () => {
    const page = await openUserSync({ target: READY })
    page.server.failNext('GET /directories', 'offline')
    await page.user.click(screen.getByRole('button', { name: 'Use another directory' }))
    expect(await screen.findByText('Could not load the directories')).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('form', { name: 'Create Directory' })).toBeVisible()
  })

  test('another one can be taken, unless the server refuses', async () => {
    const page = await openUserSync({ target: READY })
    await page.user.click(screen.getByRole('button', { name: 'Use another directory' }))
    await screen.findByRole('form', { name: 'Create Directory' })
    page.server.failNext('POST /connections/conn1/target', {
      status: 409,
      body: { message: 'Users were brought to it already.', issues: [] },
    })
    await page.user.click(screen.getByRole('button', { name: 'Create Directory' }))
    expect(await screen.findByText('Users were brought to it already.')).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: 'Create Directory' }))
    expect(await screen.findByText('Okta users')).toBeVisible()
    expect(screen.queryByRole('form', { name: 'Create Directory' })).not.toBeInTheDocument()
  })
})

describe('applications', () => {
  test('wait for a directory', async () => {
    await openUserSync()
    expect(screen.getByText('Create or choose a directory first.')).toBeVisible()
  })

  test('are mapped and opened to all users by switches', async () => {
    const page = await openUserSync({ target: READY })
    const mapped = await screen.findByRole('checkbox', { name: 'Map to jira' })
    expect(mapped).not.toBeChecked()
    await page.user.click(mapped)
    expect(await screen.findByText('Only members of: jira-users')).toBeVisible()
    expect(page.server.memory.applications[0]).toMatchObject({ mapped: true, allowAll: false })
    await page.user.click(screen.getByRole('checkbox', { name: 'All users may log in to jira' }))
    await waitFor(() =>
      expect(screen.queryByText('Only members of: jira-users')).not.toBeInTheDocument(),
    )
    expect(page.server.memory.applications[0]).toMatchObject({ mapped: true, allowAll: true })
    await page.user.click(screen.getByRole('checkbox', { name: 'Map to jira' }))
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: 'Map to jira' })).not.toBeChecked(),
    )
    expect(page.server.memory.applications[0]).toMatchObject({ mapped: false })
  })

  test('one without groups lets nobody in and says so; the console is greyed', async () => {
    const page = await openUserSync({ target: READY })
    await page.user.click(await screen.findByRole('checkbox', { name: 'Map to wiki' }))
    expect(await screen.findByText(/Nobody: no group is mapped/)).toBeVisible()
    expect(screen.getByRole('checkbox', { name: 'Map to crowd' })).toBeDisabled()
    expect(screen.getByText('The Crowd console itself.')).toBeVisible()
  })

  test('a failed change leaves the switch as it was', async () => {
    const page = await openUserSync({ target: READY })
    page.server.failNext('PUT', 'offline')
    await page.user.click(await screen.findByRole('checkbox', { name: 'Map to jira' }))
    expect(await screen.findByText('The mapping of jira was not changed')).toBeVisible()
    expect(screen.getByRole('checkbox', { name: 'Map to jira' })).not.toBeChecked()
  })

  test('none at all is said', async () => {
    await openWith((server) => {
      server.seed('Okta', { target: READY })
      server.memory.applications = []
    })
    expect(await screen.findByText(/Crowd has no application yet/)).toBeVisible()
  })
})

describe('what happens to users', () => {
  test('is saved', async () => {
    const page = await openUserSync()
    const users = form('User Sync settings')
    await page.user.click(users.getByRole('radio', { name: 'Passwords in Crowd' }))
    await page.user.click(users.getByRole('checkbox', { name: 'Import Users' }))
    const deactivated = within(users.getByRole('group', { name: 'When a user is deactivated' }))
    await page.user.click(deactivated.getByRole('radio', { name: 'Disable and remove groups' }))
    await page.user.click(users.getByRole('radio', { name: 'Leave to the administrator' }))
    await page.user.click(users.getByRole('button', { name: 'Save Settings' }))
    expect(await users.findByText('Saved.')).toBeVisible()
    expect(connection(page)?.userSync).toEqual({
      ...defaultUserSync,
      login: 'password',
      importUsers: false,
      followActive: true,
      whenDeactivated: 'disableAndRemoveGroups',
      onDelete: 'ignore',
    })
  })

  test('deactivation is greyed while active is not followed', async () => {
    const page = await openUserSync()
    const users = form('User Sync settings')
    const choices = () =>
      within(users.getByRole('group', { name: 'When a user is deactivated' })).getAllByRole('radio')
    for (const radio of choices()) expect(radio).toBeEnabled()
    await page.user.click(users.getByRole('checkbox', { name: 'Enable and disable users' }))
    for (const radio of choices()) expect(radio).toBeDisabled()
    await page.user.click(users.getByRole('button', { name: 'Save Settings' }))
    expect(await users.findByText('Saved.')).toBeVisible()
    expect(connection(page)?.userSync).toMatchObject({
      followActive: false,
      whenDeactivated: 'disable',
    })
  })

  test('passwords by SCIM are chosen with their consequence', async () => {
    const page = await openUserSync()
    const users = form('User Sync settings')
    const radio = users.getByRole('radio', { name: 'Passwords by SCIM' })
    expect(radio).toHaveAccessibleDescription(/password rules.*Internal directory only/)
    await page.user.click(radio)
    await page.user.click(users.getByRole('button', { name: 'Save Settings' }))
    expect(await users.findByText('Saved.')).toBeVisible()
    expect(connection(page)?.userSync).toMatchObject({ login: 'scimPassword' })
  })
})

test('has no fault that axe finds', async () => {
  const page = await openUserSync({ target: READY })
  await screen.findByRole('checkbox', { name: 'Map to jira' })
  await page.user.click(screen.getByRole('button', { name: 'Use another directory' }))
  expect(await findViolations()).toEqual([])
})
