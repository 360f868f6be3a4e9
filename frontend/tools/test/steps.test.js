'use strict'

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { hashOf, isFresh, stamp } = require('../steps.js')

/** @type {string} */
let folder
const at = (/** @type {string} */ file) => path.join(folder, file)
const write = (/** @type {string} */ file, text = file) => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true })
  fs.writeFileSync(at(file), text)
}

/** @type {import('../steps.js').Step} */
const step = {
  title: 'sample',
  note: '',
  inputs: ['in', 'config'],
  products: ['out/product'],
  stamp: 'out/.made',
  command: ['true'],
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steps-'))
  write('in/a/one')
  write('in/two')
  write('config')
  write('out/product')
  stamp(step, at)
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

test('is fresh after it was made', () => {
  expect(isFresh(step, at)).toBe(true)
})

test('stays fresh when only times and made files change', () => {
  fs.utimesSync(at('in/two'), 1, 1)
  write('in/target/made')
  write('in/node_modules/made')
  expect(isFresh(step, at)).toBe(true)
})

test.each([
  ['a changed input', () => write('in/a/one', 'changed')],
  ['a new input', () => write('in/a/three')],
  ['a renamed input', () => fs.renameSync(at('in/two'), at('in/a/two'))],
  ['an input that is gone', () => fs.rmSync(at('config'))],
  ['a product that is gone', () => fs.rmSync(at('out/product'))],
  ['a stamp that is gone', () => fs.rmSync(at('out/.made'))],
])('is stale after %s', (_, change) => {
  change()
  expect(isFresh(step, at)).toBe(false)
})

test('a name and its content are not confused', () => {
  const empty = hashOf([])
  write('x/ab', 'c')
  write('y/a', 'bc')
  expect(new Set([empty, hashOf([at('x')]), hashOf([at('y')])]).size).toBe(3)
})
