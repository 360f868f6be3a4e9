import type { Browser, Page } from 'playwright-core'
import { accessibilityProblems, launchBrowser, picture, watch, weigh, type Watch } from './browser'
import { crowd, sender } from './crowd'

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

/** What a click on that copy button puts on the clipboard. */
async function copied(label: string): Promise<string> {
  await page.getByRole('button', { name: `Copy ${label}` }).click()
  await page.getByText('Copied.').first().waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

async function addConnection(): Promise<{ url: string; token: string }> {
  const add = page.getByRole('button', { name: 'Add connection' })
  if (await add.isVisible()) await add.click()
  await page.getByRole('textbox', { name: 'App Name' }).fill(appName)
  await page.getByRole('button', { name: 'Save Settings' }).click()
  await page.getByRole('heading', { name: 'Address and token' }).waitFor()
  return { url: await copied('SCIM Base URL'), token: await copied('Bearer Token') }
}

async function openTab(name: string, heading: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

async function createDirectory(): Promise<void> {
  await openTab('User Sync', 'User Sync Settings')
  await page.getByRole('textbox', { name: 'Directory name' }).fill(directoryName)
  await page.getByRole('button', { name: 'Create Directory' }).click()
  await page.getByText('Ready').first().waitFor()
}

/** A client pushes a user and a group with that user in it. */
async function push(send: ReturnType<typeof sender>): Promise<string> {
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

async function deactivate(send: ReturnType<typeof sender>, id: string): Promise<void> {
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

/** Crowd's own page of the user in the target directory. */
async function openUserInCrowd(): Promise<void> {
  await page.goto(`${crowd.url}/console/secure/directory/browse.action`)
  await page.getByRole('link', { name: directoryName, exact: true }).click()
  await page.getByRole('link', { name: 'Users' }).last().click()
  await page.getByRole('link', { name: 'ada', exact: true }).click()
}

if (crowd.servletApi === 'jakarta' || crowd.long) {
  test('from the upload to a user who is switched off', () =>
    walking('walk', async () => {
      await logIn()
      await installAndConfigure()
      expect(await accessibilityProblems(page)).toEqual([])
      const { url, token } = await addConnection()
      await picture(page, 'scim-tab')
      expect(await accessibilityProblems(page)).toEqual([])
      await createDirectory()
      await picture(page, 'user-sync-tab')
      expect(await accessibilityProblems(page)).toEqual([])

      const send = sender(url, token)
      const id = await push(send)
      await openUserInCrowd()
      await page.getByText('analysts').first().waitFor()
      await deactivate(send, id)
      await page.reload()
      await page
        .getByText(/inactive/i)
        .first()
        .waitFor()
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
