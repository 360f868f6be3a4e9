import type { Context } from '../connections/context'
import { noteLearned } from '../connections/learned'
import type { JsonObject } from '../json'
import { mappedFields } from '../mapping/attribute-mapping'
import { EMPTY } from '../mapping/document'
import { isSameJson, laidOver } from '../mapping/json-object'
import { isUndecided, note, openValues } from '../mapping/notes'
import { userAttributes, type SourceUser } from '../mapping/source-user'
import { toStoredUserDocument, toUserDocument } from '../mapping/user-resource'
import type { UserChange } from '../patch/change'
import { isDirectoryError, type PrincipalFields } from '../ports/directory'
import { setTargetPassword, wishedPassword } from '../rules/apply-password'
import { applyUser } from '../rules/apply-user'
import { checkWish } from '../rules/check-wish'
import { protectionOfUser } from '../rules/protected-user'
import { findTargetUser } from '../rules/target-user'
import { targetNameOf, userRulesOf } from '../rules/user-rules'
import { partsOf, userTurn, userWish, type UserPart, type UserWish } from '../rules/user-wish'
import { userType } from '../schema/resource-type'
import { nameTaken } from '../rules/write-target-user'
import { uniqueness } from '../scim-error'
import { isRefusal } from './failures'
import { findUser, storedUser } from './find-user'
import { checkFields } from './limits'
import { holdingNames, userLock } from './locking'

/** Changes a source user, and by the turns that follow his target user. Gives the user as he then is. */
export function updateSourceUser(
  context: Context,
  id: string,
  readChange: (stored: JsonObject) => UserChange,
): SourceUser {
  const seen = findUser(context, id)
  return holdingNames(context, [userLock(context, seen.userName)], () => {
    const stored = storedUser(context, seen.id)
    const change = readChange(toUserDocument(stored))
    const next = readNext(stored, change)
    context.notes.name(next.userName)
    return {
      names: [userLock(context, stored.userName), userLock(context, next.userName)],
      run: () => updateLocked(context, stored, next, change),
    }
  })
}

function readNext(stored: SourceUser, change: UserChange): SourceUser {
  const { document } = change
  const userName = document['userName']
  const active = document['active']
  const next = {
    ...stored,
    userName: typeof userName === 'string' ? userName : stored.userName,
    active: typeof active === 'boolean' ? active : stored.active,
    document: toStoredUserDocument(document),
  }
  checkFields(fieldsOf(next))
  return next
}

function fieldsOf(user: SourceUser): PrincipalFields {
  return { name: user.userName, active: user.active, ...mappedFields(user) }
}

/** `source` in `scim.open`: the fields of the source user itself are not written yet. */
const SOURCE = 'source'

/**
 * A deactivation that stands beside other changes goes first and for itself, so that it stays whatever becomes of those:
 * taking access away is always made true (ADR 0004).
 */
function updateLocked(
  context: Context,
  stored: SourceUser,
  next: SourceUser,
  change: UserChange,
): SourceUser {
  if (change.named.active !== false || !hasMore(stored, next, change)) {
    return update(context, stored, next, change)
  }
  const { document, named } = change
  const alone = { document, named, changed: stored.active }
  const inactive = update(context, stored, { ...stored, active: false }, alone)
  return update(context, inactive, next, { ...change, named: {} })
}

/** True if the request changes something beside `active`, or brings a password. */
function hasMore(stored: SourceUser, next: SourceUser, change: UserChange): boolean {
  return (
    change.password !== undefined ||
    stored.userName !== next.userName ||
    !isSameJson(stored.document, next.document)
  )
}

function update(
  context: Context,
  stored: SourceUser,
  next: SourceUser,
  change: UserChange,
): SourceUser {
  const rules = userRulesOf(context)
  const after = userWish(rules, next, 'known')
  const turn = userTurn(userWish(rules, stored, 'known'), after, change.named)
  const parts = turningParts(stored, after, turn)
  const password = wishedPassword(context, change.password)
  const isAtRest = !change.changed && parts.length === 0 && stored.open.length === 0
  if (!isAtRest) {
    checkWish(after)
    checkNewName(context, stored, next, parts)
  }
  if (change.changed) noteLearned(context, userType, next.document)
  setTargetPassword(context, stored, password)
  if (isAtRest) return stored
  const modified = change.changed ? context.ports.clock.now() : stored.modified
  const written = writeSource(context, stored, { ...next, modified }, parts)
  const kept = change.named.active === false ? { ...stored, active: false } : stored
  return close(context, written, applyOrWriteBack(context, kept, written, parts, password))
}

/** A user whose create was cut turns whole; but one who was there before us has a name that only the client changes. */
function turningParts(
  stored: SourceUser,
  after: UserWish,
  turn: readonly UserPart[],
): readonly UserPart[] {
  return partsOf(after).filter(
    (part) =>
      turn.includes(part) || stored.open.includes(part) || (stored.creating && part !== 'name'),
  )
}

/** What can refuse is asked before anything is written. */
function checkNewName(
  context: Context,
  stored: SourceUser,
  next: SourceUser,
  parts: readonly UserPart[],
): void {
  const { lowerCase } = context.ports.crowd
  if (lowerCase(stored.userName) === lowerCase(next.userName)) return
  if (context.source.findPrincipal(next.userName)) throw nameExists(next.userName)
  if (!context.target || !parts.includes('name')) return
  const name = targetNameOf(context, next.userName)
  const standing = context.target.findPrincipal(name)
  const why = protectionOfUser(context, name)
  if (!standing && why === undefined) return
  const own = findTargetUser(context, context.target, stored)
  if (own.kind !== 'found' || lowerCase(own.principal.name) === lowerCase(name)) return
  throw why === undefined ? nameTaken(context, next.userName) : nameProtected(name, why)
}

function nameProtected(name: string, why: string): Error {
  return uniqueness('userName: ' + JSON.stringify(name) + ' ' + why)
}

function nameExists(name: string): Error {
  return uniqueness('userName: ' + JSON.stringify(name) + ' exists already')
}

/** The document together with the note of what is under way; then the name, then the fields. */
function writeSource(
  context: Context,
  from: SourceUser,
  to: SourceUser,
  parts: readonly UserPart[],
): SourceUser {
  const open = (parts as readonly string[]).concat(SOURCE, from.open.filter(isUndecided))
  const attributes = {
    ...userAttributes(to.document, from.attributes, to.modified, context.ports.random.sha256),
    [note.open]: openValues(open),
  }
  context.source.storePrincipalAttributes(from.userName, attributes)
  if (from.userName !== to.userName) renameSource(context, from, to)
  if (!isSameJson(fieldsOf(from), fieldsOf(to)) || from.open.includes(SOURCE)) {
    context.source.updatePrincipal(fieldsOf(to))
  }
  return { ...to, open, attributes: laidOver(from.attributes, attributes) }
}

function renameSource(context: Context, from: SourceUser, to: SourceUser): void {
  try {
    context.source.renamePrincipal(from.userName, to.userName)
  } catch (error) {
    if (!isDirectoryError(error, 'exists')) throw error
    close(context, writeSource(context, to, { ...from, open: [] }, []), undefined)
    throw nameExists(to.userName)
  }
}

/** If the target refuses, the source is written back to `stored` and the target made equal to that again. */
function applyOrWriteBack(
  context: Context,
  stored: SourceUser,
  written: SourceUser,
  parts: readonly UserPart[],
  password: string | undefined,
): string | undefined {
  try {
    return applyWish(context, written, parts, password)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const back = writeSource(context, written, stored, parts)
    close(context, back, applyQuietly(context, back, parts))
    throw error
  }
}

function applyQuietly(
  context: Context,
  user: SourceUser,
  parts: readonly UserPart[],
): string | undefined {
  try {
    return applyWish(context, user, parts)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return user.target
  }
}

function applyWish(
  context: Context,
  user: SourceUser,
  parts: readonly UserPart[],
  password?: string,
): string | undefined {
  if (!context.target || parts.length === 0) return user.target
  const wish = userWish(userRulesOf(context), user, 'known')
  return applyUser(context, context.target, user, wish, parts, password)
}

function close(context: Context, user: SourceUser, tie: string | undefined): SourceUser {
  const values: Record<string, readonly string[]> = { [note.open]: openValues([]) }
  if (user.creating) values[note.state] = [EMPTY]
  if (tie !== undefined && tie !== user.target) values[note.target] = [tie]
  context.source.storePrincipalAttributes(user.userName, values)
  return { ...user, target: tie ?? user.target, open: [], creating: false }
}
