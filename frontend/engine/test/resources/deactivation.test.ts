import type { Context } from '../../src/connections/context'
import type { JsonObject } from '../../src/json'
import { DirectoryError, type Directory } from '../../src/ports/directory'
import { patchUser, replaceUser } from '../../src/resources/users'
import { ScimError } from '../../src/scim-error'
import { memoryConnection, patch, person, type MemoryConnection } from '../fakes/memory-connection'
import { atRest } from './at-rest'
import { addUser, handMade, idsOf } from './walk-scenarios'

/** What stands in the way of the other changes of a request that deactivates too. */
interface Hindrance {
  readonly name: string
  readonly value: JsonObject
  readonly prepare?: (connection: MemoryConnection) => void
  /** Calls of the target that Crowd refuses. */
  readonly target?: (target: Directory) => Partial<Directory>
  readonly refused: string
}

const hindrances: readonly Hindrance[] = [
  {
    name: 'the new name is taken in the source',
    value: { userName: 'bea' },
    refused: '409 userName: "bea" exists already',
  },
  {
    name: 'the new name is taken in the target',
    value: { userName: 'eve' },
    prepare: ({ target }) => void target.addPrincipal(handMade('eve')),
    refused: '409 userName: "eve" is taken in the target directory',
  },
  {
    name: 'the new name administers Crowd',
    value: { userName: 'root' },
    refused: '409 userName: "root" administers Crowd',
  },
  {
    name: 'the new name is taken just then',
    value: { userName: 'fay' },
    target: () => ({ renamePrincipal: () => fail('exists') }),
    refused: '409 userName: "fay" is taken in the target directory',
  },
  {
    name: 'Crowd refuses the rename',
    value: { userName: 'fay', displayName: 'F' },
    target: () => ({ renamePrincipal: () => fail('refused') }),
    refused: '503 ',
  },
  {
    name: 'Crowd refuses the e-mail',
    value: { emails: [{ value: 'bad', type: 'work' }], title: 'Dr' },
    target: (target) => ({
      updatePrincipal: (fields) =>
        fields.email === 'bad' ? fail('invalid') : target.updatePrincipal(fields),
    }),
    refused: '400 Crowd refuses the value: no',
  },
  {
    name: 'the directory refuses the password',
    value: { password: 'x' },
    target: () => ({ setPassword: () => fail('password') }),
    refused: '400 password: no',
  },
]

function fail(kind: DirectoryError['kind']): never {
  throw new DirectoryError(kind, 'no')
}

describe.each(hindrances)('deactivated while $name', ({ value, prepare, target, refused }) => {
  it.each(['PATCH', 'PUT'] as const)('by %s: he is inactive, the rest is refused', (method) => {
    const connection = prepared()
    prepare?.(connection)
    const before = connection.source.findPrincipal('ada')
    const request = requestOf(connection, method, { ...value, active: false })
    expect(answerOf(withTarget(connection, target), request)).toContain(refused)
    expect(stateOf(connection)).toEqual({ source: false, target: false, open: [] })
    expect(connection.source.findPrincipal('ada')).toMatchObject({
      name: 'ada',
      email: before?.email,
      displayName: before?.displayName,
    })
    const again = requestOf(connection, 'PATCH', { active: true })
    expect(answerOf(connection.context, again)).toBe('200')
    expect(stateOf(connection)).toEqual({ source: true, target: true, open: [] })
  })
})

/** Changes beside the deactivation; the calls that do it alone come first. */
const changes: readonly { readonly name: string; readonly value: JsonObject }[] = [
  { name: 'a rename', value: { userName: 'fay' } },
  { name: 'an e-mail', value: { emails: [{ value: 'f@x.org', type: 'work' }] } },
  { name: 'both', value: { userName: 'fay', emails: [{ value: 'f@x.org', type: 'work' }] } },
]

describe.each(changes)('deactivated beside $name', ({ value }) => {
  it('he is inactive once that is done, whatever call then fails before or after its effect', () => {
    const alone = callsOf({ active: false })
    const together = callsOf({ ...value, active: false })
    expect(together).toBeGreaterThan(alone)
    for (let call = alone; call <= together; call++)
      for (const when of ['before', 'after'] as const)
        for (const lasts of [{}, { lasts: true as const }]) {
          const connection = prepared()
          const request = requestOf(connection, 'PATCH', { ...value, active: false })
          connection.world.calls.cutAt({ call, when, ...lasts })
          const answer = answerOf(connection.context, request)
          connection.world.calls.cutAt(undefined)
          expect([call, when, stateOf(connection).target]).toEqual([call, when, false])
          if (call < together) expect(answer).toMatch(/^503/)
          answerOf(connection.context, request)
          expect([call, when, atRest(connection)]).toEqual([call, when, ended(value)])
        }
  })
})

function ended(value: JsonObject): object {
  const connection = prepared()
  answerOf(connection.context, requestOf(connection, 'PATCH', { ...value, active: false }))
  return atRest(connection)
}

function callsOf(value: JsonObject): number {
  const connection = prepared()
  connection.world.calls.clear()
  answerOf(connection.context, requestOf(connection, 'PATCH', value))
  return connection.world.calls.list().length
}

function prepared(): MemoryConnection {
  const connection = memoryConnection({
    administrators: ['root'],
    userSync: { login: 'scimPassword' },
  })
  addUser(connection, 'ada', 'bea')
  return connection
}

function withTarget(
  { world, targetId, context }: MemoryConnection,
  change: Hindrance['target'],
): Context {
  const target = world.ports.directory(targetId)
  return { ...context, target: { ...target, ...change?.(target) } }
}

function requestOf(connection: MemoryConnection, method: 'PATCH' | 'PUT', value: JsonObject) {
  const id = idsOf(connection)('ada')
  const body = method === 'PUT' ? person('ada', value) : patch({ op: 'replace', value })
  return { method, endpoint: 'Users' as const, id, query: {}, body, minimal: false }
}

/** The status, and what was refused. */
function answerOf(context: Context, request: ReturnType<typeof requestOf>): string {
  try {
    const { status } = (request.method === 'PUT' ? replaceUser : patchUser)(context, request)
    return String(status)
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    return error.status + ' ' + error.detail
  }
}

/** ada in both directories, by whatever name she has by then. */
function stateOf({ source, target }: MemoryConnection) {
  const one = source.findPrincipal('ada') ?? source.findPrincipal('fay')
  const other = target.findPrincipal('ada') ?? target.findPrincipal('fay')
  const open = (one?.attributes['scim.open'] ?? []).filter((part) => part !== '-')
  return { source: one?.active, target: other?.active, open }
}
