import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { longestFilter } from '../src/filter/tokens'
import { mostTerms } from '../src/filter/parse-filter'
import { mostValues } from '../src/patch/read-complex'
import { longestInCrowd } from '../src/patch/read-simple'
import { deepestJson } from '../src/protocol/json-problem'
import { largestPage, standardPage } from '../src/protocol/paging'
import { mostMembersSentBack } from '../src/resources/groups'
import { mostCandidates } from '../src/resources/listing'
import type { Attribute } from '../src/schema/attribute'
import { commonAttributes } from '../src/schema/common'
import { enterpriseUserAttributes } from '../src/schema/enterprise-user'
import { groupAttributes } from '../src/schema/group'
import { userAttributes } from '../src/schema/user'

/** The tables of docs/protocol.md that are made from rows of the code. To make them anew, take what this test shows. */
const page = readFileSync(resolve(__dirname, '../../../docs/protocol.md'), 'utf8')

const schemas: readonly (readonly [string, readonly Attribute[]])[] = [
  ['all', commonAttributes],
  ['User', userAttributes],
  ['enterprise User', enterpriseUserAttributes],
  ['Group', groupAttributes],
]

const limits: readonly (readonly [string, number])[] = [
  ['levels of a body', deepestJson],
  ['characters of a filter', longestFilter],
  ['comparisons in a filter', mostTerms],
  ['resources that a filter may look at one by one', mostCandidates],
  ['resources of a page, if `count` is not given', standardPage],
  ['resources of a page at most', largestPage],
  ['values of a list', mostValues],
  ['characters of a name or field that Crowd itself keeps', longestInCrowd],
  ['members of a group that a PATCH still sends back', mostMembersSentBack],
]

test('the attributes are those of the code', () => {
  const rows = schemas.flatMap(([schema, attributes]) =>
    attributes.map((row) => [schema, `\`${row.name}\``, typeOf(row), traitsOf(row), partsOf(row)]),
  )
  expect(tableUnder('## Attributes')).toEqual(rows)
})

test('the limits are those of the code', () => {
  expect(tableUnder('## Limits')).toEqual(
    limits.map(([what, most]) => [what, most.toLocaleString('en')]),
  )
})

/** The cells of the first table behind a heading, without its head. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const lines = page.slice(page.indexOf(`\n${heading}\n`)).split('\n')
  const start = lines.findIndex((line) => line.startsWith('|'))
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function typeOf({ type, multiValued }: Attribute): string {
  return multiValued ? `list of ${type}` : type
}

/** What is not the default of RFC 7643 §2.2. */
function traitsOf(row: Attribute): string {
  const traits = [
    row.required ? 'required' : '',
    row.caseExact ? 'caseExact' : '',
    row.mutability === 'readWrite' ? '' : row.mutability,
    row.returned === 'default' ? '' : `returned ${row.returned}`,
    row.uniqueness === 'none' ? '' : `unique (${row.uniqueness})`,
  ]
  return traits.filter((trait) => trait !== '').join(', ')
}

function partsOf({ subAttributes }: Attribute): string {
  return (subAttributes ?? []).map(({ name }) => `\`${name}\``).join(' ')
}
