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
  return {
    isMapped: (name) => mapped[keyOf(name)] === true,
    protection: (name) => {
      if (administrationGroups.includes(ports.crowd.lowerCase(name)))
        return 'is an administration group'
      return console[keyOf(name)] ? 'gives access to the Crowd console' : undefined
    },
  }
}
