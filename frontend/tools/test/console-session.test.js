'use strict'

const http = require('node:http')
const { attributeOf, formOf, openSession } = require('../console-session.js')

test.each([
  ['<div id="x" data-api="/crowd/api" data-xsrf="a&amp;b">', 'data-xsrf', 'a&b'],
  ['<input value="&#39;&lt;&quot;">', 'value', '\'<"'],
  ['<input name="a">', 'value', undefined],
])('%s: %s', (html, name, value) => {
  expect(attributeOf(html, name)).toBe(value)
})

test('finds the form that is meant, with its hidden fields', () => {
  const html = `
    <form action="/search"><input type="hidden" name="no" value="1"></form>
    <form method="post" action="login.action"><input type="hidden" name="atl_token" value="t1">
      <input name="j_password" type="password"></form>`
  expect(formOf(html, /j_password/)).toEqual({
    action: 'login.action',
    hidden: { atl_token: 't1' },
  })
  expect(() => formOf(html, /upload/)).toThrow('no form with /upload/')
})

test('keeps cookies and follows redirects with GET', async () => {
  /** @type {string[]} */
  const seen = []
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.cookie ?? '-'}`)
    const headers = { 'set-cookie': 'JSESSIONID=s1; Path=/; HttpOnly' }
    if (request.method === 'POST') response.writeHead(302, { ...headers, location: '/crowd/home' })
    response.end('home')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const session = openSession(`http://127.0.0.1:${port}/crowd`)
  const answer = await session.send('POST', '/login', 'x=1')
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect([await answer.text(), ...seen]).toEqual([
    'home',
    'POST /crowd/login -',
    'GET /crowd/home JSESSIONID=s1',
  ])
})
