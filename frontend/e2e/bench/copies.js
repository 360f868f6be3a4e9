'use strict'

const crypto = require('node:crypto')

/**
 * Users and groups as copies of one that was made over SCIM, row for row: what the app lays down is copied, whatever
 * it is, with the name and Crowd's ids changed. Only documents must be known here: they carry their own hash.
 *
 * @typedef {import('./stand-in-view.js').Database} Database
 * @typedef {import('./stand-in-view.js').Row} Row
 *
 * @typedef {object} Model a user or group in one directory
 * @property {Kind} kind
 * @property {Row} row of its table
 * @property {readonly Attribute[]} attributes
 *
 * @typedef {object} Attribute
 * @property {string} name
 * @property {string} value
 *
 * @typedef {object} Kind
 * @property {string} table
 * @property {string} name its column of the name; `lower_` before it is the one to search by
 * @property {string} owner the column of its attributes' table
 */

/** @type {Record<'user' | 'group', Kind>} */
const kinds = {
  user: { table: 'cwd_user', name: 'user_name', owner: 'user_id' },
  group: { table: 'cwd_group', name: 'group_name', owner: 'group_id' },
}

const chunk = { prefix: 'scim.doc.', length: 253 }

/** @param {string} text */
const sha256 = (text) => crypto.createHash('sha256').update(text).digest('hex')

/** The id of a copy, from its model's. @param {string} id @param {string} name */
function copiedId(id, name) {
  const digits = sha256(`${id} ${name}`)
  return [8, 12, 16, 20, 32].map((end, at, ends) => digits.slice(ends[at - 1] ?? 0, end)).join('-')
}

/**
 * @param {Database} database
 * @param {Kind} kind
 * @param {number} directory
 * @param {string} name
 * @returns {Promise<Model>}
 */
async function readModel(database, kind, directory, name) {
  const { table, owner } = kind
  const [row] = await database.select(
    `SELECT * FROM ${table} WHERE directory_id = ? AND lower_${kind.name} = ?`,
    ...[directory, name.toLowerCase()],
  )
  if (!row) throw new Error(`${name} is not in ${table} of directory ${directory}`)
  const found = await database.select(
    `SELECT attribute_name, attribute_value FROM ${table}_attribute WHERE ${owner} = ? ORDER BY id`,
    row['id'] ?? 0,
  )
  const attributes = found.map((one) => ({
    name: String(one['attribute_name']),
    value: String(one['attribute_value']),
  }))
  return { kind, row, attributes }
}

/**
 * How texts of the models become those of the copy of that name.
 *
 * @param {readonly Model[]} models of one user or group, in each directory
 * @param {string} name
 * @returns {(text: string) => string}
 */
function renaming(models, name) {
  const old = String(models[0]?.row[models[0].kind.name])
  const ids = models.map(({ row }) => String(row['external_id']))
  return (text) =>
    ids.reduce(
      (changed, id) => changed.split(id).join(copiedId(id, name)),
      text.split(old).join(name),
    )
}

/** The attributes of a copy. @param {readonly Attribute[]} attributes @param {(text: string) => string} renamed */
function copiedAttributes(attributes, renamed) {
  const isChunk = (/** @type {Attribute} */ { name }) => name.startsWith(chunk.prefix)
  const others = attributes
    .filter((one) => !isChunk(one))
    .map(({ name, value }) => ({ name, value: renamed(value) }))
  return [...others, ...copiedDocument(attributes.filter(isChunk), renamed)]
}

/** @param {readonly Attribute[]} chunks @param {(text: string) => string} renamed @returns {readonly Attribute[]} */
function copiedDocument(chunks, renamed) {
  if (chunks.length === 0) return []
  const number = (/** @type {Attribute} */ { name }) => Number(name.slice(chunk.prefix.length))
  const parts = [...chunks]
    .sort((one, other) => number(one) - number(other))
    .map(({ value }) => value.slice(1, -1))
  const json = renamed(parts.join('').replace(/^\d+:[0-9a-f]+:/, ''))
  const text = `${json.length}:${sha256(json).slice(0, 16)}:${json}`
  return Array.from({ length: Math.ceil(text.length / chunk.length) }, (_, at) => ({
    name: chunk.prefix + at,
    value: `0${text.slice(at * chunk.length, (at + 1) * chunk.length)}.`,
  }))
}

/**
 * Adds copies of a user or group to every directory that it is in.
 *
 * @param {Database} database
 * @param {readonly Model[]} models of one user or group, in each directory
 * @param {readonly string[]} names of the copies
 */
async function addCopies(database, models, names) {
  for (const model of models) {
    await addRows(database, model, models, names)
    await addAttributes(database, model, models, names)
  }
}

/** @param {Database} database @param {Model} model @param {readonly Model[]} models @param {readonly string[]} names */
async function addRows(database, { kind, row }, models, names) {
  const all = Object.keys(row).filter((column) => column !== 'id')
  const probe = renaming(models, '')
  const own = all.filter((column) => {
    const value = row[column]
    return typeof value === 'string' && probe(value) !== value
  })
  const values = all.map((column) => (own.includes(column) ? 'CAST(? AS VARCHAR(255))' : column))
  await database.run(
    `INSERT INTO ${kind.table} (${all.join(', ')}) SELECT ${values.join(', ')} FROM ${kind.table}` +
      ' WHERE id = ?',
    names.map((name) => {
      const renamed = renaming(models, name)
      return [...own.map((column) => renamed(String(row[column]))), row['id'] ?? 0]
    }),
  )
}

/**
 * All attributes of a copy in one statement: a million of them one by one take minutes.
 *
 * @param {Database} database
 * @param {Model} model
 * @param {readonly Model[]} models
 * @param {readonly string[]} names
 */
async function addAttributes(database, { kind, row, attributes }, models, names) {
  /** @type {Map<number, (readonly import('./stand-in-view.js').Value[])[]>} */
  const rowsOf = new Map()
  for (const copy of names) {
    const copied = copiedAttributes(attributes, renaming(models, copy))
    const values = copied.flatMap(({ name, value }) => [name, value, value.toLowerCase()])
    const rows = rowsOf.get(copied.length) ?? []
    rowsOf.set(copied.length, rows)
    rows.push([...values, row['directory_id'] ?? 0, copy.toLowerCase()])
  }
  for (const [count, rows] of rowsOf) await database.run(attributeRows(kind, count), rows)
}

/** @param {Kind} kind @param {number} count of attributes */
function attributeRows({ table, owner, name }, count) {
  const value = 'CAST(? AS VARCHAR(255))'
  const values = Array.from({ length: count }, () => `(${value}, ${value}, ${value})`)
  return (
    `INSERT INTO ${table}_attribute (${owner}, directory_id, attribute_name, attribute_value,` +
    ' attribute_lower_value) SELECT e.id, e.directory_id, a.attribute_name, a.attribute_value,' +
    ` a.attribute_lower_value FROM ${table} e, (VALUES ${values.join(', ')})` +
    ' AS a (attribute_name, attribute_value, attribute_lower_value)' +
    ` WHERE e.directory_id = ? AND e.lower_${name} = ?`
  )
}

module.exports = { kinds, copiedId, readModel, copiedAttributes, renaming, addCopies }
