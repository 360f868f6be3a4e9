import { askBeforeUnload } from '../src/host/ask-before-unload'
import { createColorMode } from '../src/host/color-mode'
import { copyText } from '../src/host/copy-text'
import type { Page } from '../src/host/host'
import { readPage } from '../src/host/page'
import { createSend } from '../src/host/send'

const page: Page = {
  api: '/crowd/api',
  xsrf: 'x-1',
  user: 'admin',
  context: '/crowd',
  address: '/',
}

test('reads what the servlet wrote on the root element', () => {
  const root = document.createElement('div')
  Object.assign(root.dataset, {
    api: '/crowd/plugins/servlet/scim-for-crowd/api/',
    xsrf: 'x-1',
    user: 'admin',
    context: '/crowd',
  })
  expect(readPage(root, '/here')).toEqual({
    api: '/crowd/plugins/servlet/scim-for-crowd/api',
    xsrf: 'x-1',
    user: 'admin',
    context: '/crowd',
    address: '/here',
  })
  expect(readPage(document.createElement('div'), '/here')).toEqual({
    api: '',
    xsrf: '',
    user: '',
    context: '',
    address: '/here',
  })
})

describe('send', () => {
  interface Sent {
    readonly url: string
    readonly init: RequestInit
  }
  const responses = {
    json: { status: 200, text: '{"a":1}', type: 'basic', redirected: false },
    html: { status: 502, text: '<html>', type: 'basic', redirected: false },
    login: { status: 0, text: '', type: 'opaqueredirect', redirected: false },
    followed: { status: 200, text: '<html>login', type: 'basic', redirected: true },
  }
  function fakeFetch(name: keyof typeof responses, sent: Sent[]): typeof globalThis.fetch {
    const { text, ...response } = responses[name]
    return async (url, init = {}) => {
      sent.push({ url: String(url), init })
      return { ...response, text: async () => text } as Response
    }
  }

  const cases = [
    { response: 'json', answer: { status: 200, body: { a: 1 } } },
    { response: 'html', answer: { status: 502, body: undefined } },
    { response: 'login', answer: { status: 401, body: undefined } },
    { response: 'followed', answer: { status: 401, body: undefined } },
  ] as const
  test.each(cases)('takes $response as $answer', async ({ response, answer }) => {
    expect(await createSend(page, fakeFetch(response, []))('GET', '/overview')).toEqual(answer)
  })

  test('sends the XSRF header with changes only', async () => {
    const sent: Sent[] = []
    const send = createSend(page, fakeFetch('json', sent))
    await send('GET', '/overview')
    await send('PUT', '/connections/c/scim', { appName: 'A' })
    expect(sent.map(({ url, init }) => [url, init.method, init.headers, init.body])).toEqual([
      ['/crowd/api/overview', 'GET', { Accept: 'application/json' }, undefined],
      [
        '/crowd/api/connections/c/scim',
        'PUT',
        {
          Accept: 'application/json',
          'Content-Type': 'application/json',
          'X-Scim-For-Crowd-Xsrf': 'x-1',
        },
        '{"appName":"A"}',
      ],
    ])
  })
})

describe('copying', () => {
  test('without navigator.clipboard it selects the text and asks the browser', async () => {
    const copied: string[] = []
    const button = document.body.appendChild(document.createElement('button'))
    button.focus()
    Object.assign(document, {
      execCommand: () => {
        copied.push(String((document.activeElement as HTMLTextAreaElement).value))
        return true
      },
    })
    expect(await copyText('secret', window)).toBe(true)
    expect(copied).toEqual(['secret'])
    expect(document.querySelector('textarea')).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  test('says so when neither way works', async () => {
    Object.assign(document, {
      execCommand: () => {
        throw new Error('refused')
      },
    })
    expect(await copyText('secret', window)).toBe(false)
  })
})

describe('the colour mode', () => {
  const html = document.documentElement
  function fakeSystem(): { readonly window: Window; readonly turn: (isDark: boolean) => void } {
    let changed = (): void => undefined
    const list = {
      matches: false,
      addEventListener: (_name: string, listener: () => void) => void (changed = listener),
    }
    const fake = { document, localStorage: window.localStorage, matchMedia: () => list }
    const turn = (isDark: boolean) => {
      list.matches = isDark
      changed()
    }
    return { window: fake as unknown as Window, turn }
  }
  beforeEach(() => window.localStorage.clear())

  test('follows the system until one is chosen, and keeps the choice', () => {
    const system = fakeSystem()
    const mode = createColorMode(system.window)
    const seen: string[] = []
    const end = mode.subscribe(() => seen.push(html.getAttribute('data-color-mode') ?? ''))
    system.turn(true)
    mode.choose('light')
    system.turn(false)
    system.turn(true)
    end()
    system.turn(true)
    expect(seen).toEqual(['dark', 'light', 'light', 'light'])
    expect(createColorMode(system.window).current()).toBe('light')
  })

  test('goes back to following when the system’s own is chosen', () => {
    const system = fakeSystem()
    const mode = createColorMode(system.window)
    mode.choose('dark')
    mode.choose('light')
    system.turn(true)
    expect(mode.current()).toBe('dark')
    expect(html).toHaveAttribute('data-theme', expect.stringContaining('dark:dark light:light'))
  })

  test('works where the browser keeps nothing', () => {
    const system = fakeSystem()
    const bare = { document, matchMedia: system.window.matchMedia } as unknown as Window
    const mode = createColorMode(bare)
    mode.choose('dark')
    expect(mode.current()).toBe('dark')
  })
})

test('the browser is asked to ask only while something is unsaved', () => {
  let isDirty = false
  const end = askBeforeUnload(window, () => isDirty)
  const wouldAsk = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(wouldAsk()).toBe(false)
  isDirty = true
  expect(wouldAsk()).toBe(true)
  end()
  expect(wouldAsk()).toBe(false)
})
