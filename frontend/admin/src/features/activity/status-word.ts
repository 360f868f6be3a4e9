import type { Tone } from '../../components/status-lozenge'

const WORDS: ReadonlyMap<number, string> = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [204, 'Done'],
  [304, 'Not changed'],
  [400, 'Bad request'],
  [401, 'Not let in'],
  [403, 'Refused'],
  [404, 'Not found'],
  [409, 'Conflict'],
  [412, 'Changed meanwhile'],
  [413, 'Too large'],
  [429, 'Too many'],
  [500, 'Fault'],
  [501, 'Not offered'],
  [503, 'Try later'],
])

/** What an HTTP status means, for people, and whether it is good. */
export function statusWord(status: number): { readonly word: string; readonly tone: Tone } {
  const isGood = status >= 200 && status < 400
  const tone: Tone = isGood ? 'good' : status >= 500 ? 'bad' : 'careful'
  return { word: WORDS.get(status) ?? (isGood ? 'OK' : 'Refused'), tone }
}
