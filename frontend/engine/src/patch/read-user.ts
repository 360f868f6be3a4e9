import type { JsonObject } from '../json'
import type { UserChange } from './change'

export function readNewUser(body: JsonObject): UserChange & { readonly userName: string } {
  throw new Error('not written yet' + String(body))
}
export function readUserPut(body: JsonObject, stored: JsonObject): UserChange {
  throw new Error('not written yet' + String(body) + String(stored))
}
export function readUserPatch(body: JsonObject, stored: JsonObject): UserChange {
  throw new Error('not written yet' + String(body) + String(stored))
}
