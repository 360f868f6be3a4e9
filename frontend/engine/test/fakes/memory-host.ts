import { isDirectoryError } from '../../src/ports/directory'
import type { HostCall } from '../../src/ports/host'
import { LockTimeout, type Ports } from '../../src/ports/ports'

type Method = (...args: readonly unknown[]) => unknown

/** What the shell offers, on ports in memory: the same text crosses the border. Locks and an audit log are not kept. */
export function memoryHost(ports: Ports): HostCall {
  return (port, method, args) => {
    try {
      const value = callPort(ports, port, method, JSON.parse(args) as readonly unknown[])
      return JSON.stringify({ value })
    } catch (error) {
      return JSON.stringify({ failure: failureOf(error) })
    }
  }
}

function callPort(ports: Ports, port: string, method: string, args: readonly unknown[]): unknown {
  if (port === 'locks' || method === 'actAs') return undefined
  if (port !== 'directory')
    return methodOf(ports[port as keyof Ports], method)(...withoutNull(args))
  const [id, ...rest] = args
  return methodOf(ports.directory(String(id)), method)(...rest)
}

function methodOf(object: object, method: string): Method {
  const found = (object as Record<string, unknown>)[method]
  if (typeof found !== 'function') throw new Error('no method ' + method)
  return found as Method
}

/** JSON has no undefined: null stands for it. */
function withoutNull(args: readonly unknown[]): readonly unknown[] {
  return args.map((arg) => (arg === null ? undefined : arg))
}

function failureOf(error: unknown): object {
  if (isDirectoryError(error)) return { kind: error.kind, message: error.message }
  if (error instanceof LockTimeout) return { kind: 'timeout', message: error.message }
  throw error
}
