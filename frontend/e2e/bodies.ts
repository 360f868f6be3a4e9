import type { ScimRequest } from './crowd'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** POST /Users of somebody with that name. */
export function newUser(userName: string): ScimRequest {
  const body = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
    userName,
    name: { givenName: 'Given', familyName: 'Family' },
    emails: [{ value: `${userName}@example.org`, type: 'work', primary: true }],
    active: true,
  }
  return { method: 'POST', path: '/Users', body }
}

/** POST /Groups with users of those ids. */
export function newGroup(displayName: string, ids: readonly string[]): ScimRequest {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
  const body = { schemas, displayName, members: membersOf(ids) }
  return { method: 'POST', path: '/Groups', body }
}

export function membersOf(ids: readonly string[]): readonly { readonly value: string }[] {
  return ids.map((value) => ({ value }))
}

/** PATCH with one operation. */
export function patch(path: string, operation: object): ScimRequest {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
  return { method: 'PATCH', path, body: { schemas, Operations: [operation] } }
}
