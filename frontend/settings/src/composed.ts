import { own, type Checked } from './checked'
import { isSameName, textProblem } from './names'
import type { Issue, NameRule } from './settings'

/** Longest pattern, replacement or path that an administrator may type. */
export const longestPattern = 500
const longestName = 255
const mostNames = 1000

/** Names of users or groups, each once whatever its letter case. Issues stand at `<place>[<index>]`. */
export function readNames(input: unknown, place: string): Checked<readonly string[]> {
  if (!Array.isArray(input)) return refused(place, 'must be a list')
  if (input.length > mostNames) return refused(place, 'at most ' + String(mostNames) + ' names')
  const names: string[] = []
  const issues: Issue[] = []
  input.forEach((value: unknown, index) => {
    const problem = textProblem(value, 1, longestName)
    if (problem) issues.push({ path: place + '[' + String(index) + ']', message: problem })
    else if (!names.some((name) => isSameName(name, value as string)))
      names.push((value as string).trim())
  })
  return issues.length > 0 ? { issues } : { value: names }
}

/** Whether the pattern is one is the server's to say. Issues stand at `<place>.pattern` and `<place>.replacement`. */
export function readNameRule(input: unknown, place: string): Checked<NameRule> {
  const issues: Issue[] = []
  const pattern = readPattern(own(input, 'pattern'), 0, place + '.pattern', issues)
  const replacement = readPattern(own(input, 'replacement'), 0, place + '.replacement', issues)
  return issues.length > 0 ? { issues } : { value: { pattern, replacement } }
}

/** A pattern or a replacement, blanks around it kept; '' and an issue where it is none. */
export function readPattern(value: unknown, min: number, path: string, issues: Issue[]): string {
  const isText = typeof value === 'string'
  const problem =
    isText && value.length > longestPattern
      ? 'at most ' + String(longestPattern) + ' characters'
      : textProblem(isText && value !== '' ? '.' + value + '.' : value, min, longestPattern + 2)
  if (problem) issues.push({ path, message: problem })
  return problem ? '' : (value as string)
}

/** For Activity. */
export function namesInWords(value: unknown): string {
  const names = value as readonly string[]
  return names.length === 0 ? 'none' : names.join(', ')
}

/** For Activity. */
export function nameRuleInWords(value: unknown): string {
  const { pattern, replacement } = value as NameRule
  return pattern === '' ? 'none' : pattern + ' ↦ ' + replacement
}

export function refused(path: string, message: string): { readonly issues: readonly Issue[] } {
  return { issues: [{ path, message }] }
}
