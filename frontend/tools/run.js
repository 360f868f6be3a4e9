'use strict'

const path = require('node:path')
const { spawn } = require('node:child_process')

/** The top of the checkout. */
const top = path.resolve(__dirname, '../..')

/** @param {string} file from the top of the checkout */
const inTop = (file) => path.join(top, file)

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to our own environment
 * @property {boolean} [quiet] keep the output, and show it only if the command fails
 */

/**
 * Runs a command at the top of the checkout.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 127 if there is no such command
 */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: top,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    /** @type {Buffer[]} */
    const output = []
    child.stdout?.on('data', (data) => output.push(data))
    child.stderr?.on('data', (data) => output.push(data))
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(127)
    })
    child.on('close', (code) => {
      if (code !== 0 && output.length > 0) process.stderr.write(Buffer.concat(output))
      resolve(code ?? 1)
    })
  })
}

/** A mistake of whoever typed the command, or of the machine: shown without a stack. */
class Refusal extends Error {}

/**
 * Runs a script's main function and turns its failure into a line and an exit code.
 *
 * @param {() => Promise<void>} main
 */
function runMain(main) {
  main().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  })
}

module.exports = { top, inTop, run, runMain, Refusal }
