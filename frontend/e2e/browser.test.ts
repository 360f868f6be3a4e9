import type { Browser, Page } from 'playwright-core'
import { accessibilityProblems, launchBrowser, picture, watch, weigh, type Watch } from './browser'
import { crowd, makeConnection, openApi, sender, type Send } from './crowd'

const origin = new URL(crowd.url).origin
const appName = `Walk ${Date.now()}`
const directoryName = `${appName} users`

let browser: Browser
let page: Page
let seen: Watch

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  seen = watch(page, origin)
})
afterEach(() => page.context().close())

/** Runs a walk; where it fails, what was on the screen is kept. */
async function walking(name: string, walk: () => Promise<void>): Promise<void> {
  try {
    await walk()
  } catch (error) {
    await picture(page, `failed-${name}-${crowd.servletApi}`)
    throw error
  }
  expect(seen).toEqual({ foreign: [], errors: [] })
}

async function logIn(): Promise<void> {
  await page.goto(`${crowd.url}/console/login.action`)
  await page.locator('input[name="j_username"]').fill(crowd.user)
  await page.locator('input[name="j_password"]').fill(crowd.password)
  await page.locator('form:has(input[name="j_password"]) button').click()
  await page.getByRole('link', { name: 'Manage Apps' }).first().waitFor()
}

async function installAndConfigure(): Promise<void> {
  await page.getByRole('link', { name: 'Manage Apps' }).first().click()
  const app = page.locator('section', {
    has: page.getByRole('heading', { name: 'SCIM for Crowd' }),
  })
  if (crowd.jar) {
    await page.locator('input[name="plugin"]').setInputFiles(crowd.jar)
    await page.getByRole('button', { name: 'Upload' }).click()
    await app.getByText('ENABLED').waitFor()
  }
  await app.getByRole('link', { name: 'Configure' }).click()
  await page.getByRole('heading', { name: 'SCIM Configuration' }).waitFor()
}

/** What a click on that copy button puts on the clipboard: what its field shows. */
async function copied(label: string): Promise<string> {
  const shown = await page.getByRole('textbox', { name: label }).inputValue()
  await page.getByRole('button', { name: `Copy ${label}` }).click()
  await page.waitForFunction(async (text) => (await navigator.clipboard.readText()) === text, shown)
  return shown
}

async function addConnection(): Promise<{ url: string; token: string }> {
  const add = page.getByRole('button', { name: 'Add connection' })
  if (await add.isVisible()) await add.click()
  await page.getByRole('textbox', { name: 'App Name' }).fill(appName)
  await page.getByRole('button', { name: 'Save Settings' }).click()
  await page.getByRole('heading', { name: 'Address and token' }).waitFor()
  return { url: await copied('SCIM Base URL'), token: await copied('Bearer Token') }
}

const firstRequest = () => page.getByRole('region', { name: 'First request' }).getByRole('status')

/** Requests that were set up wrongly are named by the waiting line; the first right one turns it green. */
async function connect(url: string, token: string): Promise<void> {
  await firstRequest().getByText('Waiting for the first request').waitFor()
  await untilSaid(sender(url, 'wrong'), '/Users', 'The bearer token is not one of this connection')
  await untilSaid(sender(url, token), '/Nope', 'asked for "/Nope" behind the base URL')
  expect(await firstRequest().getByText('Connected.').count()).toBe(0)
  await sender(url, token)({ method: 'GET', path: '/Users' })
  await firstRequest().getByText('Connected.').waitFor()
  expect(await firstRequest().textContent()).not.toMatch(/Waiting|refused/)
}

/** The request is refused, and the waiting line says what was wrong with it. */
async function untilSaid(send: Send, path: string, words: string): Promise<void> {
  await send({ method: 'GET', path })
  await firstRequest().getByText(words).waitFor()
}

async function openTab(name: string, heading: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

async function createDirectory(): Promise<void> {
  await openTab('User Sync', 'User Sync Settings')
  await page.getByRole('textbox', { name: 'Directory name' }).fill(directoryName)
  await page.getByRole('button', { name: 'Create Directory' }).click()
  await page.getByRole('button', { name: 'Use another directory' }).waitFor()
  await page.getByText(`${directoryName} Ready`, { exact: true }).waitFor()
}

/** A client pushes a user and a group with that user in it. */
async function push(send: Send): Promise<string> {
  const user = await send({
    method: 'POST',
    path: '/Users',
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'ada',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [{ value: 'ada@example.org', type: 'work', primary: true }],
      active: true,
    },
  })
  expect(user).toMatchObject({ status: 201, body: { id: expect.any(String) } })
  const { id } = user.body as { id: string }
  const group = await send({
    method: 'POST',
    path: '/Groups',
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'analysts',
      members: [{ value: id }],
    },
  })
  expect(group.status).toBe(201)
  return id
}

async function deactivate(send: Send, id: string): Promise<void> {
  const answer = await send({
    method: 'PATCH',
    path: `/Users/${id}`,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'active', value: false }],
    },
  })
  expect([200, 204]).toContain(answer.status)
}

/** The state of ada in Crowd's own list of the target directory's users. */
async function stateInCrowd(): Promise<string | null> {
  await page.goto(`${crowd.url}/console/secure/directory/browse.action`)
  await page.getByRole('link', { name: directoryName, exact: true }).click()
  await page.getByRole('link', { name: 'Users' }).last().click()
  const row = page
    .getByRole('table', { name: 'Users' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'ada', exact: true }) })
  return row.getByRole('cell', { name: /^(Active|Inactive)$/ }).textContent()
}

/** The groups on Crowd's own page of ada, whose list is open. */
async function groupsInCrowd(): Promise<readonly string[]> {
  await page.getByRole('link', { name: 'ada', exact: true }).click()
  const groups = page.getByRole('table', { name: 'Groups of this user' }).getByRole('link')
  await groups.first().waitFor()
  return groups.allTextContents()
}

interface Shown {
  readonly connections: readonly { readonly scim: { readonly appName: string } }[]
}

/** This connection alone, named and addressed as an administrator's would be. */
async function pictureForReadme(): Promise<void> {
  const name = 'miniOrange, staff'
  await page.route('**/scim-for-crowd/api/overview', async (route) => {
    const response = await route.fetch()
    const text = (await response.text())
      .replaceAll(directoryName, 'Staff')
      .replaceAll(appName, name)
      .replaceAll(crowd.url, 'https://crowd.example.org/crowd')
    const overview = JSON.parse(text) as Shown
    const connections = overview.connections.filter(({ scim }) => scim.appName === name)
    await route.fulfill({ response, json: { ...overview, connections, warnings: [] } })
  })
  await page.goto(`${crowd.url}/plugins/servlet/scim-for-crowd/`)
  await firstRequest().getByText('Connected.').waitFor()
  const last = await page.getByRole('region', { name: 'First request' }).boundingBox()
  await picture(page, 'scim-tab', (last?.y ?? 0) + (last?.height ?? 0) + 24)
}

const dialogs = [
  { tab: 'SCIM', heading: 'SCIM Configuration', button: /^Delete /, title: /^Delete .*\?$/ },
  { tab: 'SCIM', heading: 'SCIM Configuration', button: 'Rotate token', title: 'Rotate token' },
  { tab: 'SCIM', heading: 'SCIM Configuration', button: /^Revoke /, title: /^Revoke .*\?$/ },
  { tab: 'Activity', heading: 'Activity', button: /^Open /, title: /^[A-Z]+ \// },
] as const

/** A dialog that Enter opens has no fault, lets nothing scroll behind it and gives the focus back. */
async function tryDialog({ button, title }: (typeof dialogs)[number]): Promise<void> {
  const opener = page.getByRole('button', { name: button }).first()
  await opener.press('Enter')
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden')
  expect({ title, problems: await accessibilityProblems(page) }).toEqual({ title, problems: [] })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.waitForFunction((it) => it === document.activeElement, await opener.elementHandle())
}

/** Enter opens the dialog and carries it out; what stays in Crowd has the focus then, since the row is gone. */
async function deleteByKeyboard(name: string): Promise<void> {
  await page.getByRole('button', { name: `Delete ${name}` }).press('Enter')
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` })
  await dialog.getByRole('button', { name: 'Delete connection' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.waitForFunction(
    (words) =>
      document.activeElement?.matches('[role=status]') &&
      document.activeElement.textContent?.includes(words),
    `${name} was deleted`,
  )
}

if (crowd.servletApi === 'jakarta' || crowd.long) {
  test('from the upload to a user who is switched off', () =>
    walking('walk', async () => {
      await logIn()
      await installAndConfigure()
      expect(await accessibilityProblems(page)).toEqual([])
      const { url, token } = await addConnection()
      await picture(page, 'scim-tab-new')
      expect(await accessibilityProblems(page)).toEqual([])
      await connect(url, token)
      expect(await accessibilityProblems(page)).toEqual([])
      await createDirectory()
      await picture(page, 'user-sync-tab')
      expect(await accessibilityProblems(page)).toEqual([])

      const send = sender(url, token)
      const id = await push(send)
      expect(await stateInCrowd()).toBe('Active')
      expect(await groupsInCrowd()).toEqual(['analysts'])
      await deactivate(send, id)
      expect(await stateInCrowd()).toBe('Inactive')
      await pictureForReadme()
    }))

  test('every dialog in light and in dark', () =>
    walking('dialogs', async () => {
      const name = `Dialogs ${Date.now()}`
      const connection = await makeConnection(await openApi(), name)
      await connection.send({ method: 'GET', path: '/Users' })
      await logIn()
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await page.goto(`${crowd.url}/plugins/servlet/scim-for-crowd/#/scim/${connection.id}`)
        for (const dialog of dialogs) {
          await openTab(dialog.tab, dialog.heading)
          await tryDialog(dialog)
        }
      }
      await openTab('SCIM', 'SCIM Configuration')
      await deleteByKeyboard(name)
    }))

  test('every tab in light and in dark', () =>
    walking('tabs', async () => {
      await logIn()
      const weight = weigh(page)
      await page.goto(`${crowd.url}/plugins/servlet/scim-for-crowd/`)
      await page.getByRole('heading', { name: 'SCIM Configuration' }).waitFor()
      expect(await weight()).toBeLessThan(250 * 1024)
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        for (const [tab, heading] of [
          ['SCIM', 'SCIM Configuration'],
          ['User Sync', 'User Sync Settings'],
          ['Activity', 'Activity'],
          ['System', 'System'],
        ] as const) {
          await openTab(tab, heading)
          await picture(page, `${tab.toLowerCase().replace(' ', '-')}-${theme}`)
          expect({ tab, theme, problems: await accessibilityProblems(page) }).toEqual({
            tab,
            theme,
            problems: [],
          })
        }
      }
    }))

  const narrow = [
    ...(crowd.standInLog
      ? [
          'console/secure/directory/browse.action',
          'console/secure/auditlog.action',
          'console/secure/application/browse.action',
          'plugins/servlet/upm',
        ]
      : []),
    ...['scim', 'user-sync', 'activity', 'system'].map(
      (tab) => `plugins/servlet/scim-for-crowd/#/${tab}`,
    ),
  ]
  test('on a narrow screen nothing runs out of a page', () =>
    walking('narrow', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await logIn()
      for (const path of narrow) {
        await page.goto(`${crowd.url}/${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        await picture(page, `narrow-${path.replace(/\W+/g, '-')}`)
        expect({ path, width }).toEqual({ path, width: 390 })
      }
    }))
} else {
  test('smoke: from the upload to a token', () =>
    walking('smoke', async () => {
      await logIn()
      await installAndConfigure()
      const { url, token } = await addConnection()
      const answer = await sender(url, token)({ method: 'GET', path: '/ServiceProviderConfig' })
      expect(answer.status).toBe(200)
    }))
}
