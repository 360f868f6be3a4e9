import { own, type Checked } from './checked'
import { groupSyncFields, readFields, scimFields, userSyncFields } from './fields'
import { isSameName, SOURCE_NAME_PREFIX, textProblem } from './names'
import type { ApplicationMapping, NewConnection, NewToken, TargetChoice } from './admin-api'
import type { GroupSyncSettings, Issue, ScimSettings, UserSyncSettings } from './settings'

/** The SCIM tab. `takenNames` are the app names of the other connections. Issues stand at `scim.<field>`. */
export function validateScim(input: unknown, takenNames: readonly string[]): Checked<ScimSettings> {
  const read = readFields(scimFields, input, 'scim', false)
  if ('issues' in read) return read
  const issue = takenIssue('scim.appName', read.value.appName, takenNames)
  return issue ? { issues: [issue] } : read
}

/** The User Sync tab. Issues stand at `userSync.<field>`. */
export function validateUserSync(input: unknown): Checked<UserSyncSettings> {
  return readFields(userSyncFields, input, 'userSync', false)
}

/** The Group Sync tab. Issues stand at `groupSync.<field>`. */
export function validateGroupSync(input: unknown): Checked<GroupSyncSettings> {
  return readFields(groupSyncFields, input, 'groupSync', false)
}

/** A new connection. `takenNames` are the app names of all connections. Issues stand at `scim.<field>`, as on its tab. */
export function validateNewConnection(
  input: unknown,
  takenNames: readonly string[],
): Checked<NewConnection> {
  const { appName, provider } = scimFields
  const read = readFields<NewConnection>({ appName, provider }, input, 'scim', false)
  if ('issues' in read) return read
  const issue = takenIssue('scim.appName', read.value.appName, takenNames)
  return issue ? { issues: [issue] } : read
}

/** The end of the year 9999: later moments can't be written as a date. */
const lastMoment = 253402300799999

/** A new token. `now` in milliseconds since 1970: an expiry lies after it. Issues stand at `token.<field>`. */
export function validateNewToken(input: unknown, now: number): Checked<NewToken> {
  const issues: Issue[] = []
  const name = readLine(input, 'name', 'token', 1, 100, issues)
  const expires = own(input, 'expires')
  if (typeof expires !== 'number' || !isFinite(expires) || Math.floor(expires) !== expires)
    issues.push({ path: 'token.expires', message: 'must be a date, or none' })
  else if (expires > lastMoment)
    issues.push({ path: 'token.expires', message: 'must be before the year 10000' })
  else if (expires !== 0 && expires <= now)
    issues.push({ path: 'token.expires', message: 'must be later than now' })
  return issues.length > 0 ? { issues } : { value: { name, expires: expires as number } }
}

/** The target directory, made or chosen. Whether it can be chosen is the server's to say. Issues stand at `target.<field>`. */
export function validateTarget(input: unknown): Checked<TargetChoice> {
  switch (own(input, 'kind')) {
    case 'create':
      return validateNewTarget(input)
    case 'choose':
      return validateChosenTarget(input)
    default:
      return { issues: [{ path: 'target.kind', message: 'must be create or choose' }] }
  }
}

function validateNewTarget(input: unknown): Checked<TargetChoice> {
  const issues: Issue[] = []
  const name = readLine(input, 'name', 'target', 1, 100, issues)
  const description = readLine(input, 'description', 'target', 0, 255, issues)
  const nestedGroups = own(input, 'nestedGroups')
  if (isSameName(name.slice(0, SOURCE_NAME_PREFIX.length), SOURCE_NAME_PREFIX))
    issues.push({
      path: 'target.name',
      message: 'names of this kind are kept for source directories',
    })
  if (typeof nestedGroups !== 'boolean')
    issues.push({ path: 'target.nestedGroups', message: 'must be on or off' })
  if (issues.length > 0) return { issues }
  return { value: { kind: 'create', name, description, nestedGroups: nestedGroups === true } }
}

function validateChosenTarget(input: unknown): Checked<TargetChoice> {
  const directoryId = own(input, 'directoryId')
  return typeof directoryId === 'string' && /^[0-9]{1,18}$/.test(directoryId)
    ? { value: { kind: 'choose', directoryId } }
    : { issues: [{ path: 'target.directoryId', message: 'choose a directory' }] }
}

/** Whether an application sees the target directory. Issues stand at `application.<field>`. */
export function validateApplicationMapping(input: unknown): Checked<ApplicationMapping> {
  const mapped = own(input, 'mapped')
  const allowAll = own(input, 'allowAll')
  const issues: Issue[] = []
  if (typeof mapped !== 'boolean')
    issues.push({ path: 'application.mapped', message: 'must be on or off' })
  if (typeof allowAll !== 'boolean')
    issues.push({ path: 'application.allowAll', message: 'must be on or off' })
  if (issues.length > 0) return { issues }
  return { value: { mapped: mapped === true, allowAll: allowAll === true } }
}

function readLine(
  input: unknown,
  name: string,
  place: string,
  min: number,
  max: number,
  issues: Issue[],
): string {
  const value = own(input, name)
  const problem = textProblem(value, min, max)
  if (problem) issues.push({ path: place + '.' + name, message: problem })
  return problem ? '' : (value as string).trim()
}

function takenIssue(path: string, name: string, taken: readonly string[]): Issue | undefined {
  return taken.some((other) => isSameName(name, other))
    ? { path, message: 'another connection has this name' }
    : undefined
}
