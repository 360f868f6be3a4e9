import { dialectOf } from '../../src/clients/dialects'
import { toRfcFilter } from '../../src/clients/filter-aliases'
import type { JsonObject } from '../../src/json'
import type { ScimRequest } from '../../src/protocol/scim-request'

const core = ['urn:ietf:params:scim:schemas:core:2.0:User']
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const patch = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
const post: ScimRequest = {
  method: 'POST',
  endpoint: 'Users',
  id: '',
  query: {},
  body: {},
  minimal: false,
}
const work = (value: string) => ({ value, type: 'work', primary: true })

const filters: readonly [string, string][] = [
  ['email eq "a@x.org"', 'emails.value eq "a@x.org"'],
  ["EMAIL eq 'a@x.org'", "emails.value eq 'a@x.org'"],
  [
    'mail eq a and (email eq b or not (mail pr))',
    'emails.value eq a and (emails.value eq b or not (emails.value pr))',
  ],
  ['userName eq "email"', 'userName eq "email"'],
  ['userName eq email', 'userName eq email'],
  ['emails[type eq "work"].value eq "email"', 'emails[type eq "work"].value eq "email"'],
  ['  userName  eq  "x" ', '  userName  eq  "x" '],
]

test.each(filters)('the filter %s becomes %s', (sent, rfc) => {
  expect(toRfcFilter(sent)).toBe(rfc)
})

const creates: readonly [string, JsonObject, JsonObject][] = [
  ['an RFC body stays', { schemas: core, userName: 'ada' }, { schemas: core, userName: 'ada' }],
  ['missing schemas are put in', { userName: 'ada' }, { schemas: core, userName: 'ada' }],
  [
    'a top-level email becomes emails',
    { userName: 'ada', email: 'a@x.org' },
    { schemas: core, userName: 'ada', emails: [work('a@x.org')] },
  ],
  [
    'so does mail, in any case',
    { userName: 'ada', Mail: ' a@x.org ' },
    { schemas: core, userName: 'ada', emails: [work('a@x.org')] },
  ],
  [
    'emails win',
    { userName: 'ada', email: 'b', emails: [] },
    { schemas: core, userName: 'ada', email: 'b', emails: [] },
  ],
  [
    'an empty userName becomes the work e-mail',
    {
      userName: ' ',
      emails: [
        { value: 'p', primary: true },
        { value: 'w', type: 'work' },
      ],
    },
    {
      schemas: core,
      userName: 'w',
      emails: [
        { value: 'p', primary: true },
        { value: 'w', type: 'work' },
      ],
    },
  ],
  [
    'a missing one the first',
    { emails: ['a@x.org'] },
    { schemas: core, userName: 'a@x.org', emails: ['a@x.org'] },
  ],
  [
    'a null one the top-level',
    { USERNAME: null, mail: 'a@x.org' },
    { schemas: core, userName: 'a@x.org', emails: [work('a@x.org')] },
  ],
  [
    'names of SCIM 1 and misspelt ones become the RFC’s',
    {
      schemas: core,
      userName: 'ada',
      prefferedLanguage: 'en',
      'URN:scim:schemas:extension:enterprise:1.0': {
        department: 'd',
        manager: { managerId: '1', displayName: 'One' },
      },
    },
    {
      schemas: core,
      userName: 'ada',
      preferredLanguage: 'en',
      [enterprise]: { department: 'd', manager: { value: '1', displayName: 'One' } },
    },
  ],
  [
    'where both stand, both stay',
    { schemas: core, userName: 'ada', prefferedLanguage: 'en', preferredLanguage: 'de' },
    { schemas: core, userName: 'ada', prefferedLanguage: 'en', preferredLanguage: 'de' },
  ],
  ['without an e-mail it stays empty', { userName: '' }, { schemas: core, userName: '' }],
]

test.each(creates)('POST /Users: %s', (_name, body, rewritten) => {
  expect(dialectOf('okta').rewrite({ ...post, body }).body).toEqual(rewritten)
})

const patches: readonly [string, JsonObject, JsonObject][] = [
  [
    'operations stay',
    { schemas: patch, Operations: [{ op: 'replace', path: 'active', value: false }] },
    { schemas: patch, Operations: [{ op: 'replace', path: 'active', value: false }] },
  ],
  [
    'a body of attributes replaces each',
    { schemas: core, active: false },
    { schemas: patch, Operations: [{ op: 'replace', value: { active: false } }] },
  ],
  [
    'a PatchOp without operations stays, to be refused',
    { schemas: patch, active: false },
    { schemas: patch, active: false },
  ],
  ['so does a body without anything', { schemas: core }, { schemas: core }],
  [
    'path email is the work e-mail',
    { Operations: [{ op: 'replace', path: 'Email', value: 'a@x.org' }] },
    {
      schemas: patch,
      Operations: [{ op: 'replace', value: 'a@x.org', path: 'emails[type eq "work"].value' }],
    },
  ],
]

test.each(patches)('PATCH: %s', (_name, body, rewritten) => {
  const request: ScimRequest = { ...post, method: 'PATCH', id: '1', body }
  expect(dialectOf('okta').rewrite(request).body).toEqual(rewritten)
})

test('a name that is dangerous as a key stays a plain own property', () => {
  const body = JSON.parse('{"__proto__":{"x":1},"userName":"","mail":"a@x.org"}') as JsonObject
  const rewritten = dialectOf('miniorange').rewrite({ ...post, body }).body
  expect(Object.keys(rewritten)).toContain('__proto__')
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('Custom refuses a body without schemas', () => {
  const refused = () => dialectOf('custom').rewrite({ ...post, body: { userName: 'ada' } })
  expect(refused).toThrow('schemas: is missing (RFC 7644 section 3.1)')
})

test('policies are named', () => {
  const union = { lenientIds: true, refusalStatus: 403, schemasOptional: true }
  expect(dialectOf('okta').policies).toEqual(union)
  expect(dialectOf('miniorange').policies).toEqual(union)
  expect(dialectOf('onelogin').policies).toEqual(union)
  expect(dialectOf('entra').policies).toEqual({ ...union, refusalStatus: 400 })
  const strict = { ...union, lenientIds: false, schemasOptional: false }
  expect(dialectOf('custom').policies).toEqual(strict)
})
