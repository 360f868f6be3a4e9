import type { Context } from '../connections/context'
import { EMPTY } from '../mapping/document'
import { note } from '../mapping/notes'
import { toSearchable } from '../mapping/searchable'
import { readSourceUser, type SourceUser } from '../mapping/source-user'
import type { Principal } from '../ports/directory'
import { notFound } from '../scim-error'
import { ownValue } from '../json'

/**
 * The source user that `/Users/{id}` means. With the policy `lenientIds` an unknown id is taken as externalId, userName
 * or unique e-mail: miniOrange may send one of those. Throws 404.
 */
export function findUser(context: Context, id: string): SourceUser {
  const principal = context.source.findPrincipalById(id) ?? findLeniently(context, id)
  if (!principal) throw notFound('User', id)
  return readSourceUser(principal)
}

/** The source user of that id as he is now. Throws 404. */
export function storedUser(context: Context, id: string): SourceUser {
  const principal = context.source.findPrincipalById(id)
  if (!principal) throw notFound('User', id)
  return readSourceUser(principal, context.ports.random.sha256)
}

function findLeniently(context: Context, id: string): Principal | undefined {
  if (!context.policies.lenientIds || id === '' || id === EMPTY) return undefined
  const found =
    uniqueByAttribute(
      context,
      note.externalId,
      id,
      (user) => ownValue(user.document, 'externalId') === id,
    ) ??
    context.source.findPrincipal(id) ??
    uniqueByAttribute(context, note.email, id, () => true)
  if (found) context.notes.noted('the id in the path is not ours; taken for ' + found.name)
  return found
}

/** The only user with that value; undefined if there is none, or more than one. */
function uniqueByAttribute(
  context: Context,
  name: string,
  value: string,
  isMeant: (user: SourceUser) => boolean,
): Principal | undefined {
  const searched = toSearchable(value, context.ports.random.sha256)
  const found = context.source
    .searchPrincipals({
      restriction: { kind: 'attribute', name, match: 'exactly', value: searched },
      start: 0,
      count: 3,
    })
    .filter((principal) => isMeant(readSourceUser(principal)))
  return found.length === 1 ? found[0] : undefined
}
