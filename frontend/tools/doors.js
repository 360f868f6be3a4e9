'use strict'

const path = require('node:path')

/**
 * Who may know whom (docs/architecture.md). A room is a folder; a file belongs to the longest room that holds it.
 *
 * @typedef {object} Room
 * @property {readonly string[]} knows rooms whose files it may import besides its own
 * @property {readonly string[] | 'any'} packages npm packages and `node:` modules that it may import
 */

/** The engine's rooms from left to right; each looks only to its left. Those of one row do not know one another. */
const rows = [
  ['filter', 'path'],
  ['patch'],
  ['mapping', 'connections'],
  ['rules', 'protocol'],
  ['clients', 'activity', 'resources', 'admin'],
  ['doors'],
]

/** What lies at the far left: everybody may know it. */
const ground = ['json', 'scim-error', 'exchange', 'ports', 'schema']

/** @param {string} name */
const inEngine = (name) => `frontend/engine/src/${name}`

/** @returns {Record<string, Room>} */
function engineRooms() {
  /** @type {Record<string, Room>} */
  const rooms = {}
  /** @type {string[]} */
  const left = ['frontend/settings/src', ...ground.map(inEngine)]
  for (const name of ground) rooms[inEngine(name)] = { knows: [...left], packages: [] }
  for (const row of rows) {
    for (const name of row) rooms[inEngine(name)] = { knows: [...left], packages: [] }
    left.push(...row.map(inEngine))
  }
  rooms[inEngine('index')] = { knows: left, packages: [] }
  // The two small languages use one another's words: a value path holds a filter, a filter compares paths.
  for (const name of ['filter', 'path']) {
    rooms[inEngine(name)] = {
      knows: [...ground.map(inEngine), inEngine('filter'), inEngine('path')],
      packages: [],
    }
  }
  return rooms
}

/** @type {Record<string, Room>} */
const rooms = {
  'frontend/settings': { knows: [], packages: [] },
  'frontend/settings/src': { knows: [], packages: [] },
  'frontend/settings/test': { knows: ['frontend/settings/src'], packages: 'any' },
  ...engineRooms(),
  'frontend/engine/test': {
    knows: ['frontend/engine/src', 'frontend/settings/src', 'frontend/tools'],
    packages: 'any',
  },
  'frontend/admin/src': { knows: ['frontend/settings/src'], packages: 'any' },
  'frontend/admin/test': {
    knows: ['frontend/admin/src', 'frontend/admin/build-theme', 'frontend/settings/src'],
    packages: 'any',
  },
  'frontend/e2e': { knows: ['frontend/tools', 'frontend/engine/test/exchanges'], packages: 'any' },
  'frontend/tools': { knows: [], packages: ['acorn', 'eslint', 'jest', 'prettier', 'typescript'] },
}

const feature = /^frontend\/admin\/src\/features\/([^/]+)/
const names = Object.keys(rooms).sort((a, b) => b.length - a.length)

/** @param {string} file @param {string} room */
const isIn = (file, room) =>
  file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`)

/**
 * @param {string} file with forward slashes, from the top of the checkout
 * @returns {string | undefined} undefined outside every room
 */
function roomOf(file) {
  return names.find((room) => isIn(file, room))
}

/**
 * Judges one import.
 *
 * @param {string} file the importing file, with forward slashes, from the top of the checkout
 * @param {string} specifier as written: `./x`, `../ports/directory`, `@settings`, `react`, `node:fs`
 * @returns {string | undefined} what is wrong with it; undefined if nothing
 */
function wrongImport(file, specifier) {
  const room = roomOf(file)
  if (room === undefined) return undefined
  const target = targetOf(file, specifier)
  return target === undefined ? wrongPackage(room, specifier) : wrongRoom(file, room, target)
}

/** @param {string} file @param {string} specifier */
function targetOf(file, specifier) {
  if (specifier === '@settings') return 'frontend/settings/src/index'
  if (!specifier.startsWith('.')) return undefined
  return path.posix.join(path.posix.dirname(file), specifier)
}

/** @param {string} room @param {string} specifier */
function wrongPackage(room, specifier) {
  const { packages } = /** @type {Room} */ (rooms[room])
  if (packages === 'any') return undefined
  if (room === 'frontend/tools' && specifier.startsWith('node:')) return undefined
  if (packages.includes(specifier)) return undefined
  return `${room} may not import the package ${specifier}`
}

/** @param {string} file @param {string} room @param {string} target */
function wrongRoom(file, room, target) {
  const [from, to] = [feature.exec(file), feature.exec(target)]
  if (from && to && from[1] !== to[1]) return `features do not know one another: ${target}`
  if (isIn(target, room)) return undefined
  const { knows } = /** @type {Room} */ (rooms[room])
  if (knows.some((other) => isIn(target, other))) return undefined
  return `${room} may not know ${target}`
}

module.exports = { wrongImport, roomOf }
