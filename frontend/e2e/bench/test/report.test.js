const { floorGoal, verdicts } = require('../goals.js')
const { measure, figuresOf } = require('../measure.js')
const { documentOf, line, verdictLines } = require('../report.js')
const { grownIn } = require('../soak.js')

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
/** @type {readonly [string, readonly number[], object][]} */
const measured = [
  ['a hundred', hundred, { requests: 100, perSecond: 50, p50: 50, p99: 99 }],
  ['one', [7], { requests: 1, perSecond: 0.5, p50: 7, p99: 7 }],
  ['none', [], { requests: 0, perSecond: 0, p50: NaN, p99: NaN }],
]

test.each(measured)('the figures of %s in two seconds', (_, times, figures) => {
  expect(figuresOf(times, 2)).toEqual(figures)
})

test.each([
  [1, 5],
  [3, 5],
  [16, 2],
])('%i clients send %i requests, each once, after what goes before it', async (clients, turns) => {
  /** @type {string[]} */
  const sent = []
  const send = (/** @type {number} */ one) => Promise.resolve(void sent.push(`sent ${one}`))
  const before = (/** @type {number} */ one) => Promise.resolve(void sent.push(`before ${one}`))
  const { requests } = await measure({ clients, turns, seconds: 60 }, send, before)
  expect(requests).toBe(turns)
  const expected = Array.from({ length: turns }, (_, one) => [`before ${one}`, `sent ${one}`])
  expect([...sent].sort()).toEqual(expected.flat().sort())
})

/** @param {string} name @param {number} users @param {number} clients @param {number} p50 */
const row = (name, users, clients, p50) => ({
  name,
  users,
  clients,
  app: { requests: 10, perSecond: 12.4, p50, p99: 9.123 },
  floor: { requests: 10, perSecond: 20, p50: 2, p99: 3 },
  cpu: 3,
  floorCpu: 1,
  cost: { calls: 5, rows: 100.2 },
  heap: 41.4,
})

test('one client’s line says what a request costs and whether the goal is met', () => {
  const rows = [1, 16].map((clients) => row('read a user', 10, clients, 4))
  expect(rows.map((one) => line(one).split(/ {2,}/))).toEqual([
    [
      'read a user',
      '1',
      '12',
      '4.00',
      '9.12',
      '5.0',
      '100.2',
      '41',
      '3.00',
      '2.00',
      '×2.00',
      '×1.5 missed',
    ],
    ['read a user', '16', '12', '4.00', '9.12', '41', '3.00', '2.00', '×2.00'],
  ])
})

test.each([
  ['create a user', 1, 1.5],
  ['add one member to 10', 1, 1.5],
  ['add one member to 10', 16, undefined],
  ['page of 100', 1, undefined],
])('%s by %i clients may take ×%s of the floor', (name, clients, most) => {
  expect(floorGoal(row(name, 10, clients, 1))).toBe(most)
})

const rows = [
  row('add one member to 10', 100, 1, 2),
  row('page of 100', 100, 1, 4),
  row('page of 100', 100, 16, 99),
  row('page of 100', 1000, 1, 10),
  row('add one member to 10', 1000, 1, 3),
  row('add one member to 1000', 1000, 1, 3.6),
]

test('goals compare with the floor, with the smallest directory, and groups in the largest one', () => {
  expect(verdicts(rows)).toEqual([
    { goal: 'add one member to 10, 100 users : floor', most: 1.5, ratio: 1, met: true },
    { goal: 'add one member to 10, 1000 users : floor', most: 1.5, ratio: 1.5, met: true },
    { goal: 'add one member to 1000, 1000 users : floor', most: 1.5, ratio: 1.8, met: false },
    { goal: 'page of 100, 1000 : 100 users', most: 2, ratio: 2.5, met: false },
    { goal: 'add one member to 1000 : add one member to 10', most: 1.3, ratio: 1.2, met: true },
  ])
  expect(verdictLines(rows)[3]?.replace(/ +/g, ' ')).toBe(
    'page of 100, 1000 : 100 users ×2.50 of ×2 missed',
  )
})

/** @param {readonly number[]} heaps @param {number} rows more in each sample */
const samples = (heaps, rows) =>
  heaps.map((heap, at) => ({
    minute: at + 1,
    figures: { requests: 1, perSecond: 1, p50: 1, p99: 1 },
    heap,
    threads: 40,
    rows: 100 + at * rows,
  }))

test.each([
  ['nothing', [60, 40, 41, 45, 42, 44], 0, []],
  ['heap', [40, 40, 41, 45, 50, 55], 0, ['heap']],
  ['rows', [40, 40, 40, 40, 40, 40], 1, ['rows']],
])('a soak tells that %s grew', (_, heaps, rows, grown) => {
  expect(grownIn(samples(heaps, rows))).toEqual(grown)
})

test('the document has what was measured and what became of the goals', () => {
  const soak = { samples: samples([40], 0), grown: [] }
  const filled = [{ users: 1000, seconds: 12 }]
  const text = documentOf({
    facts: [['commit', 'abc']],
    rows,
    failures: ['clear: not measured'],
    filled,
    soak,
    notes: '## Notes',
  })
  for (const part of [
    '| commit | abc |',
    'Filled by SQL in 12 s.',
    '| page of 100 | 1 | 12 | 10.00 | 9.12 | 5.0 | 100.2 | 41 | 3.00 | 2.00 | ×5.00 |  |',
    '| page of 100, 1000 : 100 users | ×2.50 | ×2 | **missed** |',
    'Nothing grew: met.',
    '- clear: not measured',
    '## Notes',
  ])
    expect(text).toContain(part)
})
