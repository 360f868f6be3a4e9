'use strict'

const { ask } = require('./client.js')
const { addCopies, copiedId, kinds, readModel } = require('./copies.js')

/** @typedef {import('./client.js').Send} Send */
/** @typedef {import('./copies.js').Model} Model */
/** @typedef {import('./stand-in-view.js').Database} Database */

/**
 * The people and groups of one connection: one user and one group made over SCIM, the others as copies by SQL.
 *
 * @typedef {object} Company
 * @property {number} users `person-000000` and on
 * @property {readonly number[]} groupSizes those that it has
 * @property {readonly number[]} blocks the first of each thousand persons who are in twenty groups
 * @property {(name: string) => string} userId the SCIM id of a user who is a copy
 * @property {(name: string) => string} groupId
 * @property {(names: readonly string[]) => Promise<void>} addUsers who are in no group
 * @property {(names: readonly string[]) => Promise<void>} addGroups without members
 * @property {(group: string, first: number, end: number) => Promise<void>} addMembers persons, `end` not among them
 * @property {(like: string) => Promise<void>} removeUsers whose names are LIKE that, who are in no group
 * @property {(like: string) => Promise<void>} removeGroups with their members
 * @property {(group: string, like: string) => Promise<void>} removeMembers
 */

/** Users who are in no group: to become members and to go again. */
const spares = 512
/** Users are in so many groups, each hundredth in ten times as many. */
const groupsOfUser = 20
const groupsOfHundredth = 200
/** So many users who follow one another are in the same groups, or in none but the large ones. */
const block = 1000
/** More memberships would take the most of the filling, and be read by nobody. */
const mostBlocks = 10

/** @param {number} number */
const sixDigits = (number) => String(number).padStart(6, '0')
/** @param {number} number */
const personName = (number) => `person-${sixDigits(number)}`
/** @param {number} number */
const spareName = (number) => `spare-${sixDigits(number)}`
/** @param {number} size */
const groupName = (size) => `team-of-${size}`

const modelUser = personName(0)
const modelGroup = 'team-000000'

/** @param {string} name everything that tells people apart has it */
const person = (name) => ({
  schemas: [
    'urn:ietf:params:scim:schemas:core:2.0:User',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  ],
  userName: name,
  externalId: `ext-${name}`,
  name: { givenName: `Ada ${name}`, familyName: `Lovelace ${name}`, formatted: `Ada L. ${name}` },
  displayName: `Ada Lovelace ${name}`,
  emails: [{ value: `${name}@example.org`, type: 'work', primary: true }],
  phoneNumbers: [{ value: '+44 20 7946 0000', type: 'work' }],
  title: 'Analyst',
  active: true,
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
    employeeNumber: `E ${name}`,
    department: 'Engines',
  },
})

/** @param {string} name */
const team = (name) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  displayName: name,
  externalId: `ext-${name}`,
})

/** @param {'add' | 'replace' | 'remove'} op @param {string} path @param {unknown} [value] */
const patch = (op, path, value) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op, path, ...(value === undefined ? {} : { value }) }],
})

/** @param {number} first @param {number} end */
const range = (first, end) => Array.from({ length: end - first }, (_, at) => first + at)

/**
 * A user and a group over SCIM, the first in the second; both are in source and target then.
 *
 * @param {Send} send
 * @param {Database} database
 * @param {readonly number[]} directories source, target
 */
async function makeModels(send, database, directories) {
  const { id } = await ask(send, { method: 'POST', path: '/Users', body: person(modelUser) })
  const group = { ...team(modelGroup), members: [{ value: id }] }
  await ask(send, { method: 'POST', path: '/Groups', body: group })
  /** @param {import('./copies.js').Kind} kind @param {string} name */
  const models = (kind, name) =>
    Promise.all(directories.map((directory) => readModel(database, kind, directory, name)))
  return {
    user: await models(kinds.user, modelUser),
    group: await models(kinds.group, modelGroup),
  }
}

/**
 * @param {Send} send
 * @param {Database} database
 * @param {readonly number[]} directories source, target
 * @param {{ users: number, groupSizes: readonly number[] }} wanted
 * @returns {Promise<Company>}
 */
async function makeCompany(send, database, directories, { users, groupSizes }) {
  const models = await makeModels(send, database, directories)
  const sizes = groupSizes.filter((size) => size <= users)
  const company = companyOf(database, directories, models, { users, groupSizes: sizes })
  await company.addUsers(range(1, users).map(personName))
  await company.addUsers(range(0, spares).map(spareName))
  await company.addGroups(sizes.map(groupName))
  for (const size of sizes) await company.addMembers(groupName(size), 0, size)
  await addTeams(company, database, directories)
  await database.run('ANALYZE')
  return company
}

/** The first numbers of at most ten blocks, over the whole directory. @param {number} users */
function blocksOf(users) {
  const all = range(0, Math.ceil(users / block)).map((at) => at * block)
  const step = Math.ceil(all.length / mostBlocks)
  return all.filter((_, at) => at % step === 0)
}

/**
 * Brings the users of the blocks to twenty groups, and each hundredth of them to two hundred.
 *
 * @param {Company} company
 * @param {Database} database
 * @param {readonly number[]} directories
 */
async function addTeams(company, database, directories) {
  for (const first of company.blocks) {
    const large = company.groupSizes.filter((size) => size > first && size >= block).length
    const names = range(0, groupsOfUser - large).map((at) => `block-${sixDigits(first)}-${at}`)
    await company.addGroups(names)
    for (const name of names)
      await company.addMembers(name, first, Math.min(first + block, company.users))
  }
  const wide = range(0, groupsOfHundredth - groupsOfUser).map((at) => `wide-${at}`)
  await company.addGroups(wide)
  for (const name of wide) await addHundredths(database, directories, name, company.blocks)
}

/** @param {Database} database @param {readonly number[]} directories @param {string} group @param {readonly number[]} blocks */
async function addHundredths(database, directories, group, blocks) {
  const rows = directories.flatMap((directory) =>
    blocks.map((first) => [
      ...[directory, group, directory],
      ...[personName(first), personName(first + block), 'person-____00'],
    ]),
  )
  await database.run(`${memberRows} AND ${between} AND u.lower_user_name LIKE ?`, rows)
}

const between = 'u.lower_user_name >= ? AND u.lower_user_name < ?'

const memberRows =
  'INSERT INTO cwd_membership (parent_id, child_id, membership_type, group_type, parent_name,' +
  ' lower_parent_name, child_name, lower_child_name, created_date, directory_id)' +
  " SELECT g.id, u.id, 'GROUP_USER', g.group_type, g.group_name, g.lower_group_name, u.user_name," +
  ' u.lower_user_name, u.created_date, u.directory_id FROM cwd_group g, cwd_user u' +
  ' WHERE g.directory_id = ? AND g.lower_group_name = ? AND u.directory_id = ?'

/**
 * @param {Database} database
 * @param {readonly number[]} directories
 * @param {{ user: readonly Model[], group: readonly Model[] }} models
 * @param {{ users: number, groupSizes: readonly number[] }} size
 * @returns {Company}
 */
function companyOf(database, directories, models, size) {
  const sourceId = (/** @type {readonly Model[]} */ of) => String(of[0]?.row['external_id'])
  /** @param {string} sql @param {...string} more parameters after the directory */
  const everywhere = (sql, ...more) =>
    database.run(
      sql,
      directories.map((directory) => [directory, ...more]),
    )
  return {
    ...size,
    blocks: blocksOf(size.users),
    userId: (name) =>
      name === modelUser ? sourceId(models.user) : copiedId(sourceId(models.user), name),
    groupId: (name) => copiedId(sourceId(models.group), name),
    addUsers: (names) => addCopies(database, models.user, names),
    addGroups: (names) => addCopies(database, models.group, names),
    addMembers: (group, first, end) =>
      database.run(
        `${memberRows} AND ${between}`,
        directories.map((one) => [one, group, one, personName(first), personName(end)]),
      ),
    removeUsers: (like) =>
      everywhere('DELETE FROM cwd_user WHERE directory_id = ? AND lower_user_name LIKE ?', like),
    removeGroups: async (like) => {
      await everywhere(
        "DELETE FROM cwd_membership WHERE directory_id = ? AND membership_type = 'GROUP_USER'" +
          ' AND lower_parent_name LIKE ?',
        like,
      )
      await everywhere(
        'DELETE FROM cwd_group WHERE directory_id = ? AND lower_group_name LIKE ?',
        like,
      )
    },
    removeMembers: (group, like) =>
      everywhere(
        "DELETE FROM cwd_membership WHERE directory_id = ? AND membership_type = 'GROUP_USER'" +
          ' AND lower_parent_name = ? AND lower_child_name LIKE ?',
        group,
        like,
      ),
  }
}

module.exports = {
  block,
  makeCompany,
  makeModels,
  companyOf,
  person,
  team,
  patch,
  range,
  personName,
  spareName,
  groupName,
  spares,
}
