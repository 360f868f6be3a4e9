import { listActivity, showActivity } from './activity'
import type { AdminAnswer, AdminRequest } from './admin-context'
import { listApplications, mapApplication, unmapSource } from './applications'
import { changeScim, changeUserSync } from './change-settings'
import { createConnection } from './create-connection'
import { deleteConnection } from './delete-connection'
import { listDirectories, remakeSource, setTarget } from './directories'
import { showOverview, showSystem } from './overview'
import { addToken, revokeToken } from './tokens'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Parts of the path behind `/api`; `:name` stands for any one part. */
  readonly path: string
  readonly answer: (request: AdminRequest) => AdminAnswer
}

/** The admin API as frontend/settings/src/admin-api.ts describes it. */
export const routes: readonly Route[] = [
  { method: 'GET', path: 'overview', answer: showOverview },
  { method: 'GET', path: 'system', answer: showSystem },
  { method: 'POST', path: 'connections', answer: createConnection },
  { method: 'PUT', path: 'connections/:connection/scim', answer: changeScim },
  { method: 'PUT', path: 'connections/:connection/user-sync', answer: changeUserSync },
  { method: 'DELETE', path: 'connections/:connection', answer: deleteConnection },
  { method: 'POST', path: 'connections/:connection/tokens', answer: addToken },
  { method: 'DELETE', path: 'connections/:connection/tokens/:token', answer: revokeToken },
  { method: 'GET', path: 'directories', answer: listDirectories },
  { method: 'POST', path: 'connections/:connection/source', answer: remakeSource },
  { method: 'POST', path: 'connections/:connection/target', answer: setTarget },
  { method: 'GET', path: 'connections/:connection/applications', answer: listApplications },
  {
    method: 'PUT',
    path: 'connections/:connection/applications/:application',
    answer: mapApplication,
  },
  { method: 'POST', path: 'connections/:connection/unmap-source', answer: unmapSource },
  { method: 'GET', path: 'activity', answer: listActivity },
  { method: 'GET', path: 'activity/:ref', answer: showActivity },
]
