import { matches } from '../../src/filter/evaluate'
import { parseFilter } from '../../src/filter/parse-filter'
import type { Json, JsonObject } from '../../src/json'
import { readGroupPatch } from '../../src/patch/read-group'
import { readNewUser, readUserPatch } from '../../src/patch/read-user'
import { userType } from '../../src/schema/resource-type'
import { outcome } from '../cases/case'
import { countSteps } from './steps'

const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n))
const names = (count: number, value: Json = 1): JsonObject =>
  Object.fromEntries(many(count, (n) => ['n' + n, value]))

const user: JsonObject = { userName: 'ada', active: true }
const full: JsonObject = { ...user, emails: many(1000, (n) => ({ value: 'v' + n, type: 't' + n })) }
const patched = (stored: JsonObject, Operations: Json[]) => () =>
  readUserPatch({ Operations }, stored)
const member = (op: string, n: number): Json => ({
  op,
  path: 'members',
  value: [{ value: 'u' + n }],
})
const groupPatched = (Operations: Json[]) => () =>
  readGroupPatch({ Operations }, { displayName: 'team' })
const alternatives = (path: string) => many(60, (n) => `${path} eq "x${n}"`).join(' or ')

interface Row {
  readonly name: string
  readonly run: () => unknown
  /** What it is refused with; undefined where it is done. */
  readonly refused?: string
}

const tooMuchWork = (place: string): string =>
  `400 invalidValue: ${place}: is too much work: the operations would look at more than 30000 values; send fewer`

const rows: readonly Row[] = [
  {
    name: '1,000 operations that each add an e-mail',
    run: patched(
      user,
      many(1000, (n) => ({ op: 'add', path: 'emails', value: [{ value: 'v' + n }] })),
    ),
  },
  {
    name: '1,000 operations that add to two lists in turn',
    run: patched(
      user,
      many(1000, (n) => ({
        op: 'add',
        path: n % 2 ? 'emails' : 'phoneNumbers',
        value: [{ value: 'v' + n }],
      })),
    ),
  },
  {
    name: '1,000 preferred e-mails one by one',
    run: patched(
      user,
      many(1000, (n) => ({ op: 'add', path: 'emails', value: { value: 'v' + n, primary: true } })),
    ),
    refused: tooMuchWork('Operations[244].value'),
  },
  {
    name: 'more values than a list may hold, one by one',
    run: patched(
      full,
      many(2, (n) => ({ op: 'add', path: 'emails', value: 'w' + n })),
    ),
    refused: '400 invalidValue: Operations[0].value: emails must have at most 1000 values',
  },
  {
    name: '1,000 operations that add to an unknown list',
    run: patched(
      user,
      many(1000, (n) => ({ op: 'add', path: 'pets', value: ['p' + n] })),
    ),
  },
  {
    name: '1,000 e-mails made by value paths',
    run: patched(
      user,
      many(1000, (n) => ({ op: 'replace', path: `emails[type eq "t${n}"].value`, value: 'v' + n })),
    ),
    refused: tooMuchWork('Operations[245].value'),
  },
  {
    name: 'value paths of 60 comparisons over 1,000 values',
    run: patched(full, [
      { op: 'remove', path: `emails[${alternatives('type')}].display` },
      { op: 'remove', path: `emails[${alternatives('value')}].display` },
    ]),
    refused: tooMuchWork('Operations[0].value'),
  },
  {
    name: '1,000 removals from 1,000 values',
    run: patched(
      full,
      many(1000, (n) => ({ op: 'remove', path: 'emails', value: [{ value: 'v' + n }] })),
    ),
    refused: tooMuchWork('Operations[30].value'),
  },
  {
    name: '12,000 members one by one',
    run: groupPatched(many(12000, (n) => member('add', n))),
  },
  {
    name: '12,000 members in and out in turn',
    run: groupPatched(many(12000, (n) => member(n % 2 ? 'add' : 'remove', n))),
  },
  {
    name: '12,000 members out by value paths',
    run: groupPatched(many(12000, (n) => ({ op: 'remove', path: `members[value eq "u${n}"]` }))),
  },
  {
    name: '1,000 names in a user, in an extension, in its name and in an e-mail',
    run: () =>
      readNewUser({
        ...user,
        ...names(990),
        'urn:acme:2.0:User': names(1000),
        name: names(1000, 'x'),
        emails: [names(1000, 'x')],
      }),
  },
  {
    name: 'an extension name by name',
    run: patched(
      user,
      many(1000, (n) => ({ op: 'add', path: 'urn:acme:1.0:User:n' + n, value: n })),
    ),
  },
  {
    name: 'ten extensions of 1,000 names',
    run: () =>
      readNewUser({
        ...user,
        ...Object.fromEntries(many(10, (n) => [`urn:acme:${n}.0:User`, names(1000)])),
      }),
    refused: '400 invalidValue: urn:acme:4.0:User: is too much: at most 5000 attributes at once',
  },
  {
    name: '100 operations that name 900 attributes each',
    run: patched(
      user,
      many(100, () => ({ op: 'replace', value: names(900) })),
    ),
    refused: '400 invalidValue: Operations: must name at most 15000 attributes in all',
  },
  {
    name: 'a filter of 60 comparisons over 1,000 values',
    run: () => matches(parseFilter(alternatives('emails.value'), userType), full, userType),
  },
]

/** Most of these take a tenth of it. Work that grows with the square of what was sent takes a multiple. */
const mostSteps = 1000000

test.each(rows)('$name ends soon', ({ run, refused }) => {
  let result: unknown
  const steps = countSteps(() => {
    result = outcome(run)
  })
  expect(typeof result === 'string' ? result : undefined).toBe(refused)
  expect(steps).toBeGreaterThan(100)
  expect(steps).toBeLessThan(mostSteps)
})
