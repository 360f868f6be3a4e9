import {
  defaultAttributeMapping,
  defaultSettings,
  newConnection,
  readSettings,
  writeSettings,
  type Connection,
  type Settings,
} from '../src'

const fresh = newConnection('abc123', 1000, { appName: 'Acme', provider: 'okta' })
const connection: Connection = {
  ...fresh,
  sourceDirectoryId: '1',
  tokens: [{ id: 't1', name: 'Token 1', hash: '0'.repeat(64), created: 1000, expires: 0 }],
}
const settings: Settings = { format: 1, connections: [connection] }
const stored = (change: object) =>
  JSON.stringify({ format: 1, connections: [{ ...connection, ...change }] })
const issue = (path: string, message: string) => ({ issues: [{ path, message }] })

test('a new connection has every setting at its default', () => {
  expect(fresh).toEqual({
    id: 'abc123',
    created: 1000,
    sourceDirectoryId: '',
    targetDirectoryId: '',
    tokens: [],
    scim: {
      appName: 'Acme',
      provider: 'okta',
      mode: 'live',
      tokenHeader: '',
      requestsPerSecond: 100,
      requestsAtOnce: 64,
      strictMembers: false,
    },
    userSync: {
      login: 'sso',
      importUsers: true,
      updateUsers: true,
      linkExisting: 'off',
      nameRule: { pattern: '', replacement: '' },
      attributeMapping: defaultAttributeMapping,
      protectedUsers: [],
      protectedGroups: [],
      followActive: true,
      whenDeactivated: 'disable',
      onDelete: 'disable',
    },
    groupSync: { mode: 'onTheFly', nestedGroups: 'ignore' },
  })
})

const documents: readonly [string, string | undefined, unknown][] = [
  ['nothing as a fresh install', undefined, { value: defaultSettings }],
  ['what was written', writeSettings(settings), { value: settings }],
  [
    'a field that an older version did not have, with its default',
    stored({ userSync: { importUsers: false } }),
    {
      value: {
        ...settings,
        connections: [{ ...connection, userSync: { ...connection.userSync, importUsers: false } }],
      },
    },
  ],
  ['no broken text', '{', issue('', 'the stored settings are not JSON')],
  ['no other document', '[]', issue('format', 'the stored settings have no known format')],
  [
    'no newer format',
    '{"format":2}',
    issue(
      'format',
      'the settings were stored by a newer version of SCIM for Crowd; install that version again',
    ),
  ],
  [
    'no connections that are no list',
    '{"format":1,"connections":{}}',
    issue('connections', 'must be a list'),
  ],
  [
    'no id with a slash',
    stored({ id: '../x' }),
    issue('connections[0].id', 'is not in the expected form'),
  ],
  [
    'no token without its hash',
    stored({ tokens: [{ id: 't', name: 'T', created: 1, expires: 0 }] }),
    issue('connections[0].tokens[0].hash', 'is not in the expected form'),
  ],
  [
    'no unknown mode',
    stored({ scim: { ...connection.scim, mode: 'fast' } }),
    issue('connections[0].scim.mode', 'must be one of Live, Paused'),
  ],
]

test.each(documents)('reads %s', (_name, text, expected) => {
  expect(readSettings(text)).toEqual(expected)
})
