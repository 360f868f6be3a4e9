import {
  memoryConnection,
  patch,
  person,
  type MemoryConnection,
  type Sent,
} from '../fakes/memory-connection'
import { addUser, handMade, idsOf } from './walk-scenarios'

const words = 'Eight signs, one of them a digit.'

function prepared(login: 'scimPassword' | 'password' | 'sso' = 'scimPassword'): MemoryConnection {
  const connection = memoryConnection({ userSync: { login }, administrators: ['root'] })
  connection.world.ports.crowd.storeDirectoryAttributes(connection.targetId, {
    password_minimum_length: '8',
    password_regex: '[0-9]',
    password_complexity_message: words,
  })
  addUser(connection, 'ada')
  connection.said.length = 0
  return connection
}

const post = (name: string, password: string, more = {}): Sent => ({
  method: 'POST',
  endpoint: 'Users',
  body: person(name, { password, ...more }),
})

const change =
  (method: 'PUT' | 'PATCH', password: string, more = {}) =>
  (connection: MemoryConnection): Sent => ({
    method,
    endpoint: 'Users',
    id: idsOf(connection)('ada'),
    body:
      method === 'PUT'
        ? person('ada', { password, ...more })
        : patch({ op: 'replace', value: { password, ...more } }),
  })

interface Row {
  readonly name: string
  readonly login?: 'password' | 'sso'
  readonly request: (connection: MemoryConnection) => Sent
  readonly user: string
  readonly password: string | undefined
  readonly said: readonly string[]
}

const set: readonly Row[] = [
  {
    name: 'create',
    request: () => post('bea', 'correct 1'),
    user: 'bea',
    password: 'correct 1',
    said: ['created bea'],
  },
  {
    name: 'PUT with nothing else changed',
    request: change('PUT', 'correct 2'),
    user: 'ada',
    password: 'correct 2',
    said: ['set the password of ada'],
  },
  {
    name: 'PATCH with something else changed',
    request: change('PATCH', 'correct 3', { displayName: 'A' }),
    user: 'ada',
    password: 'correct 3',
    said: ['set the password of ada', 'updated ada'],
  },
  {
    name: 'PATCH with a path',
    request: (connection) => ({
      ...change('PATCH', '')(connection),
      body: patch({ op: 'Replace', path: 'password', value: 'correct 4' }),
    }),
    user: 'ada',
    password: 'correct 4',
    said: ['set the password of ada'],
  },
  {
    name: 'create of one who is taken up again',
    request: (connection) => {
      connection.send({ method: 'DELETE', endpoint: 'Users', id: idsOf(connection)('ada') })
      connection.said.length = 0
      return post('ada', 'correct 5')
    },
    user: 'ada',
    password: 'correct 5',
    said: ['took up ada again', 'activated ada'],
  },
  {
    name: 'sso: ignored',
    login: 'sso',
    request: () => post('bea', 'x'),
    user: 'bea',
    password: undefined,
    said: ['(the password was ignored: passwords by SCIM are off)', 'created bea'],
  },
  {
    name: 'passwords that people set: ignored',
    login: 'password',
    request: change('PUT', 'x'),
    user: 'ada',
    password: undefined,
    said: ['(the password was ignored: passwords by SCIM are off)'],
  },
  {
    name: 'an empty one is none',
    request: change('PUT', ''),
    user: 'ada',
    password: undefined,
    said: [],
  },
  {
    name: 'an administrator of Crowd is left alone',
    request: (connection) => {
      connection.target.addPrincipal(handMade('root'))
      addUser(connection, 'rob')
      const tie = connection.targetId + ':' + connection.target.findPrincipal('root')?.externalId
      connection.source.storePrincipalAttributes('rob', { 'scim.target': [tie] })
      connection.said.length = 0
      return {
        ...change('PATCH', 'correct 6')(connection),
        id: idsOf(connection)('rob'),
      }
    },
    user: 'root',
    password: undefined,
    said: ['(root administers Crowd: the target is left alone)'],
  },
]

describe('password', () => {
  it.each(set)('$name', ({ login, request, user, password, said }) => {
    const connection = prepared(login)
    const sent = request(connection)
    const { body } = connection.send(sent)
    expect(connection.world.passwordOf(connection.targetId, user)).toBe(password)
    expect(connection.world.passwordOf(connection.sourceId, user)).toBeUndefined()
    expect(connection.said).toEqual(said)
    expect(JSON.stringify([body, connection.picture(), connection.said])).not.toContain('correct')
  })

  const refused: readonly { name: string; request: Row['request'] }[] = [
    { name: 'create', request: () => post('bea', 'wrong') },
    { name: 'PUT', request: change('PUT', 'wrong', { displayName: 'B' }) },
    { name: 'PATCH', request: change('PATCH', 'wrong', { userName: 'ava' }) },
  ]
  it.each(refused)('$name: what the rules refuse is 400 with their words', ({ request }) => {
    const connection = prepared()
    const before = connection.picture()
    expect(connection.try(request(connection))).toEqual({
      status: 400,
      scimType: 'invalidValue',
      detail: 'password: ' + words,
    })
    expect(connection.picture()).toEqual(before)
    expect(connection.world.passwordOf(connection.targetId, 'ada')).toBeUndefined()
  })
})
