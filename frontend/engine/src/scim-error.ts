/** RFC 7644 table 9, and `sensitive` of §7.5.2. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'

/** A refusal that the client is told about, as RFC 7644 §3.12 body. `detail` names attribute, value and place. */
export class ScimError extends Error {
  readonly status: number
  readonly detail: string
  readonly scimType: ScimType | undefined
  readonly headers: Readonly<Record<string, string>>
  constructor(
    status: number,
    detail: string,
    scimType?: ScimType,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    Object.setPrototypeOf(this, ScimError.prototype)
    this.name = 'ScimError'
    this.status = status
    this.detail = detail
    this.scimType = scimType
    this.headers = headers
  }
}

export function notFound(resource: 'User' | 'Group', id: string): ScimError {
  return new ScimError(404, `${resource} ${shown(id)} does not exist`)
}

/** `place` says where in the request the value stood, e.g. `emails[0].value` or `Operations[2].path`. */
export function invalidValue(place: string, problem: string): ScimError {
  return new ScimError(400, `${place}: ${problem}`, 'invalidValue')
}

export function invalidSyntax(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidSyntax')
}

export function invalidPath(place: string, problem: string): ScimError {
  return new ScimError(400, `${place}: ${problem}`, 'invalidPath')
}

export function noTarget(place: string, problem: string): ScimError {
  return new ScimError(400, `${place}: ${problem}`, 'noTarget')
}

export function mutability(place: string, problem: string): ScimError {
  return new ScimError(400, `${place}: ${problem}`, 'mutability')
}

export function uniqueness(detail: string): ScimError {
  return new ScimError(409, detail, 'uniqueness')
}

/** `found` is the filter as sent, `index` 0-based. */
export function invalidFilter(found: string, index: number, expected: string): ScimError {
  return new ScimError(
    400,
    `expected ${expected} at index ${index} of filter: ${shortened(found)}`,
    'invalidFilter',
  )
}

/** Temporary trouble: clients repeat after that many seconds. */
export function unavailable(detail: string, retryAfterSeconds: number): ScimError {
  return new ScimError(503, detail, undefined, { 'Retry-After': String(retryAfterSeconds) })
}

/** A value as an error shows it: quoted, at most 80 characters, control characters escaped. */
export function shown(value: unknown): string {
  return shortened(
    typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value)),
  )
}

function shortened(text: string): string {
  return text.length > 80 ? text.slice(0, 77) + '…' : text
}
