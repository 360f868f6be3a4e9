import { createDoor, type Door } from './doors/door'
import type { Exchange } from './exchange'
import { hostPorts, type HostCall } from './ports/host'

/** Defined by the shell before this script is loaded. */
declare const hostCall: HostCall

let door: Door | undefined

/**
 * The engine's only door: an Exchange as JSON text in, an Answer as JSON text out. Throws nothing but what the shell itself
 * throws through it (a stopped script), and for a text that is no Exchange.
 */
export function handle(exchangeText: string): string {
  door = door ?? createDoor(hostPorts(hostCall))
  return JSON.stringify(door(JSON.parse(exchangeText) as Exchange))
}
