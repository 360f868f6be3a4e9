import { matches } from '../../src/filter/evaluate'
import { comparedMembers, mentions } from '../../src/filter/mentions'
import { parseFilter } from '../../src/filter/parse-filter'
import { groupType, userType } from '../../src/schema/resource-type'
import { assertSame, eachRow, type Case } from './case'

const ada = {
  id: 'Ab1',
  externalId: 'Ext-1',
  userName: 'Ada@Example.com',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  active: true,
  emails: [
    { value: 'Ada@Work.example', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home' },
  ],
  roles: [],
  title: '',
  meta: { resourceType: 'User', lastModified: '2026-03-01T10:00:00.500Z' },
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
    department: 'Engines',
    manager: { value: '26' },
  },
}

const matching: readonly string[] = [
  'userName eq "ada@example.COM"',
  'userName co "@EXAMPLE"',
  'userName sw "ADA"',
  'userName ew ".com"',
  'userName gt "a"',
  'userName le "ada@example.com"',
  'userName ne "bob"',
  'externalId eq "Ext-1"',
  'id eq "Ab1"',
  'active eq true',
  'active ne false',
  'name.givenName eq "ada"',
  'name pr',
  'emails pr',
  'emails eq "ada@work.example"',
  'emails co "HOME"',
  'emails.type eq "home"',
  'emails[type eq "work" and value eq "ada@work.example"]',
  'emails[type eq "work"].value eq "ada@work.example"',
  'emails[type eq "home" and primary eq false]',
  'emails[primary eq true]',
  'emails[not (type eq "work")]',
  'emails ne "bob@work.example"',
  'title eq null',
  'roles eq null',
  'nickName ne "x"',
  'not (title pr)',
  'meta.lastModified gt "2026-03-01T10:00:00Z"',
  'meta.lastModified ge "2026-03-01T11:00:00.5+01:00"',
  'meta.lastModified lt "2026-03-02"',
  'meta.lastModified eq "2026-03-01T10:00:00.5Z"',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "ENGINES"',
  'manager eq "26"',
  'title pr or active eq true',
  'active eq false and title pr or userName pr',
]

const notMatching: readonly string[] = [
  'userName eq "ada"',
  'userName ne "ada@example.com"',
  'userName ew "ada@example.com.ada@example.com"',
  'externalId eq "ext-1"',
  'id eq "ab1"',
  'externalId co "ext"',
  'active eq false',
  'title pr',
  'roles pr',
  'nickName eq "x"',
  'nickName co ""',
  'emails[type eq "home" and primary eq true]',
  'emails[type eq "home" and value eq "ada@work.example"]',
  'emails ne "ada@home.example"',
  'userName eq null',
  'userName sw ".*"',
  'meta.lastModified gt "2026-03-01T11:00:00.5+01:00"',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter pr',
  'active eq false and (title pr or userName pr)',
]

const group = { id: 'g', displayName: 'Engineers', members: [{ value: 'u1' }, { value: 'u2' }] }

const matchingGroup: readonly string[] = [
  'id eq "g" and members eq "u1"',
  'members.value eq "u2"',
  'members[value eq "u2"]',
  'displayName eq "ENGINEERS"',
  'not (members eq "u3")',
]

function named(filters: readonly string[], about: string, result: boolean): readonly Case[] {
  return eachRow(about, filters, String, (filter) =>
    assertSame(matches(parseFilter(filter, userType), ada, userType), result),
  )
}

interface MentionRow {
  readonly filter: string
  readonly members: readonly string[] | 'all'
}

const mentionRows: readonly MentionRow[] = [
  { filter: 'id eq "g" and members eq "u1"', members: ['u1'] },
  { filter: 'members.value eq "a" or not (members eq "b") or members eq "a"', members: ['a', 'b'] },
  { filter: 'members[value eq "a" or value eq "b"]', members: ['a', 'b'] },
  { filter: 'members ne "a"', members: ['a'] },
  { filter: 'displayName pr', members: [] },
  { filter: 'members pr', members: 'all' },
  { filter: 'members sw "a"', members: 'all' },
  { filter: 'members.display eq "a"', members: 'all' },
  { filter: 'members[type eq "User"]', members: 'all' },
]

export const evaluateCases: readonly Case[] = named(matching, 'matches', true)
  .concat(named(notMatching, 'does not match', false))
  .concat(
    eachRow('matches the group', matchingGroup, String, (filter) =>
      assertSame(matches(parseFilter(filter, groupType), group, groupType), true),
    ),
  )
  .concat(
    eachRow(
      'members asked for',
      mentionRows,
      (row) => row.filter,
      (row) => {
        const filter = parseFilter(row.filter, groupType)
        assertSame(comparedMembers(filter) ?? 'all', row.members)
        assertSame(mentions(filter, 'members'), row.filter.includes('members'))
      },
    ),
  )
