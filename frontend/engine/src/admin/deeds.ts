import type { ActivityEntry } from '@settings'
import { matchPath } from './match-path'

/** What a change of an administrator is called in Activity. `*` stands for the App Name, and goes where there is none. */
export interface Deed {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** As in the table of routes. */
  readonly path: string
  readonly done: string
  /** The same where it was refused. */
  readonly tried: string
}

/** One for each route that changes something. */
export const deeds: readonly Deed[] = [
  {
    method: 'POST',
    path: 'connections',
    done: 'Added connection *',
    tried: 'Tried to add a connection',
  },
  {
    method: 'PUT',
    path: 'connections/:connection/scim',
    done: 'Saved SCIM settings of *',
    tried: 'Tried to save SCIM settings of *',
  },
  {
    method: 'PUT',
    path: 'connections/:connection/user-sync',
    done: 'Saved User Sync settings of *',
    tried: 'Tried to save User Sync settings of *',
  },
  {
    method: 'DELETE',
    path: 'connections/:connection',
    done: 'Deleted connection *',
    tried: 'Tried to delete connection *',
  },
  {
    method: 'POST',
    path: 'connections/:connection/tokens',
    done: 'Made a token of *',
    tried: 'Tried to make a token of *',
  },
  {
    method: 'DELETE',
    path: 'connections/:connection/tokens/:token',
    done: 'Revoked a token of *',
    tried: 'Tried to revoke a token of *',
  },
  {
    method: 'POST',
    path: 'connections/:connection/source',
    done: 'Made the source directory of * anew',
    tried: 'Tried to make the source directory of * anew',
  },
  {
    method: 'POST',
    path: 'connections/:connection/target',
    done: 'Set the directory of *',
    tried: 'Tried to set the directory of *',
  },
  {
    method: 'PUT',
    path: 'connections/:connection/applications/:application',
    done: 'Changed the applications of *',
    tried: 'Tried to change the applications of *',
  },
  {
    method: 'POST',
    path: 'connections/:connection/unmap-source',
    done: 'Took the source directory of * away from applications',
    tried: 'Tried to take the source directory of * away from applications',
  },
]

/** What an administrator did or tried, in words; '' for a request of the provider, or an address that is none of ours. */
export function deedOf(entry: Omit<ActivityEntry, 'ref' | 'deed'>): string {
  if (entry.by === '') return ''
  const parts = entry.resource.split('/').slice(1)
  const deed = deeds.filter(
    ({ method, path }) => method === entry.method && matchPath(path, parts) !== undefined,
  )[0]
  if (!deed) return ''
  const words = entry.status < 400 ? deed.done : deed.tried
  return entry.name === '' ? words.replace(/ (of )?\*/, '') : words.split('*').join(entry.name)
}
