import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  logIn,
  openAdminApi,
  openSession,
  uploadApp,
  type AdminApi,
  type Session,
} from '../tools/console-session.js'

/** The Crowd under test: all that the suites know of it. */
export const crowd = {
  url: required('SCIM_E2E_BASE'),
  user: required('SCIM_E2E_USER'),
  password: required('SCIM_E2E_PASSWORD'),
  /** Only of the stand-in: it can be looked into and made to fail. */
  standInLog: process.env.SCIM_E2E_STAND_IN_LOG,
  servletApi: process.env.SCIM_E2E_SERVLET_API ?? 'jakarta',
  /** Everything in both flavours, however long it takes. */
  long: process.env.LONG === '1',
  /** The app to install where it is not there yet. */
  jar: process.env.SCIM_E2E_JAR,
}

function required(name: string): string {
  const value = process.env[name]
  if (value) return value
  throw new Error(`${name} is not set: run these suites by npm test, see CONTRIBUTING.md`)
}

export interface ScimRequest {
  readonly method: string
  /** Below the base URL: `/Users/42`. */
  readonly path: string
  readonly query?: string
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, or as it is if it is a text. */
  readonly body?: unknown
}

export interface ScimAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed; undefined if there is none. */
  readonly body: unknown
}

export type { AdminApi }
export type Send = (request: ScimRequest) => Promise<ScimAnswer>

/** A connection made for one suite, with a target directory of its own. */
export interface TestConnection {
  readonly id: string
  readonly api: AdminApi
  readonly scimBaseUrl: string
  readonly token: string
  readonly sourceId: string
  readonly targetId: string
  readonly send: Send
}

/** Logged in as the administrator, with the app installed. */
export async function openConsole(): Promise<Session> {
  const session = openSession(crowd.url)
  await logIn(session, crowd.user, crowd.password)
  const page = await session.send('GET', '/plugins/servlet/scim-for-crowd/')
  if (page.status === 404 && crowd.jar) {
    await uploadApp(session, basename(crowd.jar), readFileSync(crowd.jar))
  }
  return session
}

/** What the admin API says of a connection, as far as the suites read it. */
interface View {
  readonly id: string
  readonly scimBaseUrl: string
  readonly source: { readonly id: string }
  readonly target: { readonly id: string }
  readonly scim: object
  readonly userSync: object
}

/** The suites send as fast as they can. */
const noLimit = { requestsPerSecond: 0, requestsAtOnce: 0 }

/** A connection and its target directory, with every setting at its default but those given. */
export async function makeConnection(
  api: AdminApi,
  appName: string,
  settings: { readonly scim?: object; readonly userSync?: object } = {},
): Promise<TestConnection> {
  const created: { connection: View; token: string } = await api('POST', '/connections', {
    appName,
    provider: 'miniorange',
  })
  const { id, scimBaseUrl } = created.connection
  const view: View = await api('POST', `/connections/${id}/target`, {
    kind: 'create',
    name: `${appName} directory`,
    description: 'Made by a test',
    nestedGroups: true,
  })
  await api('PUT', `/connections/${id}/scim`, { ...view.scim, ...noLimit, ...settings.scim })
  await api('PUT', `/connections/${id}/user-sync`, { ...view.userSync, ...settings.userSync })
  return {
    id,
    api,
    scimBaseUrl,
    token: created.token,
    sourceId: view.source.id,
    targetId: view.target.id,
    send: sender(scimBaseUrl, created.token),
  }
}

export async function openApi(): Promise<AdminApi> {
  return openAdminApi(await openConsole())
}

/** Sends as a provisioning client does; headers of the request win. */
export function sender(scimBaseUrl: string, token: string): Send {
  return async ({ method, path, query, headers, body }) => {
    const answer = await fetch(`${scimBaseUrl}${path}${query ? `?${query}` : ''}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: text === '' ? undefined : parsed(text),
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Notes by name, of users, groups and directories. */
type Notes = Readonly<Record<string, readonly string[]>>

export interface DirectoryView {
  readonly id: string
  readonly name: string
  readonly attributes: Notes
  readonly users: readonly UserView[]
  readonly groups: readonly GroupView[]
}

export interface UserView {
  readonly name: string
  readonly active: boolean
  readonly email: string
  readonly displayName: string
  readonly externalId: string
  readonly attributes: Notes
  readonly groups: readonly string[]
}

export interface GroupView {
  readonly name: string
  readonly externalId: string
  readonly attributes: Notes
  readonly users: readonly string[]
}

/** What lies in a directory, from the stand-in's view for tests. */
export async function lookInto(directoryId: string): Promise<DirectoryView> {
  return (await askStandIn('GET', `/stand-in/directories/${directoryId}`)) as DirectoryView
}

export async function setDatabase(database: 'stopped' | 'running'): Promise<void> {
  await askStandIn('POST', '/stand-in/faults', { database })
}

/** `cut`: that call and every later one fails, as if the app had ended there. */
export type Strike = 'before' | 'after' | 'cut'

/** Makes the call-th call of Crowd's managers from now on fail; 1 is the next. */
export async function armFault(call: number, strike: Strike): Promise<void> {
  await askStandIn('POST', '/stand-in/faults', { call, strike })
}

/** Nothing fails any more; gives whether the armed fault has struck. */
export async function disarmFault(): Promise<boolean> {
  const answer = await askStandIn('POST', '/stand-in/faults', { call: 0 })
  return (answer as { readonly struck: boolean }).struck
}

/** As an administrator would by hand. */
export async function deleteDirectory(directoryId: string): Promise<void> {
  await askStandIn('POST', `/stand-in/directories/${directoryId}/delete`)
}

async function askStandIn(method: string, path: string, body?: unknown): Promise<unknown> {
  const credentials = Buffer.from(`${crowd.user}:${crowd.password}`).toString('base64')
  const answer = await fetch(crowd.url + path, {
    method,
    headers: { Authorization: `Basic ${credentials}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
  return text === '' ? undefined : JSON.parse(text)
}
