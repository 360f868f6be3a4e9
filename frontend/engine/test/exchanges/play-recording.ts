import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection, ConnectionView, ProviderId } from '@settings'
import { endDifference, replay, type Recording, type Send } from '../../../tools/replay.js'
import { openDoor, read, type OpenDoor } from '../doors/admin-client'
import { viewOf } from './directory-view'

const here = __dirname

/** All recordings, as `<client>/<story>.json`. */
export const recordings: readonly string[] = readdirSync(here)
  .filter((name) => statSync(join(here, name)).isDirectory())
  .flatMap((client) =>
    readdirSync(join(here, client))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${client}/${name}`),
  )

export function readRecording(file: string): Recording {
  return JSON.parse(readFileSync(join(here, file), 'utf8')) as Recording
}

/**
 * Plays a recording on the engine and a directory in memory, with its own provider or another. Gives the first difference
 * between what lies in source and target and what is recorded, undefined for none; throws at an answer that differs.
 */
export async function playRecording(
  recording: Recording,
  provider?: ProviderId,
): Promise<string | undefined> {
  const door = openDoor()
  const { connection, token } = door.connect({ appName: recording.title.slice(0, 100) })
  const view = setUp(door, connection.id, recording, provider)
  const variables = await replay(recording, sender(door, connection.id, token), {
    variables: {
      connection: connection.id,
      scimBaseUrl: connection.scimBaseUrl,
      sourceId: view.source.id,
      targetId: view.target.id,
      token,
    },
  })
  const found = {
    source: viewOf(door.world.byHand(view.source.id)),
    target: viewOf(door.world.byHand(view.target.id)),
  }
  return endDifference(recording, found, variables)
}

/** Brings the settings of the recording in and makes the target directory. */
function setUp(
  door: OpenDoor,
  id: string,
  recording: Recording,
  provider: ProviderId | undefined,
): ConnectionView {
  const { scim, userSync } = (recording.settings ?? {}) as Partial<Connection>
  const target = { kind: 'create', name: 'Target', description: '', nestedGroups: true }
  const view = door.admin('POST', `/connections/${id}/target`, target).body as ConnectionView
  const wrong = provider === undefined ? {} : { provider }
  door.admin('PUT', `/connections/${id}/scim`, { ...view.scim, ...scim, ...wrong })
  door.admin('PUT', `/connections/${id}/user-sync`, { ...view.userSync, ...userSync })
  return view
}

/** Sends as a client would, straight through the engine's door. A path may end with a bare `?`. */
function sender(door: OpenDoor, connectionId: string, token: string): Send {
  return async ({ method, path, query, headers, body }) =>
    read(
      door.handle({
        method,
        path: `/${connectionId}/v2${path.replace(/\?$/, '')}`,
        query: query ?? '',
        headers: { authorization: `Bearer ${token}`, ...headers },
        body: typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body),
      }),
      door.world,
    )
}
