import { createHash } from 'node:crypto'
import { ask, openClient } from './bench/client.js'
import { companyOf, makeModels, person, team } from './bench/company.js'
import { openView, type Database, type Row } from './bench/stand-in-view.js'
import { crowd, makeConnection, openApi, type TestConnection } from './crowd'

/**
 * The benchmark fills directories by SQL: what it lays down is what the app lays down. The two names are of one length,
 * because documents are cut into chunks.
 */

let connection: TestConnection
let database: Database

beforeAll(async () => {
  const api = await openApi()
  connection = await makeConnection(api, 'Filling')
  database = openView(crowd.url).database
  const { send, close } = openClient(
    { scimBaseUrl: connection.scimBaseUrl, scimToken: connection.token },
    1,
  )
  const directories = [Number(connection.sourceId), Number(connection.targetId)]
  const models = await makeModels(send, database, directories)
  const company = companyOf(database, directories, models, { users: 1, groupSizes: [] })
  await company.addUsers(['copied-user'])
  await company.addGroups(['copied-team'])
  await company.addMembers('copied-team', 0, 1)

  await ask(send, { method: 'POST', path: '/Users', body: person('posted-user') })
  const members = [{ value: company.userId('person-000000') }]
  await ask(send, { method: 'POST', path: '/Groups', body: { ...team('posted-team'), members } })
  close()
})

test.each([
  ['user', 'cwd_user', 'user_id'],
  ['team', 'cwd_group', 'group_id'],
])('a %s that was copied lies in source and target as one that was posted', async (kind, ...at) => {
  const copied = await traces(`copied-${kind}`, ...at)
  expect(copied).toEqual(await traces(`posted-${kind}`, ...at))
  expect(copied.map(({ rows }) => rows.length > 0)).toEqual([true, true])
})

test.each(['user', 'team'])('a copied %s has a document that is whole', async (kind) => {
  const [directory] = [Number(connection.sourceId)]
  const table = kind === 'user' ? 'user' : 'group'
  const chunks = await database.select(
    `SELECT a.attribute_value FROM cwd_${table}_attribute a JOIN cwd_${table} e ON e.id = a.${table}_id` +
      ` WHERE e.directory_id = ? AND e.lower_${table}_name = ? AND a.attribute_name LIKE 'scim.doc.%'` +
      ' ORDER BY a.attribute_name',
    ...[directory, `copied-${kind}`],
  )
  const text = chunks.map((row) => String(row['attribute_value']).slice(1, -1)).join('')
  const [, length, hash, json = ''] = /^(\d+):(\w+):(.*)$/.exec(text) ?? []
  const expected = createHash('sha256').update(json).digest('hex').slice(0, 16)
  expect([length, hash]).toEqual([String(json.length), expected])
})

interface Traces {
  readonly rows: readonly Row[]
  readonly attributes: readonly Row[]
  readonly memberships: readonly Row[]
}

/** All that the tables hold of a user or group, in source and target, without what differs between any two. */
async function traces(name: string, table: string, owner: string): Promise<readonly Traces[]> {
  const nameColumn = table.replace('cwd_', '') + '_name'
  const ids = await database.select(
    `SELECT external_id FROM ${table} WHERE ${nameColumn} = ? ORDER BY directory_id`,
    name,
  )
  const plain = (row: Row) => withoutOwn(row, name, ids)
  return Promise.all(
    [connection.sourceId, connection.targetId].map(async (id) => {
      const rows = await database.select(
        `SELECT * FROM ${table} WHERE directory_id = ? AND lower_${nameColumn} = ?`,
        ...[Number(id), name],
      )
      const key = rows[0]?.['id'] ?? 0
      const attributes = await database.select(
        `SELECT * FROM ${table}_attribute WHERE ${owner} = ? ORDER BY attribute_name, attribute_lower_value`,
        key,
      )
      const memberships = await database.select(
        'SELECT *, CASE WHEN parent_id = ? THEN 1 ELSE 0 END AS of_parent FROM cwd_membership' +
          ' WHERE directory_id = ? AND (lower_parent_name = ? OR lower_child_name = ?)',
        ...[key, Number(id), name, name],
      )
      return {
        rows: rows.map(plain),
        attributes: attributes.map(plain),
        memberships: memberships.map(plain),
      }
    }),
  )
}

const ownColumns = ['id', 'user_id', 'group_id', 'parent_id', 'created_date', 'updated_date']

function withoutOwn(row: Row, name: string, ids: readonly Row[]): Row {
  const plain = (value: Row[string]) => (typeof value === 'string' ? text(value) : value)
  const text = (value: string) =>
    ids
      .reduce((all, one, at) => all.replaceAll(String(one['external_id']), `ID ${at}`), value)
      .replaceAll(name, 'NAME')
      .replace(/^(\d)\d+:[0-9a-f]{16}:/, '$1LENGTH:HASH:')
  const kept = Object.entries(row).filter(([column]) => !ownColumns.includes(column))
  const changed = row['attribute_name'] === 'scim.modified' ? { attribute_value: 'TIME' } : {}
  return Object.fromEntries([
    ...kept.map(([column, value]) => [column, plain(value)] as const),
    ...Object.entries(changed),
    ...Object.keys(changed).map(() => ['attribute_lower_value', 'TIME'] as const),
  ])
}
