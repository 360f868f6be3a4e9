import type {
  ActivityDetail,
  ActivityEntry,
  ApplicationMapping,
  ApplicationView,
  ConnectionView,
  Created,
  DeletedConnection,
  DirectoryChoices,
  NewConnection,
  NewToken,
  NewTokenShown,
  Overview,
  ScimSettings,
  SystemView,
  TargetChoice,
  UserSyncSettings,
} from '@settings'
import type { Host, Method } from '../host/host'
import { AdminProblem, noAnswer, toProblem } from './admin-problem'

/** The admin API, one function a request (see `admin-api.ts` in settings). Each rejects with an AdminProblem. */
export interface AdminClient {
  readonly overview: () => Promise<Overview>
  readonly addConnection: (connection: NewConnection) => Promise<Created>
  readonly saveScim: (id: string, settings: ScimSettings) => Promise<ConnectionView>
  readonly saveUserSync: (id: string, settings: UserSyncSettings) => Promise<ConnectionView>
  readonly deleteConnection: (id: string) => Promise<DeletedConnection>
  readonly addToken: (id: string, token: NewToken) => Promise<NewTokenShown>
  readonly revokeToken: (id: string, tokenId: string) => Promise<ConnectionView>
  readonly directories: (id: string) => Promise<DirectoryChoices>
  readonly setTarget: (id: string, target: TargetChoice) => Promise<ConnectionView>
  readonly applications: (id: string) => Promise<readonly ApplicationView[]>
  readonly mapApplication: (
    id: string,
    applicationId: string,
    mapping: ApplicationMapping,
  ) => Promise<readonly ApplicationView[]>
  readonly unmapSource: (id: string) => Promise<ConnectionView>
  readonly remakeSource: (id: string) => Promise<ConnectionView>
  /** The newest `count` entries; of all connections where `connection` is ''. */
  readonly activity: (connection: string, count: number) => Promise<readonly ActivityEntry[]>
  readonly activityDetail: (ref: string) => Promise<ActivityDetail>
  readonly system: () => Promise<SystemView>
}

type Ask = <T>(method: Method, path: string, body?: unknown) => Promise<T>

export function createAdminClient(host: Host): AdminClient {
  const ask: Ask = (method, path, body) => askHost(host, method, path, body)
  return { ...connectionCalls(ask), ...tokenCalls(ask), ...directoryCalls(ask), ...lookCalls(ask) }
}

function connectionCalls(ask: Ask) {
  return {
    addConnection: (connection: NewConnection) => ask<Created>('POST', '/connections', connection),
    saveScim: (id: string, settings: ScimSettings) =>
      ask<ConnectionView>('PUT', `${connectionPath(id)}/scim`, settings),
    saveUserSync: (id: string, settings: UserSyncSettings) =>
      ask<ConnectionView>('PUT', `${connectionPath(id)}/user-sync`, settings),
    deleteConnection: (id: string) => ask<DeletedConnection>('DELETE', connectionPath(id)),
    unmapSource: (id: string) =>
      ask<ConnectionView>('POST', `${connectionPath(id)}/unmap-source`, {}),
    remakeSource: (id: string) => ask<ConnectionView>('POST', `${connectionPath(id)}/source`, {}),
  }
}

function tokenCalls(ask: Ask) {
  const tokens = (id: string) => `${connectionPath(id)}/tokens`
  return {
    addToken: (id: string, token: NewToken) => ask<NewTokenShown>('POST', tokens(id), token),
    revokeToken: (id: string, tokenId: string) =>
      ask<ConnectionView>('DELETE', `${tokens(id)}/${encodeURIComponent(tokenId)}`),
  }
}

function directoryCalls(ask: Ask) {
  const applications = (id: string) => `${connectionPath(id)}/applications`
  return {
    directories: (id: string) =>
      ask<DirectoryChoices>('GET', `/directories?connection=${encodeURIComponent(id)}`),
    setTarget: (id: string, target: TargetChoice) =>
      ask<ConnectionView>('POST', `${connectionPath(id)}/target`, target),
    applications: async (id: string) =>
      (await ask<Applications>('GET', applications(id))).applications,
    mapApplication: async (id: string, applicationId: string, mapping: ApplicationMapping) => {
      const path = `${applications(id)}/${encodeURIComponent(applicationId)}`
      return (await ask<Applications>('PUT', path, mapping)).applications
    },
  }
}

function lookCalls(ask: Ask) {
  return {
    overview: () => ask<Overview>('GET', '/overview'),
    activity: async (connection: string, count: number) => {
      const only = connection === '' ? '' : `connection=${encodeURIComponent(connection)}&`
      const path = `/activity?${only}count=${count}`
      return (await ask<{ entries: readonly ActivityEntry[] }>('GET', path)).entries
    },
    activityDetail: (ref: string) =>
      ask<ActivityDetail>('GET', `/activity/${encodeURIComponent(ref)}`),
    system: () => ask<SystemView>('GET', '/system'),
  }
}

interface Applications {
  readonly applications: readonly ApplicationView[]
}

function connectionPath(id: string): string {
  return `/connections/${encodeURIComponent(id)}`
}

/** The body of a success is taken as our own engine's word: it and this page come from one JAR. */
async function askHost<T>(host: Host, method: Method, path: string, body: unknown): Promise<T> {
  const answer = await host.send(method, path, body).catch(() => undefined)
  if (!answer) throw new AdminProblem(noAnswer())
  const isGood = answer.status >= 200 && answer.status < 300 && isObject(answer.body)
  if (!isGood) throw new AdminProblem(toProblem(answer))
  return answer.body as T
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
