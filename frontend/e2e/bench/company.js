'use strict'

const { ask } = require('./client.js')
const { inParallel } = require('./measure.js')

/** @typedef {import('./client.js').Send} Send */

/**
 * A directory's people and groups, made over SCIM: so they lie as the app lays them, whatever changes there.
 *
 * @typedef {object} Company
 * @property {readonly string[]} ids of the users, `userName(0)` first; after the members of groups come spare ones
 * @property {number} users
 * @property {ReadonlyMap<number, string>} groups ids by number of members
 */

/** Users who are in no group: to be added, removed, deleted. */
const spares = 64
/** Members in one request when a group is filled. */
const slice = 250
const clients = 16

/** @param {number} number */
const userName = (number) => `person-${String(number).padStart(6, '0')}`

/** @param {string} name */
const person = (name) => ({
  schemas: [
    'urn:ietf:params:scim:schemas:core:2.0:User',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  ],
  userName: name,
  externalId: `ext-${name}`,
  name: { givenName: 'Ada', familyName: 'Lovelace', formatted: 'Ada Lovelace' },
  displayName: 'Ada Lovelace',
  emails: [{ value: `${name}@example.org`, type: 'work', primary: true }],
  phoneNumbers: [{ value: '+44 20 7946 0000', type: 'work' }],
  title: 'Analyst',
  active: true,
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
    employeeNumber: '1815',
    department: 'Engines',
  },
})

/** @param {'add' | 'replace' | 'remove'} op @param {string} path @param {unknown} [value] */
const patch = (op, path, value) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op, path, ...(value === undefined ? {} : { value }) }],
})

/** @param {number} size */
const groupName = (size) => `team of ${size}`

/**
 * @param {Send} send
 * @param {number} users
 * @param {readonly number[]} groupSizes those above the number of users are left out
 * @returns {Promise<Company>}
 */
async function makeCompany(send, users, groupSizes) {
  /** @type {string[]} */
  const ids = []
  await inParallel(clients, users + spares, async (number) => {
    const body = person(userName(number))
    ids[number] = (await ask(send, { method: 'POST', path: '/Users', body })).id
  })
  const groups = new Map()
  for (const size of groupSizes.filter((one) => one <= users))
    groups.set(size, await makeGroup(send, size, ids.slice(0, size)))
  return { ids, users, groups }
}

/** @param {Send} send @param {number} size @param {readonly string[]} ids @returns {Promise<string>} */
async function makeGroup(send, size, ids) {
  const body = { displayName: groupName(size) }
  const { id } = await ask(send, { method: 'POST', path: '/Groups', body })
  for (let at = 0; at < ids.length; at += slice) {
    const members = ids.slice(at, at + slice).map((value) => ({ value }))
    await ask(send, {
      method: 'PATCH',
      path: `/Groups/${id}?excludedAttributes=members`,
      body: patch('add', 'members', members),
    })
  }
  return id
}

module.exports = { makeCompany, person, patch, userName, groupName, spares }
