import type { Directory, Match, Restriction, SearchField } from '../../src/ports/directory'
import { assertSame } from '../cases/case'
import { assertFails, assertTrue, there } from './contract'
import type { DirectoryCase } from './directory-contract'
import { newGroup } from './directory-groups'
import { newPrincipal } from './directory-users'

function fill(directory: Directory): void {
  directory.addPrincipal(newPrincipal('bea', { email: 'B@Example.com', active: false }))
  directory.addPrincipal(newPrincipal('Ada', { attributes: { 'scim.x': ['One', 'two'] } }))
  directory.addPrincipal(
    newPrincipal('a%a', { firstName: 'Zoë', attributes: { 'scim.x': ['three'] } }),
  )
  directory.addPrincipal(newPrincipal('axa'))
}

function field(name: SearchField, match: Match, value: string | number | boolean): Restriction {
  return { kind: 'field', field: name, match, value }
}

function names(directory: Directory, restriction: Restriction): readonly string[] {
  const query = { restriction, start: 0, count: -1 }
  const found = directory.searchPrincipalNames(query)
  assertSame(
    directory.searchPrincipals(query).map((principal) => principal.name),
    found,
  )
  return found
}

interface Row {
  readonly restriction: Restriction
  readonly found: readonly string[]
}

const attribute = (match: Match, value: string): Restriction => ({
  kind: 'attribute',
  name: 'scim.x',
  match,
  value,
})

const rows: readonly Row[] = [
  { restriction: field('name', 'exactly', 'ADA'), found: ['Ada'] },
  { restriction: field('name', 'startsWith', 'AX'), found: ['axa'] },
  { restriction: field('name', 'endsWith', 'DA'), found: ['Ada'] },
  { restriction: field('name', 'contains', 'E'), found: ['bea'] },
  { restriction: field('email', 'exactly', 'b@example.COM'), found: ['bea'] },
  { restriction: field('firstName', 'exactly', 'zoë'), found: ['a%a'] },
  { restriction: field('lastName', 'exactly', 'nobody'), found: [] },
  { restriction: field('active', 'exactly', false), found: ['bea'] },
  { restriction: attribute('exactly', 'ONE'), found: ['Ada'] },
  { restriction: attribute('startsWith', 'TW'), found: ['Ada'] },
  { restriction: attribute('exactly', 'four'), found: [] },
  {
    restriction: {
      kind: 'or',
      restrictions: [attribute('exactly', 'three'), field('name', 'exactly', 'bea')],
    },
    found: ['a%a', 'bea'],
  },
  {
    restriction: {
      kind: 'and',
      restrictions: [attribute('exactly', 'two'), attribute('exactly', 'one')],
    },
    found: ['Ada'],
  },
  {
    restriction: {
      kind: 'and',
      restrictions: [
        field('active', 'exactly', true),
        {
          kind: 'or',
          restrictions: [field('name', 'exactly', 'bea'), field('name', 'exactly', 'axa')],
        },
      ],
    },
    found: ['axa'],
  },
]

/** What we rely on of Crowd's search. */
export const searchCases: readonly DirectoryCase[] = [
  {
    name: 'order is by lower-cased name; pages start at 0; -1 gives all',
    run: ({ directory }) => {
      fill(directory)
      assertSame(directory.searchPrincipalNames({ start: 0, count: -1 }), [
        'a%a',
        'Ada',
        'axa',
        'bea',
      ])
      assertSame(directory.searchPrincipalNames({ start: 1, count: 2 }), ['Ada', 'axa'])
      assertSame(directory.searchPrincipalNames({ start: 4, count: 2 }), [])
    },
  },
  {
    name: 'what is counted follows each adding and removing at once, with a restriction or without',
    run: ({ directory }) => {
      const ada = field('name', 'exactly', 'ada')
      const counts = (): readonly number[] => [
        directory.countPrincipals(),
        directory.countPrincipals(ada),
        directory.countGroups(),
        directory.countGroups(ada),
      ]
      assertSame(counts(), [0, 0, 0, 0])
      directory.addPrincipal(newPrincipal('Ada'))
      assertSame(counts(), [1, 1, 0, 0])
      directory.addPrincipal(newPrincipal('bea'))
      directory.addGroup(newGroup('ada'))
      assertSame(counts(), [2, 1, 1, 1])
      directory.removePrincipal('ada')
      assertSame(counts(), [1, 0, 1, 1])
      directory.addGroup(newGroup('crew'))
      directory.removeGroup('ada')
      assertSame(counts(), [1, 0, 1, 0])
    },
  },
  {
    name: 'a count of 0 is refused',
    run: ({ directory }) => {
      assertFails(undefined, () => directory.searchPrincipalNames({ start: 0, count: 0 }))
    },
  },
  {
    name: 'one query gives fields, attributes and dates',
    run: ({ directory }) => {
      fill(directory)
      const query = { restriction: field('name', 'exactly', 'ada'), start: 0, count: 10 }
      assertSame(directory.searchPrincipals(query), [directory.findPrincipal('ada')])
    },
  },
  {
    name: 'strings are compared without case; restrictions are joined by and, or',
    run: ({ directory }) => {
      fill(directory)
      for (const { restriction, found } of rows) assertSame(names(directory, restriction), found)
    },
  },
  {
    name: 'LIKE wildcards are not escaped: the answer may hold too much, never too little',
    run: ({ directory }) => {
      fill(directory)
      assertTrue('a%a', names(directory, field('name', 'startsWith', 'a%a')).includes('a%a'))
      assertTrue('a%a by _', names(directory, field('name', 'contains', 'a_a')).includes('a%a'))
      assertSame(names(directory, field('name', 'exactly', 'a%a')), ['a%a'])
    },
  },
  {
    name: 'external ids are compared with case, and found',
    run: ({ directory }) => {
      fill(directory)
      const { externalId } = there(directory.findPrincipal('ada'))
      assertSame(names(directory, field('externalId', 'exactly', externalId)), ['Ada'])
      assertSame(names(directory, field('externalId', 'exactly', externalId + 'x')), [])
    },
  },
  {
    name: 'dates are compared in milliseconds',
    run: ({ directory }) => {
      const { created } = directory.addPrincipal(newPrincipal('ada'))
      assertSame(names(directory, field('created', 'greaterOrEqual', created - 60000)), ['ada'])
      assertSame(names(directory, field('created', 'greaterThan', created + 60000)), [])
      assertSame(names(directory, field('updated', 'lessThan', created - 60000)), [])
      assertSame(names(directory, field('updated', 'lessOrEqual', created + 60000)), ['ada'])
    },
  },
  {
    name: 'groups are searched by name without case, by external id and description with case, by attributes',
    run: ({ directory }) => {
      directory.addGroup(newGroup('Team', { externalId: 'Id-1', description: 'We' }))
      directory.addGroup(newGroup('crew'))
      directory.storeGroupAttributes('crew', { 'scim.x': ['One'] })
      const found = (restriction: Restriction): readonly string[] => {
        const query = { restriction, start: 0, count: -1 }
        const groups = directory.searchGroupNames(query)
        assertSame(
          directory.searchGroups(query).map((group) => group.name),
          groups,
        )
        return groups
      }
      assertSame(found(field('name', 'exactly', 'TEAM')), ['Team'])
      assertSame(found(field('externalId', 'exactly', 'id-1')), [])
      assertSame(found(field('externalId', 'exactly', 'Id-1')), ['Team'])
      assertSame(found(field('description', 'exactly', 'WE')), [])
      assertSame(found(attribute('exactly', 'ONE')), ['crew'])
      assertSame(directory.searchGroupNames({ start: 0, count: 1 }), ['crew'])
    },
  },
]
