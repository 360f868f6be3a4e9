import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findDifference } from '../tools/replay.js'
import { makeConnection, openApi } from './crowd'

/** One of the worked examples of docs/protocol.md. */
interface Example {
  readonly title: string
  readonly status: string
  /** A curl command as it stands there. */
  readonly command: string
  /** Part of the answer; undefined where none is shown. */
  readonly answer: unknown
  /** The shell's name of the answer's id, where later examples need it. */
  readonly saved: string | undefined
}

const page = readFileSync(resolve(__dirname, '../../docs/protocol.md'), 'utf8')
const examples = page
  .slice(page.indexOf('## Worked examples'))
  .split(/^### /m)
  .slice(1)
  .map(readExample)

function readExample(section: string): Example {
  const [, title = '', status = ''] = /^(.*): (\d{3})\n/.exec(section) ?? []
  const answer = blockOf(section, 'json')
  return {
    title,
    status,
    command: blockOf(section, 'sh') ?? '',
    answer: answer && JSON.parse(answer.replaceAll('…', '{{*}}')),
    saved: /`id` is `\$(\w+)`/.exec(section)?.[1],
  }
}

function blockOf(section: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section)?.[1]
}

/** Runs the command in a shell that also tells the status. */
function runCurl(command: string, variables: Readonly<Record<string, string>>) {
  const tellStatus = `curl() { command curl -sS -w '\\n%{http_code}' "$@"; }\n`
  const said = execFileSync('bash', ['-c', tellStatus + command], {
    encoding: 'utf8',
    env: { ...process.env, ...variables },
  })
  const at = said.lastIndexOf('\n')
  const body = said.slice(0, at)
  return {
    status: said.slice(at + 1),
    body: body === '' ? undefined : (JSON.parse(body) as unknown),
  }
}

test('every worked example of docs/protocol.md is answered as it says', async () => {
  const { scimBaseUrl, token } = await makeConnection(await openApi(), `Examples ${Date.now()}`)
  const variables: Record<string, string> = { BASE: scimBaseUrl, TOKEN: token }
  const wrong: unknown[] = []
  for (const { title, status, command, answer, saved } of examples) {
    const got = runCurl(command, variables)
    const difference = answer === undefined ? undefined : findDifference(answer, got.body, 'body')
    if (got.status !== status || difference) wrong.push({ title, got: got.status, difference })
    if (saved) variables[saved] = (got.body as { readonly id: string }).id
  }
  expect(wrong).toEqual([])
  expect(examples.length).toBeGreaterThan(12)
})
