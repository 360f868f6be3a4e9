'use strict'

const { formOf, logIn, openAdminApi, openSession } = require('./console-session.js')

/**
 * The stand-in that was started, and the connection that is played on, as `dev-host.json` tells it.
 *
 * @typedef {{ crowdUrl: string, adminUser: string, adminPassword: string, scimBaseUrl: string }} Started
 * @typedef {{ name: string, attributes: Record<string, readonly string[]> }} Entry
 */

/**
 * Takes away what an earlier play left in the demo connection's target directory, where a deleted user stays as an
 * inactive one: as an administrator would by hand. What SCIM neither made nor took over stays.
 *
 * @param {Started} started
 * @returns {Promise<boolean>} whether there was something
 */
async function emptyTarget({ crowdUrl, adminUser, adminPassword, scimBaseUrl }) {
  const session = openSession(crowdUrl)
  await logIn(session, adminUser, adminPassword)
  const { connections } = await (await openAdminApi(session))('GET', '/overview')
  const id = scimBaseUrl.split('/').at(-2)
  const directory = connections.find((/** @type {any} */ one) => one.id === id)?.target.id
  if (!directory) return false
  const basic = Buffer.from(`${adminUser}:${adminPassword}`).toString('base64')
  const headers = { authorization: `Basic ${basic}` }
  const answer = await session.send('GET', `/stand-in/directories/${directory}`, undefined, headers)
  if (!answer.ok) return false
  /** @type {{ users: readonly Entry[], groups: readonly Entry[] }} */
  const { users, groups } = JSON.parse(await answer.text())
  const ours = (/** @type {readonly Entry[]} */ entries) =>
    entries.filter((one) => one.attributes['scim.managed']?.[0]?.startsWith(`${id}:`))
  for (const { name } of ours(users)) await removeByHand(session, 'user', directory, name)
  for (const { name } of ours(groups)) await removeByHand(session, 'group', directory, name)
  return ours(users).length + ours(groups).length > 0
}

/**
 * @param {import('./console-session.js').Session} session
 * @param {'user' | 'group'} kind
 * @param {string} directory id
 * @param {string} name
 */
async function removeByHand(session, kind, directory, name) {
  const at = `/console/secure/${kind}`
  const key = new URLSearchParams({ directoryID: directory, name })
  const page = await session.send('GET', `${at}/view.action?${key}`)
  const { action, hidden } = formOf(await page.text(), new RegExp(`${at}/delete\\.action`))
  await session.send('POST', new URL(action, page.url).href, new URLSearchParams(hidden))
}

module.exports = { emptyTarget }
