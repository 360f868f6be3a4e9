'use strict'

const http = require('node:http')

/**
 * @typedef {object} Request
 * @property {string} method
 * @property {string} path below the base URL, with its query
 * @property {object} [body]
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} contentType
 * @property {string} text
 *
 * @typedef {(request: Request) => Promise<Answer>} Send
 */

/**
 * Sends as a provisioning client does, over connections that stay open; never more than so many at once.
 *
 * @param {{ scimBaseUrl: string, scimToken: string }} at
 * @param {number} connections
 * @returns {{ send: Send, close: () => void }}
 */
function openClient({ scimBaseUrl, scimToken }, connections) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  /** @type {Send} */
  const send = ({ method, path, body }) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const headers = {
      authorization: `Bearer ${scimToken}`,
      ...(text && {
        'content-type': 'application/scim+json',
        'content-length': Buffer.byteLength(text),
      }),
    }
    return exchange(scimBaseUrl + path, { method, agent, headers }, text)
  }
  return { send, close: () => agent.destroy() }
}

/**
 * @param {string} address
 * @param {http.RequestOptions} options
 * @param {string} text
 * @returns {Promise<Answer>}
 */
function exchange(address, options, text) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, options, (response) => {
      /** @type {Buffer[]} */
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    request.on('error', reject)
    request.end(text)
  })
}

/**
 * Sends; a refusal is a fault.
 *
 * @param {Send} send
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function sendOrFail(send, request) {
  const answer = await send(request)
  if (answer.status < 300) return answer
  const { status, text } = answer
  throw new Error(`${request.method} ${request.path}: ${status} ${text.slice(0, 300)}`)
}

/** Sends; gives the answer's JSON. @param {Send} send @param {Request} request @returns {Promise<any>} */
async function ask(send, request) {
  const { text } = await sendOrFail(send, request)
  return text === '' ? undefined : JSON.parse(text)
}

module.exports = { openClient, sendOrFail, ask }
