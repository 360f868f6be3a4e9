/** What the page needs from the browser around it. Tests give their own, with a clock that stands still. */
export interface Host {
  readonly page: Page
  /** Sends one request to the admin API. Rejects only when no answer came; a refusal is an answer. */
  readonly send: (method: Method, path: string, body?: unknown) => Promise<Answer>
  /** Puts text on the clipboard; false when the browser refuses (for example on a page without https). */
  readonly copy: (text: string) => Promise<boolean>
  /** Runs `run` every `milliseconds` while the page is visible, until the returned function is called. */
  readonly every: (milliseconds: number, run: () => void) => () => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A time for people, in their own zone. */
  readonly formatTime: (milliseconds: number) => string
  readonly colorMode: ColorModeSwitch
  readonly addressBar: AddressBar
  /** While `isDirty` says so, the browser asks before the page is closed or reloaded. Returns what ends it. */
  readonly askBeforeUnload: (isDirty: () => boolean) => () => void
}

/** The part of the address after `#`, with the sign. */
export interface AddressBar {
  readonly hash: () => string
  /** Shows another one, as a new step of the browser's history. */
  readonly push: (hash: string) => void
  /** Shows another one in place of the present step. */
  readonly replace: (hash: string) => void
  /** Calls `changed` when a link or the browser's own buttons changed it; returns what ends it. */
  readonly subscribe: (changed: () => void) => () => void
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Answer {
  readonly status: number
  /** The parsed JSON; undefined when the answer was not JSON. */
  readonly body: unknown
}

/** What the servlet wrote on the root element. */
export interface Page {
  /** Address of the admin API, without a slash at the end. */
  readonly api: string
  readonly xsrf: string
  readonly user: string
  /** Crowd's context path, e.g. `/crowd`; '' at the root. */
  readonly context: string
  /** Address of the page itself; opening it leads to Crowd's login when the session has ended. */
  readonly address: string
}

export type ColorMode = 'light' | 'dark'

export interface ColorModeSwitch {
  readonly current: () => ColorMode
  readonly choose: (mode: ColorMode) => void
  /** Calls `changed` whenever the mode changes, by choice or with the system; returns what ends it. */
  readonly subscribe: (changed: () => void) => () => void
}
