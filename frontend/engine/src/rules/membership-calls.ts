import { isDirectoryError, type Directory } from '../ports/directory'

/** False if it was there already. */
export function addMember(directory: Directory, userName: string, groupName: string): boolean {
  try {
    directory.addMember(userName, groupName)
    return true
  } catch (error) {
    if (isDirectoryError(error, 'exists')) return false
    throw error
  }
}

/** False if there was nothing to remove. */
export function removeMember(directory: Directory, userName: string, groupName: string): boolean {
  if (!directory.isMember(userName, groupName)) return false
  directory.removeMember(userName, groupName)
  return true
}
