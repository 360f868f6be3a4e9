import { isDirectoryError } from '../ports/directory'

/** Calls go by name and names move: what was not found after a look-up is looked up again, once (ADR 0005). */
export function onceMoreIfMissing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!isDirectoryError(error, 'missing')) throw error
    return work()
  }
}
