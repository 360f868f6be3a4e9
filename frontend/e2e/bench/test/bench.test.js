const { figuresOf } = require('../measure.js')
const { line, ratioLines } = require('../report.js')

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

/** @param {string} name @param {number} users @param {number} clients @param {number} p50 */
const row = (name, users, clients, p50) => ({
  name,
  users,
  clients,
  figures: { requests: 10, perSecond: 12.4, p50, p99: 9.123 },
  cost: { calls: 5, rows: 100.2 },
})

test('one client’s line says what a request costs, the line of more only how fast it is', () => {
  expect([1, 16].map((clients) => line(row('read a user', 10, clients, 4)).split(/ {2,}/))).toEqual(
    [
      ['read a user', '1', '12', '4.00', '9.12', '5.0', '100.2'],
      ['read a user', '16', '12', '4.00', '9.12'],
    ],
  )
})

test('ratios compare directories, and groups in the largest directory', () => {
  const rows = [
    row('add one member to 10', 100, 1, 2),
    row('read a user', 100, 1, 4),
    row('read a user', 100, 16, 99),
    row('read a user', 1000, 1, 5),
    row('add one member to 10', 1000, 1, 3),
    row('add one member to 1000', 1000, 1, 4.5),
  ]
  expect(ratioLines(rows).map((text) => text.replace(/ +/g, ' '))).toEqual([
    '',
    'p50 of one client, larger : smaller',
    'add one member to 10, 1000 : 100 users × 1.50',
    'read a user, 1000 : 100 users × 1.25',
    'add one member to 1000 : add one member to 10 × 1.50',
  ])
})
