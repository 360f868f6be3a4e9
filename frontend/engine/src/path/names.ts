const refused: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Names that would reach into JavaScript's own objects: refused wherever a client can choose a name. */
export function isRefusedName(name: string): boolean {
  return refused.includes(name.toLowerCase())
}
