import { useState } from 'react'

/**
 * The value of the first time. Atlaskit's Field overwrites what was typed when its default value changes; a form takes over
 * what the server has by a reset instead (SettingsForm).
 */
export function useFirst<T>(value: T): T {
  return useState(value)[0]
}
