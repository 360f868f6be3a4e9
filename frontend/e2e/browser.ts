import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../tools/requirements.js'

const reports = resolve(__dirname, '../../reports')

/** What a page must not do, noted while it is used. */
export interface Watch {
  /** Requests to somewhere else than Crowd. */
  readonly foreign: readonly string[]
  /** Console errors, faults of the page, and what its Content-Security-Policy refused. */
  readonly errors: readonly string[]
}

/** Chromium of the system, else Playwright's own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(process.env.PATH ?? '', chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
}

export function watch(page: Page, origin: string): Watch {
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) foreign.push(url)
  })
  page.on('console', (message) => {
    const { url } = message.location()
    // The browser asks for it by itself, at an address that is not Crowd's.
    if (url === `${origin}/favicon.ico`) return
    const isRefusal = message.text().includes('Content Security Policy')
    if (message.type() === 'error' || isRefusal) errors.push(`${message.text()} ${url}`)
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { foreign, errors }
}

/** Weighs what a page loads from now on: gzipped bytes of its scripts and style sheets. */
export function weigh(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (!/\.(js|css)$/.test(new URL(response.url()).pathname)) return
    sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  return async () => (await Promise.all(sizes)).reduce((left, right) => left + right, 0)
}

/**
 * What axe finds, one line each. `region` is left out: menus and flags are drawn outside every landmark.
 */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['region'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  )
}

/** Keeps the page as `reports/<name>.png`, down to `height` where it is given. */
export async function picture(page: Page, name: string, height?: number): Promise<void> {
  mkdirSync(reports, { recursive: true })
  const width = page.viewportSize()?.width ?? 0
  const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width, height } }
  await page.screenshot({ path: join(reports, `${name}.png`), fullPage: true, ...clip })
}
