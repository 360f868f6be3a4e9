import { ScimError } from '../../src/scim-error'

/** A case that throws when it fails. Needs no test framework, so that the same tables run inside the JVM. */
export interface Case {
  readonly name: string
  run(): void
}

/** Throws unless both print as the same JSON, whatever the order of names. */
export function assertSame(actual: unknown, expected: unknown): void {
  const one = printed(actual)
  const other = printed(expected)
  if (one !== other) throw new Error(`expected ${other}\n but got ${one}`)
}

function printed(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map(printed).join(', ') + ']'
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value))
  const object = value as Record<string, unknown>
  const names = Object.keys(object).filter((name) => object[name] !== undefined)
  return (
    '{' +
    names
      .sort()
      .map((name) => `${JSON.stringify(name)}: ${printed(object[name])}`)
      .join(', ') +
    '}'
  )
}

/** What a function gives, or its refusal as `400 invalidValue: detail`. Other errors go on. */
export function outcome<T>(work: () => T): T | string {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    const scimType = error.scimType === undefined ? '' : ' ' + error.scimType
    return `${error.status}${scimType}: ${error.detail}`
  }
}

/** A case for each row of a table. */
export function eachRow<R>(
  about: string,
  rows: readonly R[],
  nameOf: (row: R) => string,
  run: (row: R) => void,
): readonly Case[] {
  return rows.map((row) => ({ name: `${about}: ${nameOf(row)}`, run: () => run(row) }))
}

/** A text, repeated. */
export function times(count: number, text: string): string {
  return new Array(count + 1).join(text)
}
