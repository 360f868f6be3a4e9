import type { JsonObject } from '../json'
import type { GroupChange } from './change'

export function readNewGroup(body: JsonObject): GroupChange {
  throw new Error('not written yet' + String(body))
}
export function readGroupPut(body: JsonObject, stored: JsonObject): GroupChange {
  throw new Error('not written yet' + String(body) + String(stored))
}
export function readGroupPatch(body: JsonObject, stored: JsonObject): GroupChange {
  throw new Error('not written yet' + String(body) + String(stored))
}
