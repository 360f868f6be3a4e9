/** Where in the SCIM servlet a request goes. */
export interface ScimPath {
  /** '' if the path names none. */
  readonly connectionId: string
  /** What follows the base URL, percent-encoded as sent, with single slashes and none at the end: '' or `/Users/42`. */
  readonly rest: string
}

/**
 * Splits `/<connection>/v2/Users/42`. Clients put host and path together themselves, so doubled slashes, a slash at the
 * end and a missing `/v2` are all the same to us.
 */
export function readScimPath(path: string): ScimPath {
  const parts = path.split('/').filter((part) => part !== '')
  const connectionId = (parts[0] ?? '').toLowerCase()
  const rest = parts.slice((parts[1] ?? '').toLowerCase() === 'v2' ? 2 : 1)
  return { connectionId, rest: rest.map((part) => '/' + part).join('') }
}
