'use strict'

const { administrator } = require('../../tools/stand-in.js')

/** What the benchmark asks of the stand-in itself, and a real Crowd has not (plugin-java/dev-host/README.md). */

/**
 * @typedef {string | number | null} Value
 * @typedef {Record<string, Value>} Row
 *
 * @typedef {object} Database the stand-in's, by SQL; a text in a SELECT list is to be cast for PostgreSQL
 * @property {(sql: string, rows?: readonly (readonly Value[])[]) => Promise<void>} run the statement once for each row
 * @property {(sql: string, ...parameters: readonly Value[]) => Promise<readonly Row[]>} select
 *
 * @typedef {object} Cost
 * @property {number} calls of Crowd's managers
 * @property {number} rows read
 *
 * @typedef {object} StandInView
 * @property {Database} database
 * @property {() => Promise<Cost>} readTraffic since the start
 * @property {() => Promise<{ heap: number, threads: number }>} readMemory megabytes in use after a collection
 * @property {() => Promise<number>} readCpu milliseconds of processor time since the start
 * @property {() => Promise<void>} record what Crowd is asked from now on
 * @property {(name: string, answer: { status: number, contentType: string, text: string }) => Promise<void>} keepRecording
 * @property {() => Promise<void>} forgetRecordings
 */

/** Rows that go in one request: the stand-in reads a megabyte. */
const slice = 400
const megabyte = 1024 * 1024

/** @param {string} crowdUrl @returns {StandInView} */
function openView(crowdUrl) {
  const { user, password } = administrator
  const basic = Buffer.from(`${user}:${password}`).toString('base64')
  const headers = { Authorization: `Basic ${basic}` }

  /** @param {string} name @param {object} [body] @returns {Promise<any>} */
  const ask = async (name, body) => {
    const how = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(`${crowdUrl}/stand-in/${name}`, { headers, ...how })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`/stand-in/${name}: ${answer.status} ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }

  return {
    database: {
      run: async (sql, rows = [[]]) => {
        for (let at = 0; at < rows.length; at += slice)
          await ask('sql', { sql, rows: rows.slice(at, at + slice) })
      },
      select: (sql, ...parameters) => ask('sql', { sql, rows: [parameters] }),
    },
    readTraffic: () => ask('traffic'),
    readMemory: async () => {
      const { used, threads } = await ask('memory')
      return { heap: used / megabyte, threads }
    },
    readCpu: async () => (await ask('cpu')).milliseconds,
    record: () => ask('recording', { record: true }),
    keepRecording: (name, { status, contentType, text }) =>
      ask('recording', { keep: name, status, contentType, answer: text }),
    forgetRecordings: () => ask('recording', {}),
  }
}

module.exports = { openView }
