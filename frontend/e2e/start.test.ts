import { spawn, type ChildProcess } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { logIn, openAdminApi, openSession, type AdminApi } from '../tools/console-session.js'

/** `npm start` as a process of its own, in a home of its own. */

const top = resolve(__dirname, '../..')
let folder: string
let home: string
const running = new Set<ChildProcess>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
  home = join(folder, 'home')
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Tool {
  readonly child: ChildProcess
  /** What it has said so far. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

function runTool(name: string, ...args: readonly string[]): Tool {
  const child = spawn(process.execPath, [join(top, 'frontend/tools', name), ...args])
  running.add(child)
  let text = ''
  child.stdout.on('data', (data) => (text += data))
  child.stderr.on('data', (data) => (text += data))
  const ended = new Promise<number | null>((done) =>
    child.on('close', (code) => {
      running.delete(child)
      done(code)
    }),
  )
  return { child, said: () => text, ended }
}

const start = (...args: readonly string[]) => runTool('start.js', '--home', home, ...args)

/** Waits for the introduction. */
function introduced(tool: Tool): Promise<void> {
  return new Promise((done, fail) => {
    tool.child.stdout?.on('data', () => tool.said().includes('Ctrl-C stops it.') && done())
    void tool.ended.then((code) => fail(new Error(`ended with ${code}: ${tool.said()}`)))
  })
}

async function interrupt(tool: Tool): Promise<void> {
  tool.child.kill('SIGINT')
  expect(await tool.ended).toBe(0)
  expect(tool.said().trimEnd().endsWith('Stopped.')).toBe(true)
}

async function refusal(tool: Tool): Promise<string | undefined> {
  expect(await tool.ended).toBe(1)
  return tool.said().trimEnd().split('\n').at(-1)
}

const description = () => JSON.parse(readFileSync(join(home, 'dev-host.json'), 'utf8'))

const listUsers = async () => {
  const { scimBaseUrl, scimToken } = description()
  const headers = { authorization: `Bearer ${scimToken}` }
  return (await fetch(`${scimBaseUrl}/Users`, { headers })).status
}

/** What an administrator does to the demo connection between two starts, by the app's own admin API. */
async function change(work: (api: AdminApi, demo: Demo) => Promise<unknown>): Promise<void> {
  const { crowdUrl, adminUser, adminPassword, scimBaseUrl } = description()
  const session = openSession(crowdUrl)
  await logIn(session, adminUser, adminPassword)
  const api = await openAdminApi(session)
  const id = scimBaseUrl.split('/').at(-2)
  const { connections } = await api('GET', '/overview')
  await work(
    api,
    connections.find((one: Demo) => one.id === id),
  )
}

/** The connection as the admin API shows it. */
interface Demo {
  readonly id: string
  readonly scim: object
  readonly tokens: readonly { readonly id: string }[]
}

const changeScim = (some: object) => (api: AdminApi, demo: Demo) =>
  api('PUT', `/connections/${demo.id}/scim`, { ...demo.scim, ...some })

/** What became of the demo connection, the line of the next start, and how its token is answered. In order. */
const later = [
  {
    title: 'nothing happened',
    work: async () => undefined,
    line: '"Demo", as it was',
    status: 200,
  },
  {
    title: 'it was renamed',
    work: changeScim({ appName: 'Crew' }),
    line: '"Crew", as it was',
    status: 200,
  },
  {
    title: 'its token was revoked',
    work: (api: AdminApi, { id, tokens }: Demo) =>
      api('DELETE', `/connections/${id}/tokens/${tokens[0]?.id}`),
    line: '"Crew", as it was, with a new token',
    status: 200,
  },
  {
    title: 'its directory was changed',
    work: (api: AdminApi, { id }: Demo) =>
      api('POST', `/connections/${id}/target`, {
        kind: 'create',
        name: 'People',
        description: '',
        nestedGroups: true,
      }),
    line: '"Crew", as it was',
    status: 200,
  },
  {
    title: 'it was paused',
    work: changeScim({ mode: 'paused' }),
    line: '"Crew", as it was; it is paused: requests are answered 503',
    status: 503,
  },
  {
    title: 'it was deleted, its directory stays',
    work: (api: AdminApi, { id }: Demo) => api('DELETE', `/connections/${id}`),
    line: '"Demo", made now, with the target directory "Demo directory 2"',
    status: 200,
  },
]

/** A start in the home, what an administrator did in it, and the end. */
async function startAnd(
  work: (api: AdminApi, demo: Demo) => Promise<unknown>,
  ...args: readonly string[]
): Promise<{ line: string | undefined; status: number }> {
  const tool = start('--port', '0', ...args)
  await introduced(tool)
  expect(tool.said()).toMatch(/^ready in [\d.]+ s$/m)
  const line = /^the demo connection {2}(.*)$/m.exec(tool.said())?.[1]
  const status = await listUsers()
  await change(work)
  await interrupt(tool)
  return { line, status }
}

let token: string

test('serves, says where in dev-host.json for its owner alone, and stops with Ctrl-C', async () => {
  const tool = start('--port', '0')
  await introduced(tool)
  expect(Object.keys(description())).toEqual([
    ...['crowdUrl', 'adminUrl', 'adminUser', 'adminPassword'],
    ...['scimBaseUrl', 'scimToken', 'pid'],
  ])
  expect(statSync(join(home, 'dev-host.json')).mode & 0o777).toBe(0o600)
  expect(await listUsers()).toBe(200)
  expect(tool.said()).toContain(`npm run play -- miniorange --home ${home}`)
  token = description().scimToken
  const log = readFileSync(join(home, 'stand-in.log'), 'utf8')

  const second = start('--port', '0', '--fresh')
  expect(await refusal(second)).toBe(
    `Another stand-in runs in ${home}: stop it, or choose another folder with --home`,
  )
  expect(readFileSync(join(home, 'stand-in.log'), 'utf8').startsWith(log)).toBe(true)
  expect(await listUsers()).toBe(200)
  await interrupt(tool)
})

test('looks at the port before it forgets anything', async () => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  expect(await refusal(start('--port', String(port), '--fresh'))).toBe(
    `Port ${port} is in use. Stop what listens there, or choose another: --port <number>`,
  )
  server.close()
  expect(existsSync(join(home, 'database'))).toBe(true)
  expect(description().scimToken).toBe(token)
})

test('without the demo connection it remembers the token, which the next start uses again', async () => {
  const without = start('--port', '0', '--no-demo')
  await introduced(without)
  expect(description()).toMatchObject({ scimBaseUrl: '', scimToken: token })
  const play = runTool('play.js', 'miniorange', '--home', home)
  expect(await play.ended).toBe(1)
  expect(play.said()).toContain('Nothing was started here')
  await interrupt(without)

  const again = start('--port', '0')
  await introduced(again)
  expect(description().scimToken).toBe(token)
  expect(await listUsers()).toBe(200)
  await interrupt(again)
})

test('whatever became of the demo connection, the next start has one and a token that works', async () => {
  const seen = []
  const works = later.slice(1).map(({ work }) => work)
  for (const [index, { title }] of later.entries())
    seen.push({ title, ...(await startAnd(works[index] ?? (async () => undefined))) })
  expect(seen).toEqual(later.map(({ title, line, status }) => ({ title, line, status })))
}, 600_000)

test('every client can be watched on the demo connection, again and again', async () => {
  const tool = start('--port', '0')
  await introduced(tool)
  for (const client of ['entra', 'okta', 'onelogin', 'custom', 'miniorange', 'entra']) {
    const play = runTool('play.js', client, '--home', home)
    const code = await play.ended
    expect({ client, code, wrong: /^!.*|\{\{.*/m.exec(play.said())?.[0] }).toEqual({
      client,
      code: 0,
      wrong: undefined,
    })
  }
  const arrival = runTool('play.js', 'miniorange', '--users', '50', '--home', home)
  expect(await arrival.ended).toBe(0)
  expect(arrival.said().trimEnd().split('\n')).toHaveLength(1 + 50 + 5)
  await interrupt(tool)
}, 600_000)

test('another database has a demo connection of its own, and the first one has its own still', async () => {
  const nothing = async () => undefined
  const database = `jdbc:h2:file:${join(folder, 'other')}`
  const seen = [
    await startAnd(nothing, '--database', database),
    await startAnd(nothing),
    await startAnd(nothing, '--fresh'),
  ]
  const made = '"Demo", made now, with the target directory "Demo directory"'
  expect(seen).toEqual([
    { line: made, status: 200 },
    { line: '"Demo", as it was, with a new token', status: 200 },
    { line: made, status: 200 },
  ])
})

test('a home that cannot be written is said in one line', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await refusal(runTool('start.js', '--home', join(file, 'home'), '--port', '0'))).toBe(
    `${join(file, 'home')} cannot be written (ENOTDIR): choose another folder with --home`,
  )
})

test('a folder that it did not make is not emptied, a database that cannot be used is said in one line', async () => {
  const foreign = join(folder, 'foreign')
  mkdirSync(foreign)
  writeFileSync(join(foreign, 'letter'), 'dear')
  const tool = runTool('start.js', '--home', foreign, '--port', '0', '--fresh')
  expect(await refusal(tool)).toContain(`${foreign} was not made by a stand-in`)
  expect(readFileSync(join(foreign, 'letter'), 'utf8')).toBe('dear')
  expect(await refusal(start('--port', '0', '--database', 'jdbc:nothing:here'))).toBe(
    'The database jdbc:nothing:here cannot be used: No suitable driver',
  )
})
