import { DirectoryError, type DirectoryErrorKind } from '../../src/ports/directory'

/**
 * What a port must do, without a test framework: `run` throws when the port does not. The same suites run on the ports in
 * memory (jest) and, inside the JVM, on the shell's ports.
 */
export interface ContractCase<Port> {
  readonly name: string
  run(port: Port): void
}

/** Throws unless the work fails with a DirectoryError, of that kind if one is named. */
export function assertFails(kind: DirectoryErrorKind | undefined, work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (error instanceof DirectoryError && (kind === undefined || error.kind === kind)) return
    throw new Error('expected failure ' + String(kind) + ' but got ' + describe(error))
  }
  throw new Error('expected failure ' + String(kind) + ' but it worked')
}

function describe(error: unknown): string {
  if (error instanceof DirectoryError) return error.kind + ': ' + error.message
  return error instanceof Error ? error.message : String(error)
}

export function assertTrue(what: string, value: boolean): void {
  if (!value) throw new Error('not true: ' + what)
}

/** The value, which must be there. */
export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value but there is none')
  return value
}
