'use strict'

const { Refusal } = require('./run.js')

/**
 * An administrator's browser without the browser: cookies, forms, and the app's own admin API.
 *
 * @typedef {object} Session
 * @property {(method: string, url: string, body?: string | URLSearchParams | FormData, headers?: Record<string, string>) => Promise<Response>} send
 *   url: absolute, or what follows the Crowd's address; redirects are followed within Crowd
 * @property {string} crowdUrl without a slash at the end
 */

/** @param {string} crowdUrl e.g. `http://127.0.0.1:8095/crowd` @returns {Session} */
function openSession(crowdUrl) {
  /** @type {Map<string, string>} */
  const cookies = new Map()

  /** @param {Response} answer */
  const keepCookies = (answer) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1))
    }
  }

  /** @type {Session['send']} */
  const send = async (method, url, body, headers = {}) => {
    const address = new URL(url.startsWith('/') ? crowdUrl + url : url)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: cookie ? { ...headers, cookie } : headers,
      ...(body === undefined ? {} : { body }),
    })
    keepCookies(answer)
    const next = answer.headers.get('location')
    return next ? send('GET', new URL(next, address).href) : answer
  }
  return { send, crowdUrl }
}

/** @param {string} html @param {string} name @returns {string | undefined} value of the first attribute of that name */
function attributeOf(html, name) {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(html)
  return match?.[1] === undefined ? undefined : unescapeHtml(match[1])
}

/** @param {string} text */
function unescapeHtml(text) {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/**
 * @param {string} html
 * @param {RegExp} mark something that stands in the form that is meant
 * @returns {{ action: string, hidden: Record<string, string> }}
 */
function formOf(html, mark) {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => mark.test(text))
  if (!form) throw new Refusal(`no form with ${mark} on the page`)
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([text]) => text)
  const hidden = inputs
    .filter((input) => attributeOf(input, 'type') === 'hidden')
    .map((input) => [attributeOf(input, 'name') ?? '', attributeOf(input, 'value') ?? ''])
  return { action: attributeOf(form, 'action') ?? '', hidden: Object.fromEntries(hidden) }
}

/**
 * @param {Session} session
 * @param {string} user
 * @param {string} password
 * @throws {Refusal} when Crowd does not let us in
 */
async function logIn(session, user, password) {
  const page = await session.send('GET', '/console/login.action')
  const { action, hidden } = formOf(await page.text(), /j_password/)
  const fields = new URLSearchParams({ ...hidden, j_username: user, j_password: password })
  const answer = await session.send('POST', new URL(action, page.url).href, fields)
  if (!answer.ok || /name="j_password"/.test(await answer.text())) {
    throw new Refusal(`${session.crowdUrl} does not let ${user} in`)
  }
}

/**
 * Installs the app as an administrator does: Manage Apps, Upload app.
 *
 * @param {Session} session of an administrator
 * @param {string} name of the file
 * @param {Uint8Array} jar
 */
async function uploadApp(session, name, jar) {
  const page = await session.send('GET', '/plugins/servlet/upm')
  const { action, hidden } = formOf(await page.text(), /name="plugin"/)
  const form = new FormData()
  for (const [field, value] of Object.entries(hidden)) form.set(field, value)
  form.set('plugin', new Blob([jar]), name)
  const answer = await session.send('POST', new URL(action, page.url).href, form)
  const text = await answer.text()
  if (!answer.ok)
    throw new Refusal(`Manage Apps did not take ${name}: ${answer.status} ${text.slice(0, 500)}`)
}

/**
 * The app's own admin API, reached as the page reaches it.
 *
 * @typedef {(method: string, path: string, body?: unknown) => Promise<any>} AdminApi the answer's JSON; throws on a refusal
 *
 * @param {Session} session of an administrator
 * @returns {Promise<AdminApi>}
 */
async function openAdminApi(session) {
  const page = await session.send('GET', '/plugins/servlet/scim-for-crowd/')
  const html = await page.text()
  const api = attributeOf(html, 'data-api')
  const xsrf = attributeOf(html, 'data-xsrf')
  if (!api || !xsrf)
    throw new Refusal(`the app's page is not there: ${page.status} ${html.slice(0, 300)}`)
  const base = new URL(api, page.url).href
  return async (method, path, body) => {
    const headers = { 'Content-Type': 'application/json', 'X-Scim-For-Crowd-Xsrf': xsrf }
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await session.send(method, base + path, text, headers)
    const json = await answer.text()
    if (!answer.ok) throw new Refusal(`${method} ${path}: ${answer.status} ${json.slice(0, 500)}`)
    return json === '' ? undefined : JSON.parse(json)
  }
}

module.exports = { openSession, logIn, uploadApp, openAdminApi, formOf, attributeOf }
