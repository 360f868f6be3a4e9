import { newConnection, type Connection } from '@settings'
import type { ActivityNotes, Context, Policies } from '../../src/connections/context'
import type { JsonObject } from '../../src/json'
import type { Directory } from '../../src/ports/directory'
import type { ScimAnswer } from '../../src/protocol/scim-answer'
import type { ScimQuery, ScimRequest } from '../../src/protocol/scim-request'
import {
  createGroup,
  deleteGroup,
  getGroup,
  listGroups,
  patchGroup,
  replaceGroup,
} from '../../src/resources/groups'
import {
  createUser,
  deleteUser,
  getUser,
  listUsers,
  patchUser,
  replaceUser,
} from '../../src/resources/users'
import { ScimError } from '../../src/scim-error'
import {
  memoryWorld,
  type DirectoryPicture,
  type MemoryWorld,
  type MemoryWorldOptions,
} from './memory-world'

export interface MemoryConnectionOptions extends MemoryWorldOptions {
  readonly scim?: Partial<Connection['scim']>
  readonly userSync?: Partial<Connection['userSync']>
  readonly policies?: Partial<Policies>
  /** true: an administrator has not made or chosen a target yet. */
  readonly withoutTarget?: boolean
}

/** One connection in a world in memory, and a client that sends requests to its use cases. */
export interface MemoryConnection {
  readonly world: MemoryWorld
  readonly context: Context
  readonly sourceId: string
  readonly targetId: string
  /** The target as an administrator uses it. */
  readonly target: Directory
  readonly source: Directory
  /** What Activity was told, all of it. */
  readonly said: string[]
  send(request: Sent): ScimAnswer
  /** Like send, but a ScimError is given as `{ status, scimType, detail }`. */
  try(request: Sent): Refused | ScimAnswer
  /** Both directories; ids are replaced by names, so that worlds can be compared. */
  picture(): { readonly source: DirectoryPicture; readonly target: DirectoryPicture }
}

export type Sent = Pick<ScimRequest, 'method' | 'endpoint'> &
  Partial<Pick<ScimRequest, 'id' | 'body' | 'minimal'>> & { readonly query?: ScimQuery }

export interface Refused {
  readonly status: number
  readonly scimType: string | undefined
  readonly detail: string
}

export function memoryConnection(options: MemoryConnectionOptions = {}): MemoryConnection {
  const world = memoryWorld(options)
  const sourceId = world.addDirectory('SCIM source · Test')
  const targetId = world.addDirectory('People')
  const said: string[] = []
  const context = contextOf(world, sourceId, targetId, said, options)
  const send = (sent: Sent): ScimAnswer => answer(context, toRequest(sent))
  return {
    world,
    context,
    sourceId,
    targetId,
    said,
    send,
    source: world.byHand(sourceId),
    target: world.byHand(targetId),
    try: (sent) => {
      try {
        return send(sent)
      } catch (error) {
        if (!(error instanceof ScimError)) throw error
        return { status: error.status, scimType: error.scimType, detail: error.detail }
      }
    },
    picture: () => withNamesForIds(world.picture(sourceId), world.picture(targetId)),
  }
}

function contextOf(
  world: MemoryWorld,
  sourceId: string,
  targetId: string,
  said: string[],
  options: MemoryConnectionOptions,
): Context {
  const connection = newConnection('abcdefghijkl', 0, { appName: 'Test', provider: 'custom' })
  const notes: ActivityNotes = {
    name: () => undefined,
    changed: (what) => void said.push(what),
    noted: (what) => void said.push('(' + what + ')'),
  }
  return {
    ports: world.ports,
    connection: {
      ...connection,
      sourceDirectoryId: sourceId,
      targetDirectoryId: options.withoutTarget ? '' : targetId,
      scim: { ...connection.scim, ...options.scim },
      userSync: { ...connection.userSync, ...options.userSync },
    },
    source: world.ports.directory(sourceId),
    target: options.withoutTarget ? undefined : world.ports.directory(targetId),
    baseUrl: 'https://id.example.com/crowd/plugins/servlet/scim/abcdefghijkl/v2',
    exchangeId: 'exchange-1',
    policies: { lenientIds: false, refusalStatus: 403, schemasOptional: true, ...options.policies },
    notes,
  }
}

function toRequest(sent: Sent): ScimRequest {
  return { id: '', query: {}, body: {}, minimal: false, ...sent }
}

/** What the door does: endpoint and method to use case. */
function answer(context: Context, request: ScimRequest): ScimAnswer {
  const isUsers = request.endpoint === 'Users'
  switch (request.method) {
    case 'POST':
      return (isUsers ? createUser : createGroup)(context, request)
    case 'PUT':
      return (isUsers ? replaceUser : replaceGroup)(context, request)
    case 'PATCH':
      return (isUsers ? patchUser : patchGroup)(context, request)
    case 'DELETE':
      return (isUsers ? deleteUser : deleteGroup)(context, request)
    case 'GET':
      if (request.id === '') return (isUsers ? listUsers : listGroups)(context, request)
      return (isUsers ? getUser : getGroup)(context, request)
  }
}

/** Ids are replaced by names, so that worlds can be compared. */
export function withNamesForIds(source: DirectoryPicture, target: DirectoryPicture) {
  let text = JSON.stringify({ source, target })
  const replace = (entities: readonly object[], place: string): void => {
    for (const entity of entities as readonly { name: string; externalId: string }[]) {
      if (entity.externalId === '') continue
      text = text.split(entity.externalId).join('<' + place + ' ' + entity.name.toLowerCase() + '>')
    }
  }
  replace(source.users, 'source user')
  replace(source.groups, 'source group')
  replace(target.users, 'target user')
  replace(target.groups, 'target group')
  return JSON.parse(text) as { source: DirectoryPicture; target: DirectoryPicture }
}

/** A User as miniOrange sends it. */
export function person(userName: string, more: JsonObject = {}): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
    externalId: 'ext-' + userName,
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    displayName: 'Ada Lovelace',
    emails: [{ value: userName + '@example.com', type: 'work' }],
    active: true,
    ...more,
  }
}

export function patch(...operations: readonly JsonObject[]): JsonObject {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations }
}
