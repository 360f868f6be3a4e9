'use strict'

const {
  block,
  groupName,
  patch,
  person,
  personName,
  range,
  spareName,
  spares,
} = require('./company.js')

/** @typedef {import('./company.js').Company} Company */
/** @typedef {import('./client.js').Request} Request */

/**
 * One thing that a client does. A pass prepares, sends its requests, and brings the directory back to how it was: only
 * the requests are timed.
 *
 * @typedef {object} Operation
 * @property {string} name
 * @property {number} turns most requests of a pass: each of them finds something that only it changes
 * @property {boolean} repeats whether one request may be sent again and again
 * @property {(company: Company, number: number) => Request} request
 * @property {(company: Company, turns: number) => Promise<void>} [prepare]
 * @property {(company: Company) => Promise<void>} [restore]
 * @property {(company: Company, number: number) => Request} [before] sent before each request, and not timed: for one client only
 */

/** How often: of requests, of those with hundreds of Crowd calls, of those with ten thousand. */
const many = spares
const some = 16
const few = 2

/**
 * The number of a person who is in twenty groups or more: turns are spread over all of them.
 *
 * @param {Company} company
 * @param {number} number
 * @param {number} [after] so many more are to follow in its block
 */
function someNumber({ blocks, users }, number, after = 0) {
  const first = blocks[number % blocks.length] ?? 0
  return first + ((number * 7919) % (Math.min(block, users) - after))
}

/** @param {Company} company @param {number} number */
const someone = (company, number) => personName(someNumber(company, number))

/** @param {string} path @param {string} attribute @param {string} value @param {string} [more] @returns {Request} */
const find = (path, attribute, value, more = '') => ({
  method: 'GET',
  path: `${path}?filter=${encodeURIComponent(`${attribute} eq ${JSON.stringify(value)}`)}${more}`,
})

/** @param {Company} company @param {number} number @param {string} [more] @returns {Request} */
const page = (company, number, more = '') => ({
  method: 'GET',
  path: `/Users?startIndex=${1 + someNumber(company, number, 99)}&count=100${more}`,
})

/** @param {string} kind @param {number} number */
const named = (kind, number) => `${kind}-${number}`

/** Users for one pass, in no group. @param {string} kind @returns {Pick<Operation, 'prepare' | 'restore'>} */
const ownUsers = (kind) => ({
  prepare: (company, turns) => company.addUsers(range(0, turns).map((one) => named(kind, one))),
  restore: (company) => company.removeUsers(`${kind}-%`),
})

/** @param {string} kind @param {number} members @returns {Pick<Operation, 'prepare' | 'restore'>} */
const ownGroups = (kind, members) => ({
  prepare: async (company, turns) => {
    const names = range(0, turns).map((one) => named(kind, one))
    await company.addGroups(names)
    if (members > 0) for (const name of names) await company.addMembers(name, 0, members)
  },
  restore: (company) => company.removeGroups(`${kind}-%`),
})

/** @param {Company} company @param {string} name */
const pathOf = (company, name) => `/Users/${company.userId(name)}`

/** @param {Company} company @param {string} name */
const valueOf = (company, name) => ({ value: company.userId(name) })

/** @type {readonly Operation[]} */
const userOperations = [
  {
    name: 'create a user',
    turns: many,
    repeats: false,
    request: (_, number) => ({
      method: 'POST',
      path: '/Users',
      body: person(named('new', number)),
    }),
    restore: (company) => company.removeUsers('new-%'),
  },
  {
    name: 'read a user',
    turns: many,
    repeats: true,
    request: (company, number) => ({
      method: 'GET',
      path: pathOf(company, someone(company, number)),
    }),
  },
  {
    name: 'PUT a user',
    turns: many,
    repeats: false,
    ...ownUsers('put'),
    request: (company, number) => {
      const name = named('put', number)
      const body = { ...person(name), title: 'Countess', displayName: `Augusta ${name}` }
      return { method: 'PUT', path: pathOf(company, name), body }
    },
  },
  {
    name: 'PATCH a user',
    turns: many,
    repeats: false,
    ...ownUsers('patch'),
    request: (company, number) => {
      const name = named('patch', number)
      const body = patch('replace', 'displayName', `Augusta ${name}`)
      return { method: 'PATCH', path: pathOf(company, name), body }
    },
  },
  {
    name: 'userName eq',
    turns: many,
    repeats: true,
    request: (company, number) => find('/Users', 'userName', someone(company, number)),
  },
  {
    name: 'externalId eq',
    turns: many,
    repeats: true,
    request: (company, number) =>
      find('/Users', 'externalId', person(someone(company, number)).externalId),
  },
  {
    name: 'page of 100',
    turns: many,
    repeats: true,
    request: (company, number) => page(company, number),
  },
  {
    name: 'page of 100, no groups',
    turns: many,
    repeats: true,
    request: (company, number) => page(company, number, '&excludedAttributes=groups'),
  },
  {
    name: 'first page, total not known yet',
    turns: some,
    repeats: true,
    before: (_, number) => ({ method: 'POST', path: '/Users', body: person(named('zz', number)) }),
    request: () => ({ method: 'GET', path: '/Users?count=100&excludedAttributes=groups' }),
    restore: (company) => company.removeUsers('zz-%'),
  },
  {
    name: 'DELETE a user',
    turns: many,
    repeats: false,
    ...ownUsers('gone'),
    request: (company, number) => ({
      method: 'DELETE',
      path: pathOf(company, named('gone', number)),
    }),
  },
]

/** @param {number} size @returns {readonly Operation[]} */
const groupOperations = (size) => [
  {
    name: `add one member to ${size}`,
    turns: many,
    repeats: false,
    request: (company, number) => ({
      method: 'PATCH',
      path: `/Groups/${company.groupId(groupName(size))}`,
      body: patch('add', 'members', [valueOf(company, spareName(number))]),
    }),
    restore: (company) => company.removeMembers(groupName(size), 'spare-%'),
  },
  {
    name: `group of ${size} by name, no members`,
    turns: many,
    repeats: true,
    request: () => find('/Groups', 'displayName', groupName(size), '&excludedAttributes=members'),
  },
]

/** @type {Operation} */
const addThousand = {
  name: 'add 1000 members',
  turns: few,
  repeats: false,
  ...ownGroups('fresh', 0),
  request: (company, number) => ({
    method: 'PATCH',
    path: `/Groups/${company.groupId(named('fresh', number))}`,
    body: patch(
      'add',
      'members',
      range(0, 1000).map((one) => valueOf(company, personName(one))),
    ),
  }),
}

const large = 10_000

/** @type {readonly Operation[]} */
const largeOperations = [
  {
    name: 'replace 10000 members, one differs',
    turns: few,
    repeats: false,
    ...ownGroups('large', large),
    request: (company, number) => ({
      method: 'PATCH',
      path: `/Groups/${company.groupId(named('large', number))}`,
      body: patch('replace', 'members', [
        ...range(0, large - 1).map((one) => valueOf(company, personName(one))),
        valueOf(company, spareName(number)),
      ]),
    }),
  },
  {
    name: 'clear 10000 members',
    turns: 1,
    repeats: false,
    ...ownGroups('clear', large),
    request: (company, number) => ({
      method: 'PATCH',
      path: `/Groups/${company.groupId(named('clear', number))}`,
      body: patch('remove', 'members'),
    }),
  },
]

/** @param {Company} company @returns {readonly Operation[]} */
function operationsFor({ users, groupSizes }) {
  return [
    ...userOperations,
    ...groupSizes.flatMap(groupOperations),
    ...(users >= 1000 ? [addThousand] : []),
    ...(users >= large ? largeOperations : []),
  ]
}

module.exports = { operationsFor }
