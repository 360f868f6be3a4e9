import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection, ConnectionView } from '@settings'
import { endDifference, replay, type Recording, type Send } from '../../../tools/replay.js'
import { openDoor, read, type OpenDoor } from '../doors/admin-client'
import { viewOf } from './directory-view'

const here = __dirname
const files = readdirSync(here)
  .filter((name) => statSync(join(here, name)).isDirectory())
  .flatMap((client) =>
    readdirSync(join(here, client))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${client}/${name}`),
  )

test.each(files)(
  '%s is answered as recorded, and leaves source and target as recorded',
  async (file) => {
    const recording = JSON.parse(readFileSync(join(here, file), 'utf8')) as Recording
    const door = openDoor()
    const { connection, token } = door.connect({ appName: recording.title })
    const view = setUp(door, connection.id, recording)
    const variables = await replay(recording, sender(door, connection.id, token), {
      variables: {
        connection: connection.id,
        scimBaseUrl: connection.scimBaseUrl,
        sourceId: view.source.id,
        targetId: view.target.id,
      },
    })
    const found = {
      source: viewOf(door.world.byHand(view.source.id)),
      target: viewOf(door.world.byHand(view.target.id)),
    }
    expect(endDifference(recording, found, variables)).toBeUndefined()
  },
)

/** Brings the settings of the recording in and makes the target directory. */
function setUp(door: OpenDoor, id: string, recording: Recording): ConnectionView {
  const { scim, userSync } = (recording.settings ?? {}) as Partial<Connection>
  const target = { kind: 'create', name: 'Target', description: '', nestedGroups: true }
  const view = door.admin('POST', `/connections/${id}/target`, target).body as ConnectionView
  door.admin('PUT', `/connections/${id}/scim`, { ...view.scim, ...scim })
  door.admin('PUT', `/connections/${id}/user-sync`, { ...view.userSync, ...userSync })
  return view
}

/** Sends as a client would, straight through the engine's door. */
function sender(door: OpenDoor, connectionId: string, token: string): Send {
  return async ({ method, path, query, headers, body }) =>
    read(
      door.handle({
        method,
        path: `/${connectionId}/v2${path}`,
        query: query ?? '',
        headers: { authorization: `Bearer ${token}`, ...headers },
        body: typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body),
      }),
      door.world,
    )
}
