import type { JsonObject } from '../../src/json'
import { answerDiscovery } from '../../src/protocol/discovery'
import { readRequest } from '../../src/protocol/read-request'
import { addLearned, unknownAttributes, type Learned } from '../../src/schema/learned'
import { groupType, userType } from '../../src/schema/resource-type'
import { assertSame, type Case } from './case'
import { exchange } from './request-cases'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const resource: JsonObject = {
  schemas: ['x'],
  id: '1',
  externalId: 'e',
  meta: { created: 'x' },
  userName: 'ada',
  emails: [{ value: 'a', verified: true }],
  shoe: 44,
  pets: ['cat', { kind: 'dog' }],
  [enterprise]: { department: 'd', floor: '3', manager: { value: '1', managerId: '2' } },
  'urn:acme:2.0:User': { vip: true },
}

const learned: Learned = { User: unknownAttributes(userType, resource), Group: [] }

function discovered(path: string): JsonObject {
  return answerDiscovery(readRequest(exchange('GET'), path), 'https://x', learned)
    .body as JsonObject
}

function names(rows: unknown): readonly unknown[] {
  return (rows as readonly JsonObject[]).map((row) => row['name'])
}

export const learnedCases: readonly Case[] = [
  {
    name: 'learned: what no schema knows',
    run: () =>
      assertSame(
        learned.User.map(({ urn, parent, row }) =>
          [urn.split(':')[1], parent, row.name, row.type, row.multiValued].join(' '),
        ),
        [
          'ietf emails verified boolean false',
          'ietf  shoe decimal false',
          'ietf  pets complex true',
          'ietf  floor string false',
          'ietf manager managerId string false',
          'acme  vip boolean false',
        ],
      ),
  },
  {
    name: 'learned: a plain group teaches nothing',
    run: () =>
      assertSame(
        unknownAttributes(groupType, {
          displayName: 'g',
          members: [{ value: '1', $ref: 'u', display: 'd', type: 'User' }],
        }),
        [],
      ),
  },
  {
    name: 'learned: known names teach nothing again, whatever their case',
    run: () => {
      assertSame(addLearned(learned.User, unknownAttributes(userType, { SHOE: 'x' })), undefined)
      assertSame(addLearned([], learned.User), learned.User)
      assertSame(addLearned(learned.User, unknownAttributes(userType, { hat: 'x' }))?.length, 7)
    },
  },
  {
    name: 'learned: not without end',
    run: () => {
      const many: { [name: string]: string } = {}
      for (let n = 0; n < 300; n++) many['made' + n] = 'up'
      assertSame(addLearned([], unknownAttributes(userType, many))?.length, 200)
    },
  },
  {
    name: 'learned: of an attribute twenty parts, one level deep, without description',
    run: () => {
      const parts: { [name: string]: JsonObject } = {}
      for (let n = 0; n < 3200; n++) parts['part' + n] = { deep: { er: 1 } }
      const found = unknownAttributes(userType, { bomb: parts, emails: [parts] })
      assertSame(found.length, 21)
      const bomb = found[0]?.row
      assertSame(bomb?.description, '')
      assertSame(bomb?.subAttributes?.length, 20)
      assertSame(bomb?.subAttributes?.[0]?.type, 'string')
      assertSame(bomb?.subAttributes?.[0]?.subAttributes, undefined)
    },
  },
  {
    name: 'learned: declared by Schemas and ResourceTypes',
    run: () => {
      const user = discovered('/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')
      const rows = user['attributes'] as readonly JsonObject[]
      assertSame(names(rows).slice(-2), ['shoe', 'pets'])
      const emails = rows.filter((row) => row['name'] === 'emails')[0] as JsonObject
      assertSame(names(emails['subAttributes']), [
        'value',
        'display',
        'type',
        'primary',
        'verified',
      ])
      assertSame(names(discovered('/Schemas/urn:acme:2.0:User')['attributes']), ['vip'])
      assertSame(discovered('/ResourceTypes/User')['schemaExtensions'], [
        { schema: enterprise, required: false },
        { schema: 'urn:acme:2.0:User', required: false },
      ])
      assertSame(discovered('/ResourceTypes/Group')['schemaExtensions'], [])
    },
  },
]
