'use strict'

const { endDifference, findDifference, replay } = require('../replay.js')

const differences = /** @type {const} */ ([
  ['equal texts', 'a', 'a', undefined],
  ['other texts', 'a', 'b', 'x is "b" instead of "a"'],
  ['any text', 'a{{*}}c', 'abbc', undefined],
  ['any text with its end missing', 'a{{*}}c', 'abb', 'x is "abb" instead of "a{{*}}c"'],
  ['any text that would overlap', 'ab{{*}}ba', 'aba', 'x is "aba" instead of "ab{{*}}ba"'],
  ['two gaps', '{{*}}b{{*}}', 'abc', undefined],
  ['a number that is a text', 1, '1', 'x is "1" instead of 1'],
  ['an object with more', { a: 1 }, { a: 1, b: 2 }, undefined],
  ['an object with less', { a: 1 }, {}, 'x.a is undefined instead of 1'],
  ['an inherited value', { toString: 'x' }, {}, 'x.toString is undefined instead of "x"'],
  ['a longer list', [1], [1, 2], 'x has 2 entries instead of 1: [1,2]'],
  ['no list', [1], { 0: 1 }, 'x is no list: {"0":1}'],
  ['a list inside', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, 'x.a[0].b is 2 instead of 1'],
  ['nothing, as wanted', { a: '{{absent}}' }, {}, undefined],
  ['something instead of nothing', { a: '{{absent}}' }, { a: 0 }, 'x.a is there: 0'],
])

test.each(differences)('compares %s', (_name, expected, actual, difference) => {
  expect(findDifference(expected, actual, 'x')).toBe(difference)
})

/** @param {Partial<import('../replay.js').Step>} step */
const recording = (step) => ({
  client: 'x',
  title: 'Two steps',
  evidence: 'none',
  steps: [
    {
      name: 'create',
      request: { method: 'POST', path: '/Users', body: { userName: '{{repeat:ab:2}}' } },
      answer: { status: 201, body: { id: '{{*}}' } },
      save: { userId: 'id' },
    },
    {
      name: 'read',
      request: { method: 'GET', path: '/Users/{{userId}}' },
      answer: { status: 200 },
      ...step,
    },
  ],
})

const answers = [
  { status: 201, headers: {}, body: '{"id":"42"}' },
  { status: 204, headers: { ETag: 'x' }, body: '' },
]

/** @param {Partial<import('../replay.js').Step>} step */
async function play(step) {
  /** @type {unknown[]} */
  const sent = []
  const result = replay(recording(step), async (request) => {
    sent.push(request)
    return /** @type {import('../replay.js').Answer} */ (answers[sent.length - 1])
  })
  return { result: await result.catch((error) => error.message), sent }
}

test('plays steps in order, with what was saved before', async () => {
  expect(await play({ answer: { status: [200, 204], headers: { etag: 'x' } } })).toEqual({
    result: { userId: '42' },
    sent: [
      { method: 'POST', path: '/Users', body: { userName: 'abab' } },
      { method: 'GET', path: '/Users/42' },
    ],
  })
})

const failures = /** @type {const} */ ([
  [
    'another status',
    { answer: { status: 200 } },
    'Two steps, step "read": status 204 instead of 200: undefined',
  ],
  [
    'another header',
    { answer: { status: 204, headers: { etag: 'y' } } },
    'Two steps, step "read": header.etag is "x" instead of "y"',
  ],
  [
    'no body',
    { answer: { status: 204, body: {} } },
    'Two steps, step "read": body is no object: undefined',
  ],
  [
    'an unknown variable',
    { request: { method: 'GET', path: '/{{who}}' } },
    'no variable who in this recording',
  ],
])

test.each(failures)('stops at %s', async (_name, step, message) => {
  expect((await play(/** @type {Partial<import('../replay.js').Step>} */ (step))).result).toBe(
    message,
  )
})

test('compares what lies in the directories at the end', () => {
  const end = { source: { users: [{ name: '{{userName}}' }] }, target: { users: [] } }
  const found = {
    source: { users: [{ name: 'ada', active: true }] },
    target: { users: [{ name: 'ada' }] },
  }
  expect(endDifference({ ...recording({}), end }, found, { userName: 'ada' })).toBe(
    'end.target.users has 1 entries instead of 0: [{"name":"ada"}]',
  )
})
