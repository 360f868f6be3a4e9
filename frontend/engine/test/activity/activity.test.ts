import { recordNotes } from '../../src/activity/activity-notes'
import { summaryLine } from '../../src/activity/append-activity'
import { cutToBytes, mostBytes } from '../../src/activity/bytes'
import { redactBody, redactQuery, redactSentence } from '../../src/activity/redact'
import { bearer, openDoor } from '../doors/admin-client'

const bodies: readonly [string, string, string][] = [
  ['a password', '{"userName":"ada","password":"s3cret"}', '{"userName":"ada","password":"•••"}'],
  ['a name around it', '{"a":[{"newPassword":{"x":1}}]}', '{"a":[{"newPassword":"•••"}]}'],
  [
    'tokens, secrets, credentials',
    '{"apiToken":1,"clientSecret":2,"Credentials":3}',
    '{"apiToken":"•••","clientSecret":"•••","Credentials":"•••"}',
  ],
  [
    'an operation on it',
    '{"Operations":[{"op":"replace","path":"password","value":"x"}]}',
    '{"Operations":[{"op":"replace","path":"password","value":"•••"}]}',
  ],
  ['a search for it', '{"filter":"password eq \\"x\\"","count":1}', '{"filter":"•••","count":1}'],
  [
    'an operation on it with a URN',
    '{"op":"add","path":"urn:x:User:Password","value":"x"}',
    '{"op":"add","path":"urn:x:User:Password","value":"•••"}',
  ],
  [
    'an operation in other letter case',
    '{"Operations":[{"Op":"Replace","Path":"PassWord","Value":"x","display":"x"}]}',
    '{"Operations":[{"Op":"Replace","Path":"PassWord","Value":"•••","display":"•••"}]}',
  ],
  [
    'an operation whose path is no text',
    '{"op":"add","path":["password"],"value":"x"}',
    '{"op":"add","path":["password"],"value":"•••"}',
  ],
  [
    'an operation whose path is an object',
    '{"op":"add","path":{"a":{"password":"x"}},"value":"x"}',
    '{"op":"add","path":{"a":{"password":"•••"}},"value":"•••"}',
  ],
  [
    'a value path on it',
    '{"op":"replace","path":"emails[password eq \\"x\\"].value","value":"x"}',
    '{"op":"replace","path":"emails•••","value":"•••"}',
  ],
  [
    'a dotted path to it',
    '{"op":"replace","path":"vault.password.text","value":"x"}',
    '{"op":"replace","path":"vault.password.text","value":"•••"}',
  ],
  [
    'an op that is none',
    '{"op":"x","path":"password","value":"x"}',
    '{"op":"•••","path":"password","value":"•••"}',
  ],
  [
    'what an error quotes',
    '{"detail":"expected a value: password eq \\"x"}',
    '{"detail":"expected a value: password eq \\"•••\\""}',
  ],
  [
    'a name that only sounds so',
    '{"name":{"formatted":"Token"}}',
    '{"name":{"formatted":"Token"}}',
  ],
  [
    'an inherited-looking key',
    '{"__proto__":{"password":"x"},"b":1}',
    '{"__proto__":{"password":"•••"},"b":1}',
  ],
  ['broken JSON with a secret word', '{"password":"x', '(not shown, since it may hold a secret)'],
  ['broken JSON without one', '{"userName":', '{"userName":'],
  ['an escaped name', '{"pass\\u0077ord":"x"}', '{"password":"•••"}'],
  ['too deep a body', '{"password":' + '['.repeat(5000), '(not shown, since it may hold a secret)'],
  ['nothing', '', ''],
]

test.each(bodies)('hides %s in a body', (_name, body, shown) => {
  expect(redactBody(body)).toBe(shown)
})

const queries: readonly [string, string][] = [
  ['count=1&startIndex=2', 'count=1&startIndex=2'],
  ['filter=password%20eq%20%22x%22&count=1', 'filter=•••&count=1'],
  ['access_token=abc', 'access_token=•••'],
  ['filter=%zz', 'filter=%zz'],
]

test.each(queries)('the query %s is shown as %s', (query, shown) => {
  expect(redactQuery(query)).toBe(shown)
})

test('a sentence that speaks of a secret does not quote', () => {
  expect(redactSentence('password is "a\\"b", not "c')).toBe('password is "•••", not "•••"')
  expect(redactSentence('userName is "ada"')).toBe('userName is "ada"')
})

test('a token is kept nowhere, whatever carries it', () => {
  const { admin, connect, scim } = openDoor({ now: 5000 })
  const { connection, token } = connect()
  const headers = { ...bearer(token).headers, 'user-agent': token }
  const body = JSON.stringify({ userName: token, x: token })
  scim('POST', `/${connection.id}/v2/Users`, { headers, body, query: 'x=' + token })
  scim('GET', `/${connection.id}/v2/Users/${token}`, { headers })
  scim('GET', `/${token}/v2/Users`)
  const { entries } = admin('GET', '/activity').body as { entries: { ref: string }[] }
  const details = entries
    .filter(({ ref }) => ref !== '')
    .map(({ ref }) => admin('GET', `/activity/${ref}`).body)
  expect(JSON.stringify([entries, details])).not.toContain(token)
})

const texts = ['', 'ada', 'é', '–', '😀', '\n"\\', '😀'.repeat(300), '"'.repeat(500)]

test.each(texts)('%j is counted and cut as UTF-8', (text) => {
  expect(mostBytes(text)).toBeGreaterThanOrEqual(Buffer.byteLength(text, 'utf8'))
  const cut = cutToBytes(text, 100)
  expect(Buffer.byteLength(JSON.stringify(cut), 'utf8') - 2).toBeLessThanOrEqual(100)
  expect(Buffer.from(cut, 'utf8').toString('utf8')).toBe(cut)
})

const digits = '0123456789abcdefABCDEF'

const cuts: readonly [string, string][] = [
  ['x'.repeat(70) + digits.repeat(3), 'x'.repeat(70) + '…'],
  ['x'.repeat(70) + '%61'.repeat(64), 'x'.repeat(70) + '…'],
  [digits.repeat(5), '…'],
  ['x'.repeat(101), 'x'.repeat(97) + '…'],
]

test.each(cuts)('of %s no half token is kept', (text, cut) => {
  expect(cutToBytes(text, 100)).toBe(cut)
})

const entry = {
  at: 1764000000000,
  connection: 'abcdefghijkl',
  by: '',
  method: 'PATCH',
  resource: '/Users/0c8e6f39-3c4e-4a2e-9a51-3cf9d7d3f1aa',
  name: 'ada',
  status: 200,
  changed: '',
  problem: '',
  milliseconds: 12,
  correlationId: '0c8e6f39-3c4e-4a2e-9a51-3cf9d7d3f1aa',
}

const lines: readonly [string, object][] = [
  ['a short entry', {}],
  ['a long resource', { resource: '/' + 'x'.repeat(5000) }],
  ['a long problem of wide characters', { problem: '–'.repeat(5000) }],
  [
    'everything long',
    {
      by: 'b'.repeat(255),
      name: '"'.repeat(255),
      changed: 'é'.repeat(999),
      problem: '😀'.repeat(999),
      method: 'X'.repeat(99),
    },
  ],
]

test.each(lines)('the summary of %s has at most 400 bytes', (_name, change) => {
  const line = summaryLine({ ...entry, ...change })
  expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(400)
  expect(JSON.parse(line)).toMatchObject({ at: entry.at, status: 200, connection: 'abcdefghijkl' })
})

test('only the longest texts of a summary are cut', () => {
  const line = summaryLine({ ...entry, problem: 'x'.repeat(999) })
  expect(JSON.parse(line)).toMatchObject({
    ...entry,
    problem: expect.stringMatching(/^x+…$/) as string,
  })
})

test('notes are kept in order, each once, at most fifty', () => {
  const { notes, recorded } = recordNotes()
  notes.name('ada')
  notes.changed('created ada')
  notes.noted('unknown member 42 left out')
  notes.noted('unknown member 42 left out')
  expect(recorded()).toEqual({ name: 'ada', changed: 'created ada; unknown member 42 left out' })
  for (let count = 0; count < 100; count++) notes.changed('x' + count)
  expect(recorded().changed.split('; ').slice(-2)).toEqual(['x47', 'and more'])
})

test('an exchange is kept with its outcome, without its token and password', () => {
  const { admin, connect, scim } = openDoor({ now: 5000 })
  const { connection, token } = connect()
  const body = JSON.stringify({ userName: 'ada', password: 's3cret' })
  const headers = { ...bearer(token).headers, 'user-agent': 'miniOrange', cookie: 'x' }
  scim('POST', `/${connection.id}/v2/Users`, { headers, body, id: 'exchange-7' })
  const { entries } = admin('GET', `/activity?connection=${connection.id}&count=1`).body as {
    entries: readonly { readonly ref: string }[]
  }
  expect(entries).toEqual([
    {
      ref: expect.any(String) as string,
      at: 5000,
      deed: '',
      connection: connection.id,
      by: '',
      method: 'POST',
      resource: '/Users',
      name: 'ada',
      status: 201,
      changed: expect.any(String) as string,
      problem: '',
      milliseconds: 0,
      correlationId: 'exchange-7',
    },
  ])
  const detail = admin('GET', `/activity/${entries[0]?.ref ?? ''}`).body as {
    request: string
    answer: string
  }
  expect(detail.request).toBe(
    [
      `POST /${connection.id}/v2/Users`,
      'from 192.0.2.1',
      'user-agent: miniOrange',
      '',
      '{"userName":"ada","password":"•••"}',
    ].join('\n'),
  )
  expect(detail.answer).toMatch(/^201\n\n\{"schemas":/)
  expect(JSON.stringify(detail)).not.toContain(token)
})

test('of a sender without a valid token one short line is kept', () => {
  const { admin, connect, scim } = openDoor({ now: 5000 })
  const { id } = connect().connection
  scim('POST', `/${id}/v2/Users/${'x'.repeat(999)}`, { body: '{"userName":"ada"}' })
  const { entries } = admin('GET', '/activity?count=1').body as {
    entries: { ref: string; resource: string }[]
  }
  expect(entries[0]?.resource).toMatch(/^\/Users\/x{50,200}…$/)
  expect(entries[0]?.ref).toBe('')
})

test('a refused exchange is kept with its reason', () => {
  const { admin, connect, scim } = openDoor({ now: 5000 })
  const { id } = connect().connection
  scim('GET', `/${id}/v2/Users`)
  expect(admin('GET', `/activity?connection=${id}&count=1`).body).toMatchObject({
    entries: [
      { status: 401, problem: expect.stringMatching(/^No Authorization header/) as string },
    ],
  })
})

test('an administrator’s change is kept with his name, and no token in its answer', () => {
  const { admin, connect } = openDoor({ now: 5000 })
  const { token } = connect()
  const { entries } = admin('GET', '/activity').body as {
    entries: readonly { readonly ref: string }[]
  }
  expect(entries).toMatchObject([{ by: 'admin', changed: 'made the connection Acme', status: 201 }])
  const { body } = admin('GET', `/activity/${entries[0]?.ref ?? ''}`)
  expect(JSON.stringify(body)).not.toContain(token)
})

test('a change of settings is kept field by field', () => {
  const { admin, connect } = openDoor({ now: 5000 })
  const { connection } = connect()
  const { id, scim } = connection
  admin('PUT', `/connections/${id}/scim`, { ...scim, appName: 'Acme Corp', mode: 'paused' })
  admin('PUT', `/connections/${id}/scim`, { ...scim, mode: 'fast' })
  expect(admin('GET', `/activity?connection=${id}&count=2`).body).toMatchObject({
    entries: [
      {
        by: 'admin',
        status: 400,
        changed: '',
        problem: 'Mode: must be one of Live, Paused',
        deed: 'Tried to save SCIM settings of Acme Corp',
      },
      {
        by: 'admin',
        status: 200,
        changed: 'App Name: Acme → Acme Corp; Mode: Live → Paused',
        deed: 'Saved SCIM settings of Acme Corp',
      },
    ],
  })
})

test('a large body is cut', () => {
  const { admin, connect, scim } = openDoor({ now: 5000 })
  const { connection, token } = connect()
  const body = JSON.stringify({ userName: 'ada', x: '"'.repeat(900000) })
  scim('POST', `/${connection.id}/v2/Users`, { ...bearer(token), body })
  const { entries } = admin('GET', '/activity?count=1').body as { entries: { ref: string }[] }
  const { body: detail } = admin('GET', `/activity/${entries[0]?.ref ?? ''}`)
  expect(Buffer.byteLength(JSON.stringify(detail))).toBeLessThan(128 * 1024)
})
