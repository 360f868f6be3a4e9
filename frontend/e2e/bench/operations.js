'use strict'

const { groupName, patch, person, userName } = require('./company.js')

/** @typedef {import('./company.js').Company} Company */
/** @typedef {(request: import('./client.js').Request) => Promise<any>} Ask gives the answer's JSON, throws on a refusal */

/**
 * One thing that a client does. What goes through `timed` is measured; what goes through `ask` brings the directory there, or
 * back to how it was.
 *
 * @typedef {object} Operation
 * @property {string} name
 * @property {(turn: { company: Company, number: number, timed: Ask, ask: Ask }) => Promise<unknown>} run `number` never repeats
 */

/** Spreads turns over all users. @param {Company} company @param {number} number */
const someone = ({ users }, number) => (number * 7919) % users

/** @param {Company} company @param {number} number */
const pathOf = (company, number) => `/Users/${company.ids[someone(company, number)]}`

/** A user who is in no group. @param {Company} company @param {number} number */
const spare = ({ ids, users }, number) => ids[users + (number % (ids.length - users))]

/** @param {string} path @param {string} attribute @param {string} value @param {string} [more] */
const find = (path, attribute, value, more = '') => ({
  method: 'GET',
  path: `${path}?filter=${encodeURIComponent(`${attribute} eq ${JSON.stringify(value)}`)}${more}`,
})

/** @param {Company} company @param {number} number @param {string} [more] */
const page = ({ users }, number, more = '') => ({
  method: 'GET',
  path: `/Users?startIndex=${1 + ((number * 100) % (users - 99))}&count=100${more}`,
})

/** @param {number} number */
const createNew = (number) => ({ method: 'POST', path: '/Users', body: person(`new-${number}`) })

/** @type {readonly Operation[]} */
const userOperations = [
  {
    name: 'create a user',
    run: async ({ number, timed, ask }) => {
      const { id } = await timed(createNew(number))
      await ask({ method: 'DELETE', path: `/Users/${id}` })
    },
  },
  {
    name: 'read a user',
    run: ({ company, number, timed }) => timed({ method: 'GET', path: pathOf(company, number) }),
  },
  {
    name: 'PUT a user',
    run: ({ company, number, timed }) => {
      const body = { ...person(userName(someone(company, number))), title: `Analyst ${number}` }
      return timed({ method: 'PUT', path: pathOf(company, number), body })
    },
  },
  {
    name: 'PATCH a user',
    run: ({ company, number, timed }) => {
      const body = patch('replace', 'displayName', `Ada ${number}`)
      return timed({ method: 'PATCH', path: pathOf(company, number), body })
    },
  },
  {
    name: 'userName eq',
    run: ({ company, number, timed }) =>
      timed(find('/Users', 'userName', userName(someone(company, number)))),
  },
  {
    name: 'externalId eq',
    run: ({ company, number, timed }) =>
      timed(find('/Users', 'externalId', `ext-${userName(someone(company, number))}`)),
  },
  {
    name: 'page of 100',
    run: ({ company, number, timed }) => timed(page(company, number)),
  },
  {
    name: 'page of 100, no groups',
    run: ({ company, number, timed }) => timed(page(company, number, '&excludedAttributes=groups')),
  },
  {
    name: 'DELETE a user',
    run: async ({ number, timed, ask }) => {
      const { id } = await ask(createNew(number))
      await timed({ method: 'DELETE', path: `/Users/${id}` })
    },
  },
]

/** @param {number} size @returns {readonly Operation[]} */
const groupOperations = (size) => [
  {
    name: `add one member to ${size}`,
    run: async ({ company, number, timed, ask }) => {
      const path = `/Groups/${company.groups.get(size)}`
      const id = spare(company, number)
      await timed({ method: 'PATCH', path, body: patch('add', 'members', [{ value: id }]) })
      await ask({ method: 'PATCH', path, body: patch('remove', `members[value eq "${id}"]`) })
    },
  },
  {
    name: `group of ${size} by name, no members`,
    run: ({ timed }) =>
      timed(find('/Groups', 'displayName', groupName(size), '&excludedAttributes=members')),
  },
]

/** @param {Company} company @returns {readonly Operation[]} */
function operationsFor({ groups }) {
  return [...userOperations, ...[...groups.keys()].flatMap(groupOperations)]
}

module.exports = { operationsFor }
