/** JSON as parsed. Objects that come from outside are read with own-property checks only (`ownValue`). */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const hasOwn = Object.prototype.hasOwnProperty

/** The own property of that exact name, or undefined; never something inherited. */
export function ownValue(object: JsonObject, name: string): Json | undefined {
  return hasOwn.call(object, name) ? object[name] : undefined
}
