'use strict'

const { parseArgs } = require('node:util')
const { Refusal } = require('./run.js')

/**
 * Reads a command's arguments; `--help` and a wrong one end with the usage.
 *
 * @template {Record<string, { type: 'string' | 'boolean', default?: string | boolean }>} T
 * @param {readonly string[]} args
 * @param {T} options
 * @param {string} usage
 * @returns {ReturnType<typeof parseArgs<{ args: string[], options: T, allowPositionals: true, strict: true }>>}
 */
function readArguments(args, options, usage) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message}\n\n${usage}`)
  }
}

/** @param {string} text @param {string} name @param {number} least @param {number} most */
function readNumber(text, name, least, most) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  if (number >= least && number <= most) return number
  throw new Refusal(`--${name} ${text}: a number from ${least} to ${most} is needed`)
}

/**
 * @template {string} T
 * @param {string} text
 * @param {string} name
 * @param {readonly T[]} choices
 * @returns {T}
 */
function readChoice(text, name, choices) {
  const found = choices.find((choice) => choice === text)
  if (found !== undefined) return found
  throw new Refusal(`${name} ${text}: one of ${choices.join(', ')} is needed`)
}

/** The word as a shell takes it. @param {string} word */
function shellWord(word) {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`
}

module.exports = { readArguments, readNumber, readChoice, shellWord }
