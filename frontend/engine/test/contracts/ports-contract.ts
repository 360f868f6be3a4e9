import type {
  ActivityPort,
  Clock,
  Locks,
  NewDirectory,
  Patterns,
  Ports,
  Random,
  SettingsPort,
} from '../../src/ports/ports'
import { assertSame, times } from '../cases/case'
import { assertFails, assertTrue, there, type ContractCase } from './contract'

/** Keys and names of these suites begin with this, so that they can be told from an administrator's. */
const MARK = 'scim.contract'

export const settingsContract: readonly ContractCase<SettingsPort>[] = [
  {
    name: 'a value is read back at once, whatever its length and signs',
    run: (settings) => {
      for (const value of ['{"a":1}', 'é李', times(100000, 'x')]) {
        settings.write(MARK, value)
        assertSame([settings.read(MARK), settings.readFresh(MARK)], [value, value])
      }
      settings.write(MARK, undefined)
    },
  },
  {
    name: 'undefined removes the key, also one that is not there',
    run: (settings) => {
      settings.write(MARK, 'x')
      settings.write(MARK, undefined)
      settings.write(MARK, undefined)
      assertSame([settings.read(MARK), settings.readFresh(MARK)], [undefined, undefined])
    },
  },
  {
    name: 'keys are told apart by case',
    run: (settings) => {
      settings.write(MARK + '.a', '1')
      settings.write(MARK + '.A', '2')
      assertSame([settings.readFresh(MARK + '.a'), settings.readFresh(MARK + '.A')], ['1', '2'])
      settings.write(MARK + '.a', undefined)
      settings.write(MARK + '.A', undefined)
    },
  },
]

interface Kept {
  readonly kept: string
  readonly ref: string
}

const digits = times(2, '0123456789abcdefABCDEF3456789abc')

/** Texts, and how they are kept. */
const tokens: readonly (readonly [string, string])[] = [
  [`/Users/${digits}/x`, '/Users/•••/x'],
  [`a ${digits}${digits} b ${digits}`, 'a ••• b •••'],
  [`/Users/%30${digits.slice(1)}`, '/Users/•••'],
  [times(64, '%4a').slice(0, 190), times(64, '%4a').slice(0, 190)],
  [times(64, '%46'), '•••'],
  ['%7' + digits, '%•••'],
  [digits.slice(1), digits.slice(1)],
  [digits.slice(1) + '"' + digits.slice(1), digits.slice(1) + '"' + digits.slice(1)],
  ['\b' + digits.slice(1), '\b' + digits.slice(1)],
  ['\u001f' + digits.slice(1) + 'x\u001f' + digits, '\u001f' + digits.slice(1) + 'x\u001f•••'],
  [`{"a":"\\b${digits}"}`, '{"a":"\\•••"}'],
  [times(10000, '0aF'), '•••'],
]

export const activityContract: readonly ContractCase<Ports>[] = [
  {
    name: 'the newest comes first, of one connection or of all, each with a ref to its detail',
    run: ({ activity, random }) => {
      const one = 'a' + random.token().slice(0, 11)
      const other = 'b' + random.token().slice(0, 11)
      activity.append(one, '{"n":1}', '{"d":"é 1"}')
      activity.append(other, '{"n":2}', '{"d":2}')
      activity.append(one, '{"n":3}', '{"d":3}')
      assertSame(numbersOf(activity, one, 10), [3, 1])
      assertSame(numbersOf(activity, one, 1), [3])
      assertSame(numbersOf(activity, '', 3), [3, 2, 1])
      const [, first] = activity.latest(one, 2)
      const { ref } = JSON.parse(there(first)) as { ref: string }
      assertSame(JSON.parse(there(activity.detail(ref))), { d: 'é 1' })
    },
  },
  {
    name: 'an entry without detail has no ref',
    run: ({ activity, random }) => {
      const connection = 'c' + random.token().slice(0, 11)
      activity.append(connection, '{"n":1}', '')
      assertSame(
        activity.latest(connection, 1).map((line) => JSON.parse(line) as unknown),
        [{ n: 1, ref: '' }],
      )
    },
  },
  {
    name: 'what can be a token is hidden, in summary and detail',
    run: ({ activity, random }) => {
      const connection = 'd' + random.token().slice(0, 11)
      for (const [kept, shown] of tokens) {
        activity.append(connection, JSON.stringify({ kept }), JSON.stringify({ kept }))
        const entry = JSON.parse(there(activity.latest(connection, 1)[0])) as Kept
        const detail = JSON.parse(there(activity.detail(entry.ref))) as Kept
        assertSame([entry.kept, detail.kept], [shown, shown])
      }
    },
  },
  {
    name: 'an unknown ref has no detail, and leads to no other file',
    run: ({ activity }) => {
      for (const ref of ['', 'x', '99999999', '../../etc/passwd', '2026-01-01/1']) {
        assertSame(activity.detail(ref), undefined)
      }
    },
  },
]

function numbersOf(activity: ActivityPort, connection: string, count: number): readonly number[] {
  return activity.latest(connection, count).map((line) => (JSON.parse(line) as { n: number }).n)
}

export const clockContract: readonly ContractCase<Clock>[] = [
  {
    name: 'the time is whole milliseconds since 1970 and does not go back',
    run: (clock) => {
      const first = clock.now()
      const second = clock.now()
      assertTrue('whole', Math.floor(first) === first)
      assertTrue('after 2026-01-01', first > Date.UTC(2026, 0, 1))
      assertTrue('does not go back', second >= first)
    },
  },
]

export const randomContract: readonly ContractCase<Random>[] = [
  {
    name: 'a uuid has its form and comes once',
    run: (random) => {
      const uuid = random.uuid()
      assertTrue(
        uuid,
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid),
      )
      assertTrue('another', uuid !== random.uuid())
    },
  },
  {
    name: 'a token is 64 hexadecimal digits and comes once',
    run: (random) => {
      const token = random.token()
      assertTrue('its form', /^[0-9a-f]{64}$/.test(token))
      assertTrue('another', token !== random.token())
    },
  },
  {
    name: 'sha256 is that of the UTF-8 text',
    run: (random) => {
      assertSame(
        [random.sha256(''), random.sha256('é李')],
        [
          'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          '492347f40e9f822178c6efd5b9fdb39f686207e2a17a715611b4b227d83fe540',
        ],
      )
    },
  },
]

export const locksContract: readonly ContractCase<Locks>[] = [
  {
    name: 'the work runs once and its value comes back',
    run: (locks) => {
      let runs = 0
      assertSame(
        locks.holding([MARK + ':b', MARK + ':a'], () => ++runs),
        1,
      )
      assertSame(
        locks.holding([], () => ++runs),
        2,
      )
    },
  },
  {
    name: 'a lock may be taken again by who holds it, also twice in one call',
    run: (locks) => {
      const inner = (): string => locks.holding([MARK + ':a'], () => 'inner')
      assertSame(locks.holding([MARK + ':a', MARK + ':a'], inner), 'inner')
    },
  },
  {
    name: 'locks are free again after the work failed',
    run: (locks) => {
      try {
        locks.holding([MARK + ':a'], () => {
          throw new Error('on purpose')
        })
      } catch (error) {
        assertSame((error as Error).message, 'on purpose')
      }
      assertSame(
        locks.holding([MARK + ':a'], () => 'free'),
        'free',
      )
    },
  },
]

export const patternsContract: readonly ContractCase<Patterns>[] = [
  {
    name: 'says what is wrong with a pattern',
    run: (patterns) => {
      assertSame(patterns.problem('(.*)@example\\.com'), undefined)
      assertTrue('open bracket', (patterns.problem('(') ?? '') !== '')
      assertTrue('look-ahead is not RE2', (patterns.problem('(?=x)x') ?? '') !== '')
      assertTrue('back reference is not RE2', (patterns.problem('(x)\\1') ?? '') !== '')
    },
  },
  {
    name: 'matches the whole text',
    run: (patterns) => {
      assertSame(
        [
          patterns.matches('a.c', 'abc'),
          patterns.matches('a.c', 'xabc'),
          patterns.matches('(?i)A.C', 'abc'),
        ],
        [true, false, true],
      )
    },
  },
  {
    name: 'replaces a whole match, with groups; leaves the rest alone',
    run: (patterns) => {
      assertSame(
        [
          patterns.replace('(.*)@example\\.com', '$1', 'ada@example.com'),
          patterns.replace('(.*)@example\\.com', '$1', 'ada@example.org'),
        ],
        ['ada', 'ada@example.org'],
      )
    },
  },
  {
    name: 'takes linear time',
    run: (patterns) => {
      assertSame(patterns.matches('(a*)*b', times(5000, 'a')), false)
    },
  },
]

export const crowdContract: readonly ContractCase<Ports>[] = [
  {
    name: 'a new directory is found with its attributes and all rights, and can be removed',
    run: ({ crowd, random, directory }) => {
      const wanted = newDirectory(random)
      const made = crowd.addDirectory(wanted)
      const found = there(crowd.findDirectory(made.id))
      assertSame(found, made)
      assertSame(
        [
          found.name,
          found.description,
          found.type,
          found.active,
          found.attributes['scim.connection'],
        ],
        [wanted.name, wanted.description, 'INTERNAL', true, 'x1'],
      )
      for (const operation of ['CREATE_USER', 'DELETE_GROUP', 'UPDATE_GROUP_ATTRIBUTE']) {
        assertTrue(operation, found.allowedOperations.includes(operation))
      }
      assertTrue(
        'listed',
        crowd.directories().some((each) => each.id === made.id),
      )
      crowd.removeDirectory(made.id)
      assertSame(crowd.findDirectory(made.id), undefined)
      assertFails('gone', () => directory(made.id).findPrincipal('ada'))
    },
  },
  {
    name: 'a directory name is unique whatever its case',
    run: ({ crowd, random }) => {
      const wanted = newDirectory(random)
      const { id } = crowd.addDirectory(wanted)
      assertFails('exists', () =>
        crowd.addDirectory({ ...wanted, name: wanted.name.toUpperCase() }),
      )
      crowd.removeDirectory(id)
    },
  },
  {
    name: 'directory attributes are replaced by name, the others stay',
    run: ({ crowd, random }) => {
      const { id } = crowd.addDirectory(newDirectory(random))
      crowd.storeDirectoryAttributes(id, { 'scim.connection': 'x2', 'scim.format': '1' })
      const { attributes } = there(crowd.findDirectory(id))
      assertSame(
        [attributes['scim.connection'], attributes['scim.format'], attributes['useNestedGroups']],
        ['x2', '1', 'true'],
      )
      crowd.removeDirectory(id)
    },
  },
  {
    name: 'an unknown id is no directory; nobody is no administrator; names are lower-cased',
    run: ({ crowd }) => {
      assertSame(
        [
          crowd.findDirectory('987654321'),
          crowd.isAdministrator('nobody of that name'),
          crowd.lowerCase('ÄDA.L'),
        ],
        [undefined, false, 'äda.l'],
      )
    },
  },
]

function newDirectory(random: Random): NewDirectory {
  return {
    name: 'Contract ' + random.token().slice(0, 12),
    description: 'made by a contract suite',
    active: true,
    nestedGroups: true,
    attributes: { 'scim.connection': 'x1' },
  }
}
