import type { Context } from '../connections/context'
import { noteLearned } from '../connections/learned'
import type { JsonObject } from '../json'
import { mappedFields } from '../mapping/attribute-mapping'
import { EMPTY } from '../mapping/document'
import { laidOver } from '../mapping/json-object'
import { note, openValues } from '../mapping/notes'
import { readSourceUser, userAttributes, type SourceUser } from '../mapping/source-user'
import { toStoredUserDocument } from '../mapping/user-resource'
import { readNewUser } from '../patch/read-user'
import { isDirectoryError, type Directory, type PrincipalFields } from '../ports/directory'
import { applyNewUser, finishNewUser } from '../rules/apply-user'
import { setTargetPassword, wishedPassword } from '../rules/apply-password'
import { arrivingBy, findArrival, type Arrival } from '../rules/arrival'
import { checkWish } from '../rules/check-wish'
import { userRulesOf } from '../rules/user-rules'
import { userWish } from '../rules/user-wish'
import { userType } from '../schema/resource-type'
import { nameTaken } from '../rules/write-target-user'
import { ScimError, uniqueness } from '../scim-error'
import { isRefusal } from './failures'
import { checkFields } from './limits'
import { holdingNames, userLock } from './locking'

interface NewUser {
  readonly fields: PrincipalFields
  readonly document: JsonObject
  /** As sent; it goes to the target alone. */
  readonly password: string | undefined
}

/** A new source user, and by the rules his target user. One whose create was cut is finished. Throws 409. */
export function createSourceUser(context: Context, body: JsonObject): SourceUser {
  const user = readUser(body)
  const { name } = user.fields
  context.notes.name(name)
  const names = [userLock(context, name)]
  return holdingNames(context, names, () => ({ names, run: () => createLocked(context, user) }))
}

function readUser(body: JsonObject): NewUser {
  const change = readNewUser(body)
  const name = change.userName
  const document = toStoredUserDocument(change.document)
  const active = change.document['active'] !== false
  const mapped = mappedFields({ userName: name, active, document })
  checkFields(mapped)
  return { fields: { name, active, ...mapped }, document, password: change.password }
}

function createLocked(context: Context, user: NewUser): SourceUser {
  const { name } = user.fields
  const standing = context.source.findPrincipal(name)
  const begun = standing && readSourceUser(standing)
  if (begun && !begun.creating)
    throw uniqueness('userName: ' + JSON.stringify(name) + ' exists already')
  const { importUsers, linkExisting } = context.connection.userSync
  const isUnknown = !begun && !importUsers
  if (isUnknown && linkExisting === 'off') throw notImported(context, name)
  const arrival = askTarget(context, user, begun)
  if (isUnknown && arrival?.kind !== 'link') throw notImported(context, name)
  const password = wishedPassword(context, user.password)
  noteLearned(context, userType, user.document)
  if (begun) setTargetPassword(context, begun, password)
  const created = begun ? rewrite(context, user, begun) : add(context, user)
  return finish(context, created, begun ? undefined : arrival, password)
}

/** What can refuse is asked before anything is written; a source user who was begun is then taken away again. */
function askTarget(
  context: Context,
  { fields, document }: NewUser,
  begun: SourceUser | undefined,
): Arrival | undefined {
  const person = { userName: fields.name, active: fields.active, document }
  const wish = userWish(userRulesOf(context), person, 'new')
  checkWish(wish)
  if (!context.target) return undefined
  const arrival = findArrival(context, context.target, arrivingBy(wish, begun ? begun.id : ''))
  if (arrival.kind !== 'taken') return arrival
  if (begun) context.source.removePrincipal(begun.userName)
  throw nameTaken(context, fields.name)
}

function notImported(context: Context, name: string): Error {
  return new ScimError(
    context.policies.refusalStatus,
    'This connection does not import users: ' + JSON.stringify(name) + ' is not known here',
  )
}

function add(context: Context, user: NewUser): SourceUser {
  const { random, clock } = context.ports
  const attributes = userAttributes(user.document, {}, clock.now(), random.sha256)
  attributes[note.state] = ['creating']
  try {
    return readSourceUser(context.source.addPrincipal({ ...user.fields, attributes }))
  } catch (error) {
    if (!isDirectoryError(error, 'exists')) throw error
    throw uniqueness('userName: ' + JSON.stringify(user.fields.name) + ' exists already')
  }
}

/** The client's retry may say something else than the create that was cut. */
function rewrite(context: Context, user: NewUser, begun: SourceUser): SourceUser {
  const { random } = context.ports
  const attributes = userAttributes(user.document, begun.attributes, begun.modified, random.sha256)
  context.source.storePrincipalAttributes(begun.userName, attributes)
  if (begun.userName !== user.fields.name) {
    context.source.renamePrincipal(begun.userName, user.fields.name)
  }
  context.source.updatePrincipal(user.fields)
  return {
    ...begun,
    userName: user.fields.name,
    active: user.fields.active,
    document: user.document,
    attributes: laidOver(begun.attributes, attributes),
  }
}

/** `arrival` is what stands in the way in the target, for a source user made just now. */
function finish(
  context: Context,
  user: SourceUser,
  arrival: Arrival | undefined,
  password: string | undefined,
): SourceUser {
  const tie = context.target && tieToTarget(context, context.target, user, arrival, password)
  const values: Record<string, readonly string[]> = { [note.state]: [EMPTY] }
  if (tie !== undefined) values[note.target] = [tie]
  if (arrival?.kind !== 'make') values[note.open] = openValues([])
  context.source.storePrincipalAttributes(user.userName, values)
  return user
}

/** If the target still refuses, the source user is taken away again. */
function tieToTarget(
  context: Context,
  target: Directory,
  user: SourceUser,
  arrival: Arrival | undefined,
  password: string | undefined,
): string | undefined {
  try {
    if (arrival) return applyNewUser(context, target, user, arrival, password)
    return finishNewUser(context, target, user, password)
  } catch (error) {
    if (isRefusal(error)) context.source.removePrincipal(user.userName)
    throw error
  }
}
