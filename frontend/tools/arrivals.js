'use strict'

/** @typedef {import('./replay.js').Recording} Recording */

const schemas = (/** @type {string} */ name) => [`urn:ietf:params:scim:schemas:core:2.0:${name}`]

/**
 * A company that arrives: users, and a group for every ten of them.
 *
 * @param {number} count
 * @param {string} tag part of every name, so that a second company is another one
 * @returns {Recording['steps']}
 */
function arrivals(count, tag) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return numbers.flatMap((number) => {
    const user = newUser(number, tag)
    return number % 10 === 0 || number === count ? [user, newGroup(number, tag)] : [user]
  })
}

/** @param {number} number @param {string} tag */
const userNameOf = (number, tag) => `person-${tag}-${String(number).padStart(5, '0')}`

/** @param {number} number @param {string} tag */
function newUser(number, tag) {
  const userName = userNameOf(number, tag)
  const body = {
    schemas: schemas('User'),
    userName,
    name: { givenName: 'Person', familyName: String(number) },
    displayName: `Person ${number}`,
    emails: [{ value: `${userName}@example.org`, type: 'work', primary: true }],
    active: true,
  }
  return {
    name: `create ${userName}`,
    request: { method: 'POST', path: '/Users', body },
    answer: { status: 201 },
    save: { [userName]: 'id' },
  }
}

/** The group of the ten users that end with that number. @param {number} number @param {string} tag */
function newGroup(number, tag) {
  const first = Math.floor((number - 1) / 10) * 10 + 1
  const members = Array.from({ length: number - first + 1 }, (_, index) => ({
    value: `{{${userNameOf(first + index, tag)}}}`,
  }))
  const displayName = `team ${tag} ${Math.ceil(number / 10)}`
  const body = { schemas: schemas('Group'), displayName, members }
  return {
    name: `create ${displayName} with ${members.length} members`,
    request: { method: 'POST', path: '/Groups', body },
    answer: { status: 201 },
  }
}

module.exports = { arrivals }
