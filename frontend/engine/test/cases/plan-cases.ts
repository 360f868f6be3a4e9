import { parseFilter } from '../../src/filter/parse-filter'
import { planFilter, type Plan } from '../../src/filter/plan'
import type { Restriction } from '../../src/ports/directory'
import { groupType, userType } from '../../src/schema/resource-type'
import { assertSame, eachRow, times, type Case } from './case'

interface Row {
  readonly filter: string
  /** `field match value`, with `=` in front if exact, `~` if candidates, `*` for all (`= *` if all match), `0` for nothing. */
  readonly plan: string
  readonly group?: true
  /** True: asked of users and groups together. */
  readonly both?: true
}

const long = times(201, 'x')

const rows: readonly Row[] = [
  { filter: 'userName eq "Ada_1"', plan: '= name exactly "Ada_1"' },
  { filter: 'userName sw "ada"', plan: '= name startsWith "ada"' },
  { filter: 'userName sw "a_"', plan: '~ name startsWith "a_"' },
  { filter: 'userName co "50%"', plan: '~ name contains "50%"' },
  { filter: 'userName ew "a"', plan: '= name endsWith "a"' },
  { filter: 'userName co ""', plan: '*' },
  { filter: 'userName eq ""', plan: '0' },
  { filter: 'userName gt "a"', plan: '*' },
  { filter: 'userName ne "a"', plan: '*' },
  { filter: 'userName pr', plan: '*' },
  { filter: 'userName eq null', plan: '*' },
  { filter: 'id eq "1"', plan: '= externalId exactly "1"' },
  { filter: 'id sw "1"', plan: '*' },
  { filter: 'id eq ""', plan: '0' },
  { filter: 'externalId eq "X"', plan: '~ scim.externalId exactly "X"' },
  { filter: 'externalId sw "X"', plan: '~ scim.externalId startsWith "X"' },
  { filter: 'externalId co "X"', plan: '*' },
  { filter: `externalId eq "${long}"`, plan: `~ scim.externalId startsWith "${times(150, 'x')}"` },
  { filter: 'emails eq "A@B"', plan: '~ scim.email exactly "a@b"' },
  { filter: 'emails.value eq "A@B"', plan: '~ scim.email exactly "a@b"' },
  { filter: 'emails[type eq "work" and value eq "A@B"]', plan: '~ scim.email exactly "a@b"' },
  { filter: 'emails[type eq "work"].value eq "A@B"', plan: '~ scim.email exactly "a@b"' },
  { filter: 'emails[type eq "work" or value eq "A@B"]', plan: '*' },
  { filter: 'emails[not (value eq "a")]', plan: '*' },
  { filter: `emails eq "${long}"`, plan: `~ scim.email startsWith "${times(150, 'x')}"` },
  { filter: 'emails.type eq "work"', plan: '*' },
  { filter: 'active eq true', plan: '= active exactly true' },
  { filter: 'active ne true', plan: '*' },
  { filter: 'name.givenName eq "Ada"', plan: '~ firstName exactly "Ada"' },
  { filter: 'name.familyName sw "L"', plan: '~ lastName startsWith "L"' },
  { filter: 'displayName eq "Ada"', plan: '*' },
  { filter: 'title eq "x"', plan: '*' },
  { filter: 'department eq "x"', plan: '*' },
  { filter: 'meta.resourceType eq "User"', plan: '= *' },
  { filter: 'meta.resourceType eq "Group"', plan: '0' },
  { filter: 'meta.resourceType ne "Group"', plan: '*' },
  { filter: 'userName eq "a"', plan: '0', group: true, both: true },
  { filter: 'userName ne "a"', plan: '*', group: true, both: true },
  { filter: 'department pr', plan: '0', group: true, both: true },
  {
    filter: 'userName eq "a" or displayName eq "b"',
    plan: '= name exactly "b"',
    group: true,
    both: true,
  },
  { filter: 'members eq "1" or userName eq "a"', plan: '= name exactly "a"', both: true },
  { filter: 'meta.created ge "1970-01-01T00:00:01Z"', plan: '~ created greaterOrEqual 1000' },
  { filter: 'meta.lastModified gt "1970-01-01T00:00:01Z"', plan: '~ updated greaterOrEqual 1000' },
  { filter: 'meta.lastModified lt "1970-01-01T00:00:01Z"', plan: '*' },
  {
    filter: 'userName eq "a" and active eq true',
    plan: '= (name exactly "a" and active exactly true)',
  },
  {
    filter: 'userName eq "a" and externalId eq "b"',
    plan: '~ (name exactly "a" and scim.externalId exactly "b")',
  },
  { filter: 'userName eq "a" and title pr', plan: '~ name exactly "a"' },
  { filter: 'title pr and userName eq "a"', plan: '~ name exactly "a"' },
  { filter: 'userName eq "" and title pr', plan: '0' },
  {
    filter: 'userName eq "a" or id eq "1" or id eq "2"',
    plan: '= (name exactly "a" or externalId exactly "1" or externalId exactly "2")',
  },
  { filter: 'userName eq "a" or title pr', plan: '*' },
  { filter: 'userName eq "" or id eq "1"', plan: '= externalId exactly "1"' },
  { filter: 'not (userName eq "a")', plan: '*' },
  { filter: 'not (title pr) and userName eq "a"', plan: '~ name exactly "a"' },
  { filter: 'displayName eq "G"', plan: '= name exactly "G"', group: true },
  { filter: 'id eq "g" and members eq "u"', plan: '~ externalId exactly "g"', group: true },
  { filter: 'externalId eq "X"', plan: '~ scim.externalId exactly "X"', group: true },
]

function printPlan(plan: Plan): string {
  if (plan.nothing) return '0'
  if (!plan.restriction) return plan.exact ? '= *' : '*'
  return (plan.exact ? '= ' : '~ ') + printRestriction(plan.restriction)
}

function printRestriction(restriction: Restriction): string {
  switch (restriction.kind) {
    case 'and':
    case 'or':
      return `(${restriction.restrictions.map(printRestriction).join(` ${restriction.kind} `)})`
    case 'field':
      return `${restriction.field} ${restriction.match} ${JSON.stringify(restriction.value)}`
    case 'attribute':
      return `${restriction.name} ${restriction.match} ${JSON.stringify(restriction.value)}`
  }
}

export const planCases: readonly Case[] = eachRow(
  'plan',
  rows,
  (row) => row.filter.slice(0, 80),
  (row) => {
    const type = row.group ? groupType : userType
    const others = row.both ? [row.group ? userType : groupType] : []
    assertSame(printPlan(planFilter(parseFilter(row.filter, type, others), type)), row.plan)
  },
)
