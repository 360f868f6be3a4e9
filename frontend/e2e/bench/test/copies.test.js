const { copiedAttributes, copiedId, renaming } = require('../copies.js')

const kind = { table: 'cwd_user', name: 'user_name', owner: 'user_id' }
const models = [
  { kind, row: { user_name: 'ada', external_id: 'S-1' }, attributes: [] },
  { kind, row: { user_name: 'ada', external_id: 'T-1' }, attributes: [] },
]

test('a copy has its own name and ids wherever those of its model stood', () => {
  const renamed = renaming(models, 'grace')
  expect(['ada@example.org', '3:T-1', 'c:made:S-1', 'Analyst'].map(renamed)).toEqual([
    'grace@example.org',
    `3:${copiedId('T-1', 'grace')}`,
    `c:made:${copiedId('S-1', 'grace')}`,
    'Analyst',
  ])
})

test('an id is the same each time, and looks like one', () => {
  expect(copiedId('S-1', 'grace')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(copiedId('S-1', 'grace')).toBe(copiedId('S-1', 'grace'))
  expect(copiedId('S-1', 'grace')).not.toBe(copiedId('S-1', 'alan'))
})

test('a document is copied with its length and hash, and cut anew', () => {
  const json = (/** @type {string} */ name) => `{"nick":"${name}","about":"${'-'.repeat(225)}"}`
  const text = `${json('ada').length}:0123456789abcdef:${json('ada')}`
  const chunks = [0, 1].map((at) => ({
    name: `scim.doc.${at}`,
    value: `7${text.slice(at * 253, (at + 1) * 253)}.`,
  }))
  const attributes = [{ name: 'scim.email', value: 'ada' }, ...chunks.reverse()]
  const copied = copiedAttributes(attributes, renaming(models, 'grace'))
  expect(copied.map(({ name }) => name)).toEqual(['scim.email', 'scim.doc.0', 'scim.doc.1'])
  const joined = copied
    .slice(1)
    .map(({ value }) => value.slice(1, -1))
    .join('')
  expect(joined).toMatch(/^\d+:[0-9a-f]{16}:\{"nick":"grace"/)
  expect(joined.endsWith(json('grace'))).toBe(true)
})
