import type { Context } from '../connections/context'
import type { Directory } from '../ports/directory'
import type { Ports } from '../ports/ports'

/**
 * Names under which groups carry administration rights in Crowd and in the applications that it serves. In lower case.
 * Such groups are never joined, renamed, emptied or deleted through SCIM (ADR 0012).
 */
export const administrationGroups: readonly string[] = [
  'administrators',
  'bamboo-admin',
  'bamboo-admins',
  'bitbucket-administrators',
  'bitbucket-system-administrators',
  'confluence-administrators',
  'crowd-administrators',
  'crucible-administrators',
  'fisheye-administrators',
  'jira-administrators',
  'jira-servicedesk-administrators',
  'jira-system-administrators',
  'org-admins',
  'site-admins',
  'stash-administrators',
  'stash-sys-admins',
  'system-administrators',
]

const administrationKeys: Readonly<Record<string, true | undefined>> = administrationGroups.reduce<
  Record<string, true>
>((keys, name) => {
  keys['@' + name] = true
  return keys
}, {})

/** Format characters and others that are not seen: Unicode's Cf and what it says to ignore by default. */
const unseen =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43][\udc00-\udfff]/g

const dashes = /[\u2010-\u2015\u2043\u2212]/g

/** A name as people see it: names that look the same are protected the same. Letters of other scripts stay apart. */
function asSeen(name: string): string {
  if (isPlain.test(name)) return name
  return name.replace(unseen, '').normalize('NFKC').replace(unseen, '').replace(dashes, '-').trim()
}

const isPlain = /^[\x21-\x7e]*$/

/** Why a group is protected, for people; undefined if it is not. */
export type GroupProtection = (name: string) => string | undefined

/** What the applications say of the groups of one directory. */
export interface ApplicationFacts {
  readonly protection: GroupProtection
  /** The same for a group that is there, and for all that it is in: who is in a group is in those too. A call for each. */
  readonly standingProtection: GroupProtection
  /** True if an application lets people in by that group: renaming or deleting it would lock them out. */
  isMapped(groupName: string): boolean
}

/** Of the connection's target. One call of Crowd. */
export function applicationFacts(
  { ports, connection }: Context,
  target: Directory,
): ApplicationFacts {
  return readApplicationFacts(ports, target.id, connection.userSync.protectedGroups)
}

/** `listed` are the names of the groups that an administrator of the connection protects. */
export function readApplicationFacts(
  ports: Ports,
  directoryId: string,
  listed: readonly string[],
): ApplicationFacts {
  const console: Record<string, true> = {}
  const mapped: Record<string, true> = {}
  const { lowerCase } = ports.crowd
  const keyOf = (name: string): string => '@' + lowerCase(asSeen(name))
  for (const application of ports.crowd.applications()) {
    for (const mapping of application.mappings) {
      if (mapping.directoryId !== directoryId) continue
      for (const name of mapping.groupNames) {
        mapped[keyOf(name)] = true
        if (application.type === 'CROWD') console[keyOf(name)] = true
      }
    }
  }
  const protection: GroupProtection = (name) => {
    if (administrationKeys[keyOf(name)]) return 'is an administration group'
    if (console[keyOf(name)]) return 'gives access to the Crowd console'
    return isListed(listed, name, lowerCase) ? 'is a protected group' : undefined
  }
  return {
    isMapped: (name) => mapped[keyOf(name)] === true,
    protection,
    standingProtection: (name) =>
      protection(name) ??
      protectionFromAbove(name, protection, lowerCase, ports.directory(directoryId).parentsOf),
  }
}

/** True if the name, as people see it, is on the list. One look-up for the whole list: names hold no line break. */
export function isListed(
  list: readonly string[],
  name: string,
  lowerCase: (name: string) => string,
): boolean {
  if (list.length === 0) return false
  return lowerCase(list.map(asSeen).join('\n'))
    .split('\n')
    .includes(lowerCase(asSeen(name)))
}

/** A group in more groups than this is left alone: each costs a call. */
const mostAncestors = 100

function protectionFromAbove(
  name: string,
  protection: GroupProtection,
  lowerCase: (name: string) => string,
  parentsOf: Directory['parentsOf'],
): string | undefined {
  const keyOf = (each: string): string => '@' + lowerCase(each)
  const seen: Record<string, true> = { [keyOf(name)]: true }
  const waiting = [name]
  for (let next = 0; next < waiting.length; next++) {
    if (next > mostAncestors) return 'is in more than ' + mostAncestors + ' groups'
    for (const parent of parentsOf(waiting[next] as string)) {
      const why = protection(parent.name)
      if (why !== undefined) return 'is in ' + parent.name + ', which ' + why
      if (seen[keyOf(parent.name)]) continue
      seen[keyOf(parent.name)] = true
      waiting.push(parent.name)
    }
  }
  return undefined
}
