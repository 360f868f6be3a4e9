'use strict'

/**
 * Plays the recorded exchanges of frontend/engine/test/exchanges and compares each answer with the recorded one.
 *
 * @typedef {{ method: string, path: string, query?: string, headers?: Record<string, string>, body?: unknown }} Request
 *   `path` is below the base URL; `body` is an object, or a text that is sent as it is. Who sends adds the token, unless
 *   `headers` names `authorization`.
 * @typedef {{ status: number, headers: Record<string, string>, body: unknown }} Answer `body` parsed, or as text
 * @typedef {(request: Request) => Promise<Answer>} Send
 * @typedef {{ status: number | number[], headers?: Record<string, unknown>, body?: unknown }} Expected
 *   `body` is a part of the answer's: objects may hold more, lists may not. Without it any body will do, but 204 has none.
 * @typedef {{ name: string, request: Request, answer: Expected, save?: Record<string, string> }} Step
 *   `save` gives names to parts of the answer's body: `{ "userId": "id", "first": "Resources.0.id" }`.
 * @typedef {{ client: string, title: string, evidence: string, settings?: object, steps: Step[], end?: End }} Recording
 * @typedef {{ source: object, target: object }} End what lies in the directories afterwards, as part of it
 * @typedef {Record<string, string>} Variables
 * @typedef {{ step: Step, request: Request, answer: Answer, milliseconds: number, difference: string | undefined }} Played
 *   `request` as it was sent
 *
 * In any text of a recording `{{name}}` stands for a variable and `{{repeat:x:300}}` for 300 times x; in what is expected,
 * `{{*}}` stands for any text and `"{{absent}}"`, as a whole value, for nothing at all.
 */

/**
 * Plays all steps in order and stops at the first that is answered otherwise than recorded.
 *
 * @param {Recording} recording
 * @param {Send} send
 * @param {{ variables?: Variables, onStep?: (played: Played) => void }} [options]
 * @returns {Promise<Variables>} all variables, those that were saved too
 */
async function replay(recording, send, options = {}) {
  const variables = { ...options.variables }
  for (const step of recording.steps) {
    const played = await play(step, send, variables)
    options.onStep?.(played)
    if (played.difference !== undefined)
      throw new Error(`${recording.title}, step "${step.name}": ${played.difference}`)
    for (const [name, place] of Object.entries(step.save ?? {}))
      variables[name] = savedValue(played.answer.body, place, step)
  }
  return variables
}

/**
 * @param {Step} step @param {Send} send @param {Variables} variables
 * @returns {Promise<Played>}
 */
async function play(step, send, variables) {
  const request = /** @type {Request} */ (filledIn(step.request, variables))
  const started = Date.now()
  const answer = withParsedBody(await send(request))
  const milliseconds = Date.now() - started
  const difference = answerDifference(step, answer, variables)
  return { step, request, answer, milliseconds, difference }
}

/** @param {Answer} answer @returns {Answer} */
function withParsedBody(answer) {
  if (typeof answer.body !== 'string') return answer
  if (answer.body === '') return { ...answer, body: undefined }
  try {
    return { ...answer, body: JSON.parse(answer.body) }
  } catch {
    return answer
  }
}

/**
 * @param {Step} step @param {Answer} answer @param {Variables} variables
 * @returns {string | undefined}
 */
function answerDifference(step, answer, variables) {
  const { status, headers, body } = /** @type {Expected} */ (filledIn(step.answer, variables))
  const shown = shorten(JSON.stringify(answer.body))
  if (![status].flat().includes(answer.status))
    return `status ${answer.status} instead of ${[status].flat().join(' or ')}: ${shown}`
  const byName = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value])
  const wrongHeader = findDifference(headers ?? {}, Object.fromEntries(byName), 'header')
  if (wrongHeader !== undefined) return wrongHeader
  if (body !== undefined) return findDifference(body, answer.body, 'body')
  return answer.status === 204 && answer.body !== undefined ? `a body came: ${shown}` : undefined
}

/** @param {unknown} body @param {string} place @param {Step} step */
function savedValue(body, place, step) {
  const value = place.split('.').reduce((found, name) => ownValue(found, name), body)
  if (typeof value === 'string') return value
  throw new Error(`step "${step.name}": the answer has no text at ${place}`)
}

/**
 * What lies in the directories against what the recording says; undefined if all is there.
 *
 * @param {Recording} recording
 * @param {{ source: unknown, target: unknown }} found
 * @param {Variables} variables as `replay` gave them
 * @returns {string | undefined}
 */
function endDifference(recording, found, variables) {
  return recording.end && findDifference(filledIn(recording.end, variables), found, 'end')
}

/**
 * The first difference, with its place; undefined if `actual` has all that is expected.
 *
 * @param {unknown} expected @param {unknown} actual @param {string} place
 * @returns {string | undefined}
 */
function findDifference(expected, actual, place) {
  if (expected === '{{absent}}')
    return actual === undefined
      ? undefined
      : `${place} is there: ${shorten(JSON.stringify(actual))}`
  if (Array.isArray(expected)) return listDifference(expected, actual, place)
  if (isObject(expected)) return objectDifference(expected, actual, place)
  if (isSame(expected, actual)) return undefined
  const [wanted, found] = [expected, actual].map((value) => shorten(String(JSON.stringify(value))))
  return `${place} is ${found} instead of ${wanted}`
}

/** @param {readonly unknown[]} expected @param {unknown} actual @param {string} place */
function listDifference(expected, actual, place) {
  const found = shorten(String(JSON.stringify(actual)))
  if (!Array.isArray(actual)) return `${place} is no list: ${found}`
  if (actual.length !== expected.length)
    return `${place} has ${actual.length} entries instead of ${expected.length}: ${found}`
  return first(expected, (value, index) =>
    findDifference(value, actual[index], `${place}[${index}]`),
  )
}

/** @param {Record<string, unknown>} expected @param {unknown} actual @param {string} place */
function objectDifference(expected, actual, place) {
  if (!isObject(actual)) return `${place} is no object: ${shorten(String(JSON.stringify(actual)))}`
  return first(Object.keys(expected), (name) =>
    findDifference(expected[name], ownValue(actual, name), `${place}.${name}`),
  )
}

/**
 * @template T
 * @param {readonly T[]} values @param {(value: T, index: number) => string | undefined} judge
 * @returns {string | undefined}
 */
function first(values, judge) {
  for (const [index, value] of values.entries()) {
    const difference = judge(value, index)
    if (difference !== undefined) return difference
  }
  return undefined
}

/** @param {unknown} expected @param {unknown} actual */
function isSame(expected, actual) {
  if (typeof expected !== 'string' || typeof actual !== 'string') return expected === actual
  return fits(expected.split('{{*}}'), actual)
}

/**
 * True if the pieces stand in the text in that order, the first at its beginning and the last at its end.
 *
 * @param {readonly string[]} pieces @param {string} text
 */
function fits(pieces, text) {
  const [start = '', ...rest] = pieces
  const end = rest.pop()
  if (end === undefined) return text === start
  if (!text.startsWith(start) || !text.endsWith(end)) return false
  let at = start.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at + end.length <= text.length
}

/**
 * A copy with variables and repetitions filled in; an unknown variable is an error of the recording.
 *
 * @param {unknown} value @param {Variables} variables
 * @returns {unknown}
 */
function filledIn(value, variables) {
  if (typeof value === 'string') return filledText(value, variables)
  if (Array.isArray(value)) return value.map((item) => filledIn(item, variables))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name, filledIn(inside, variables)]),
  )
}

/** @param {string} text @param {Variables} variables */
function filledText(text, variables) {
  return text.replace(/\{\{([^{}]+)\}\}/g, (whole, /** @type {string} */ name) => {
    if (name === '*' || name === 'absent') return whole
    const [, repeated, times] = /^repeat:(.+):(\d+)$/.exec(name) ?? []
    if (repeated !== undefined) return repeated.repeat(Number(times))
    if (!Object.hasOwn(variables, name)) throw new Error(`no variable ${name} in this recording`)
    return /** @type {string} */ (variables[name])
  })
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {unknown} value @param {string} name */
function ownValue(value, name) {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
  return isThere ? /** @type {Record<string, unknown>} */ (value)[name] : undefined
}

/** @param {string | undefined} text */
function shorten(text) {
  return text !== undefined && text.length > 400 ? `${text.slice(0, 400)}…` : text
}

module.exports = { replay, endDifference, findDifference }
