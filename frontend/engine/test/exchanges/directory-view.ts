import type { Directory } from '../../src/ports/directory'

/** What lies in a directory, in the shape in which the stand-in shows it to tests. */
export function viewOf(directory: Directory): object {
  const everything = { start: 0, count: -1 }
  return {
    users: directory.searchPrincipals(everything).map((user) => ({
      ...user,
      groups: directory.groupsOf(user.name).map(({ name }) => name),
    })),
    groups: directory.searchGroups(everything).map((group) => ({
      ...group,
      users: directory.membersOf(group.name, 0, -1).map(({ name }) => name),
      groups: directory.nestedGroupsOf(group.name, 0, -1).map(({ name }) => name),
    })),
  }
}
