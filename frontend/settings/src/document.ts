import { own, type Checked } from './checked'
import { defaultSettings, FORMAT } from './defaults'
import { groupSyncFields, readFields, scimFields, userSyncFields } from './fields'
import type { Connection, Issue, Settings, Token } from './settings'

/** From the format in the key to the next one. A field that was only added needs none: it takes its default. */
const migrations: Readonly<Record<number, (document: unknown) => unknown>> = {}

/** Reads what stands under `scim.settings`; undefined is a fresh install. Never throws: what can't be read is an issue. */
export function readSettings(text: string | undefined): Checked<Settings> {
  if (text === undefined || text === '') return { value: defaultSettings }
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return refused('', 'the stored settings are not JSON')
  }
  return readCurrent(document)
}

/** The text that is stored. */
export function writeSettings(settings: Settings): string {
  return JSON.stringify(settings)
}

function readCurrent(stored: unknown): Checked<Settings> {
  let document = stored
  let format = own(document, 'format')
  if (typeof format === 'number' && format > FORMAT)
    return refused(
      'format',
      'the settings were stored by a newer version of SCIM for Crowd; install that version again',
    )
  while (format !== FORMAT) {
    const migrate = typeof format === 'number' ? migrations[format] : undefined
    if (!migrate) return refused('format', 'the stored settings have no known format')
    document = migrate(document)
    format = own(document, 'format')
  }
  return readConnections(own(document, 'connections'))
}

function readConnections(stored: unknown): Checked<Settings> {
  if (!Array.isArray(stored)) return refused('connections', 'must be a list')
  const connections: Connection[] = []
  const issues: Issue[] = []
  stored.forEach((item: unknown, index) => {
    const read = readConnection(item, 'connections[' + String(index) + ']')
    if ('issues' in read) issues.push(...read.issues)
    else connections.push(read.value)
  })
  return issues.length > 0 ? { issues } : { value: { format: FORMAT, connections } }
}

function readConnection(stored: unknown, place: string): Checked<Connection> {
  const issues: Issue[] = []
  const take = <T>(checked: Checked<T>): T => {
    if ('value' in checked) return checked.value
    issues.push(...checked.issues)
    return undefined as T
  }
  const connection: Connection = {
    id: take(matching(stored, 'id', /^[a-z0-9]{1,40}$/, place)),
    created: take(time(stored, 'created', place)),
    sourceDirectoryId: take(matching(stored, 'sourceDirectoryId', /^[0-9]{0,18}$/, place)),
    targetDirectoryId: take(matching(stored, 'targetDirectoryId', /^[0-9]{0,18}$/, place)),
    tokens: take(readTokens(own(stored, 'tokens'), place + '.tokens')),
    scim: take(readFields(scimFields, own(stored, 'scim'), place + '.scim', true)),
    userSync: take(readFields(userSyncFields, own(stored, 'userSync'), place + '.userSync', true)),
    groupSync: take(
      readFields(groupSyncFields, own(stored, 'groupSync'), place + '.groupSync', true),
    ),
  }
  return issues.length > 0 ? { issues } : { value: connection }
}

function readTokens(stored: unknown, place: string): Checked<readonly Token[]> {
  if (!Array.isArray(stored)) return refused(place, 'must be a list')
  const tokens: Token[] = []
  const issues: Issue[] = []
  stored.forEach((item: unknown, index) => {
    const at = place + '[' + String(index) + ']'
    const id = matching(item, 'id', /^[a-z0-9]{1,40}$/, at)
    const name = matching(item, 'name', /^[^\x00-\x1f]{1,100}$/, at)
    const hash = matching(item, 'hash', /^[0-9a-f]{64}$/, at)
    const created = time(item, 'created', at)
    const expires = time(item, 'expires', at)
    for (const part of [id, name, hash, created, expires])
      if ('issues' in part) issues.push(...part.issues)
    if ('value' in id && 'value' in name && 'value' in hash)
      if ('value' in created && 'value' in expires)
        tokens.push({
          id: id.value,
          name: name.value,
          hash: hash.value,
          created: created.value,
          expires: expires.value,
        })
  })
  return issues.length > 0 ? { issues } : { value: tokens }
}

function matching(stored: unknown, name: string, form: RegExp, place: string): Checked<string> {
  const value = own(stored, name)
  return typeof value === 'string' && form.test(value)
    ? { value }
    : refused(place + '.' + name, 'is not in the expected form')
}

function time(stored: unknown, name: string, place: string): Checked<number> {
  const value = own(stored, name)
  return typeof value === 'number' && value >= 0
    ? { value }
    : refused(place + '.' + name, 'must be a time in milliseconds')
}

function refused(path: string, message: string): { readonly issues: readonly Issue[] } {
  return { issues: [{ path, message }] }
}
