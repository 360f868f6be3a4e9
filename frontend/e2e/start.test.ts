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
