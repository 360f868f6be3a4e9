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

/** Why a group is protected, for people; undefined if it is not. */
export type GroupProtection = (name: string) => string | undefined

/** What the applications say of the groups of one directory. One call of Crowd. */
export interface ApplicationFacts {
  readonly protection: GroupProtection
  /** The same for a group that is there, and for all that it is in: who is in a group is in those too. A call for each. */
  readonly standingProtection: GroupProtection
  /** True if an application lets people in by that group: renaming or deleting it would lock them out. */
  isMapped(groupName: string): boolean
}

export function readApplicationFacts(ports: Ports, directoryId: string): ApplicationFacts {
  const console: Record<string, true> = {}
  const mapped: Record<string, true> = {}
  const keyOf = (name: string): string => '@' + ports.crowd.lowerCase(name)
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
    if (administrationGroups.includes(ports.crowd.lowerCase(name)))
      return 'is an administration group'
    return console[keyOf(name)] ? 'gives access to the Crowd console' : undefined
  }
  return {
    isMapped: (name) => mapped[keyOf(name)] === true,
    protection,
    standingProtection: (name) =>
      protection(name) ??
      protectionFromAbove(name, protection, keyOf, ports.directory(directoryId).parentsOf),
  }
}

/** A group in more groups than this is left alone: each costs a call. */
const mostAncestors = 100

function protectionFromAbove(
  name: string,
  protection: GroupProtection,
  keyOf: (name: string) => string,
  parentsOf: Directory['parentsOf'],
): string | undefined {
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
