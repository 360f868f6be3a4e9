import type { ActivityEntry } from '@settings'
import { deedOf, deeds } from '../../src/admin/deeds'
import { routes } from '../../src/admin/routes'
import { bearer, openDoor } from '../doors/admin-client'

test('every route that changes something has its words', () => {
  const name = ({ method, path }: { readonly method: string; readonly path: string }) =>
    `${method} ${path}`
  const changing = routes.filter(({ method }) => method !== 'GET').map(name)
  expect(deeds.map(name).sort()).toEqual([...changing].sort())
})

const connection = '/connections/k3x9'

const rows: readonly [string, Partial<ActivityEntry>, string][] = [
  ['a new connection', { method: 'POST', resource: '/connections' }, 'Added connection Acme'],
  [
    'a refused new connection',
    { method: 'POST', resource: '/connections', name: '', status: 400 },
    'Tried to add a connection',
  ],
  ['SCIM settings', { resource: `${connection}/scim` }, 'Saved SCIM settings of Acme'],
  ['User Sync', { resource: `${connection}/user-sync` }, 'Saved User Sync settings of Acme'],
  [
    'User Sync, refused',
    { resource: `${connection}/user-sync`, status: 409 },
    'Tried to save User Sync settings of Acme',
  ],
  [
    'a connection that is gone',
    { resource: `${connection}/user-sync`, status: 404, name: '' },
    'Tried to save User Sync settings',
  ],
  ['a deletion', { method: 'DELETE', resource: connection }, 'Deleted connection Acme'],
  ['a token', { method: 'POST', resource: `${connection}/tokens` }, 'Made a token of Acme'],
  [
    'a revoked token',
    { method: 'DELETE', resource: `${connection}/tokens/t1` },
    'Revoked a token of Acme',
  ],
  ['the target', { method: 'POST', resource: `${connection}/target` }, 'Set the directory of Acme'],
  [
    'the source',
    { method: 'POST', resource: `${connection}/source` },
    'Made the source directory of Acme anew',
  ],
  [
    'an application',
    { resource: `${connection}/applications/7` },
    'Changed the applications of Acme',
  ],
  [
    'the source taken away from applications, of nobody',
    { method: 'POST', resource: `${connection}/unmap-source`, name: '' },
    'Took the source directory away from applications',
  ],
  [
    'a name with the placeholder',
    { resource: `${connection}/scim`, name: '$& *' },
    'Saved SCIM settings of $& *',
  ],
  ['an address that is none', { resource: '/nowhere' }, ''],
  ['a request of the provider', { by: '', method: 'POST', resource: '/connections' }, ''],
]

test.each(rows)('%s', (_name, change, words) => {
  const entry = {
    at: 0,
    connection: 'k3x9',
    by: 'admin',
    method: 'PUT',
    resource: '',
    name: 'Acme',
    status: 200,
    changed: '',
    problem: '',
    milliseconds: 1,
    correlationId: 'c',
  }
  expect(deedOf({ ...entry, ...change })).toBe(words)
})

test('Activity says it with the App Name, also when the connection is gone', () => {
  const { admin, connect, scim } = openDoor()
  const { connection: made, token } = connect()
  scim('GET', `/${made.id}/v2/Users`, bearer(token))
  admin('DELETE', `/connections/${made.id}/tokens/unknown`)
  admin('DELETE', `/connections/${made.id}`)
  admin('DELETE', `/connections/${made.id}`)
  const { entries } = admin('GET', '/activity').body as { entries: readonly ActivityEntry[] }
  expect(entries.map(({ by, deed, status }) => [by, deed, status])).toEqual([
    ['admin', 'Tried to delete connection', 404],
    ['admin', 'Deleted connection Acme', 200],
    ['admin', 'Tried to revoke a token of Acme', 404],
    ['', '', 200],
    ['admin', 'Added connection Acme', 201],
  ])
})
