/** One request, as the shell hands it in. All text; nothing is decoded. */
export interface Exchange {
  /** The correlation id, made by the shell; stands in the header X-Correlation-Id of every answer. */
  readonly id: string
  /** Which servlet it came through. The shell has already made sure that an admin exchange is an administrator's. */
  readonly door: 'scim' | 'admin'
  readonly method: string
  /** What follows the servlet's own path, percent-encoded as sent: `/<connection>/v2/Users/42`, `/api/connections`. */
  readonly path: string
  /** The raw query string without '?'; '' if there is none. */
  readonly query: string
  /** Header names in lower case. Cookies are left out. */
  readonly headers: Readonly<Record<string, string>>
  /** '' if there is none. The shell has refused anything over 1 MB, or nested deeper than 100. */
  readonly body: string
  readonly remoteAddress: string
  /** The administrator's user name; admin door only. */
  readonly administrator?: string
}

/** What the shell sends. The body is written in order; a MemberList is filled by the shell with two queries. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: readonly (string | MemberList)[]
  /** Ours, for the shell's log: set only with status 500. Positions are those of the bundle. */
  readonly fault?: { readonly message: string; readonly stack: string }
}

/**
 * A group's members, written by the shell as a JSON array of
 * `{"value": external id, "$ref": usersUrl + external id, "type": "User", "display": user name}`, ordered by name; then the
 * groups in it in the same way with `groupsUrl` and type `Group`. Two queries before the status is sent; members never
 * pass through the script (ADR 0001).
 */
export interface MemberList {
  readonly directoryId: string
  readonly groupName: string
  readonly usersUrl: string
  readonly groupsUrl: string
}
