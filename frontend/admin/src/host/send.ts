import type { Answer, Method, Page } from './host'

const TIME_LIMIT_MILLISECONDS = 60_000

/**
 * Sends requests to the admin API. The XSRF header goes with every change. A redirect is answered as 401: Crowd
 * leads to its login page when the session has ended.
 */
export function createSend(page: Page, fetch: typeof globalThis.fetch) {
  return async (method: Method, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(page.api + path, toInit(page, method, body))
    if (response.redirected || response.type === 'opaqueredirect') {
      return { status: 401, body: undefined }
    }
    return { status: response.status, body: await readBody(response) }
  }
}

function toInit(page: Page, method: Method, body: unknown): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIME_LIMIT_MILLISECONDS),
    headers: {
      Accept: 'application/json',
      ...(method === 'GET' ? {} : changeHeaders(page)),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

function changeHeaders(page: Page): Record<string, string> {
  return { 'Content-Type': 'application/json', 'X-Scim-For-Crowd-Xsrf': page.xsrf }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
