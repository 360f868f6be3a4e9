import { memoryConnection, patch, person, type MemoryConnection } from '../fakes/memory-connection'

function created(connection: MemoryConnection, userName: string): string {
  const answer = connection.send({ method: 'POST', endpoint: 'Users', body: person(userName) })
  return String(answer.body?.['id'])
}

describe('POST /Users', () => {
  it('puts the user into source and target with all notes', () => {
    const connection = memoryConnection()
    const answer = connection.send({ method: 'POST', endpoint: 'Users', body: person('Ada') })
    expect(answer).toEqual({
      status: 201,
      headers: { Location: connection.context.baseUrl + '/Users/id-0001' },
      body: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        id: 'id-0001',
        externalId: 'ext-Ada',
        userName: 'Ada',
        name: { givenName: 'Ada', familyName: 'Lovelace' },
        displayName: 'Ada Lovelace',
        emails: [{ value: 'Ada@example.com', type: 'work' }],
        active: true,
        meta: {
          resourceType: 'User',
          created: '2026-11-24T09:00:00.000Z',
          lastModified: '2026-11-24T09:00:00.000Z',
          location: connection.context.baseUrl + '/Users/id-0001',
        },
      },
    })
    const { source, target } = connection.picture()
    expect(source).toEqual({
      groups: [],
      users: [
        {
          name: 'Ada',
          active: true,
          email: 'Ada@example.com',
          firstName: 'Ada',
          lastName: 'Lovelace',
          displayName: 'Ada Lovelace',
          externalId: '<source user ada>',
          groups: [],
          attributes: {
            'scim.doc.0': [expect.stringMatching(/^0\d+:[0-9a-f]{16}:\{.*\}\.$/)],
            'scim.externalId': ['ext-Ada'],
            'scim.email': ['Ada@example.com'],
            'scim.modified': ['1795510800000'],
            'scim.state': ['-'],
            'scim.target': [connection.targetId + ':<target user ada>'],
          },
        },
      ],
    })
    expect(target).toEqual({
      groups: [],
      users: [
        {
          name: 'Ada',
          active: true,
          email: 'Ada@example.com',
          firstName: 'Ada',
          lastName: 'Lovelace',
          displayName: 'Ada Lovelace',
          externalId: '<target user ada>',
          groups: [],
          attributes: { 'scim.managed': ['abcdefghijkl:made:<source user ada>'] },
        },
      ],
    })
    expect(connection.said).toEqual(['created Ada'])
  })

  it('refuses a name that is there in another case', () => {
    const connection = memoryConnection()
    created(connection, 'Ada')
    expect(connection.try({ method: 'POST', endpoint: 'Users', body: person('ADA') })).toEqual({
      status: 409,
      scimType: 'uniqueness',
      detail: 'userName: "ADA" exists already',
    })
  })

  it("refuses a name that somebody else's target user has, and writes nothing", () => {
    const connection = memoryConnection()
    connection.target.addPrincipal({ ...byHand('ada'), attributes: {} })
    expect(connection.try({ method: 'POST', endpoint: 'Users', body: person('Ada') })).toEqual({
      status: 409,
      scimType: 'uniqueness',
      detail: 'userName: "Ada" is taken in the target directory',
    })
    expect(connection.picture().source.users).toEqual([])
  })

  it('takes the deactivated target user up again after a DELETE', () => {
    const connection = memoryConnection()
    const id = created(connection, 'Ada')
    connection.send({ method: 'DELETE', endpoint: 'Users', id })
    expect(connection.target.findPrincipal('Ada')?.active).toBe(false)
    const again = created(connection, 'ada')
    expect(again).not.toBe(id)
    expect(connection.picture().target.users).toMatchObject([
      {
        name: 'ada',
        active: true,
        attributes: { 'scim.managed': ['abcdefghijkl:made:<source user ada>'] },
      },
    ])
    expect(connection.said).toEqual([
      'created Ada',
      'deactivated Ada',
      'took up Ada again',
      'renamed Ada to ada',
      'activated ada',
    ])
  })

  it('refuses unknown users while import is off, known ones still update', () => {
    const connection = memoryConnection({
      userSync: { importUsers: false },
      policies: { refusalStatus: 400 },
    })
    expect(
      connection.try({ method: 'POST', endpoint: 'Users', body: person('ada') }),
    ).toMatchObject({
      status: 400,
      detail: 'This connection does not import users: "ada" is not known here',
    })
  })
})

describe('PATCH and PUT /Users', () => {
  it('deactivates and activates in source and target', () => {
    const connection = memoryConnection()
    const id = created(connection, 'ada')
    const setActive = (active: boolean) =>
      connection.send({
        method: 'PATCH',
        endpoint: 'Users',
        id,
        body: patch({ op: 'replace', path: 'active', value: active }),
      })
    expect(setActive(false)).toMatchObject({ status: 200, body: { active: false } })
    expect(connection.target.findPrincipal('ada')?.active).toBe(false)
    expect(setActive(true)).toMatchObject({ status: 200, body: { active: true } })
    expect(connection.target.findPrincipal('ada')?.active).toBe(true)
  })

  it('renames in source and target, keeping the id', () => {
    const connection = memoryConnection()
    const id = created(connection, 'ada')
    const answer = connection.send({
      method: 'PUT',
      endpoint: 'Users',
      id,
      body: person('ada.lovelace'),
    })
    expect(answer).toMatchObject({ status: 200, body: { id, userName: 'ada.lovelace' } })
    expect(connection.target.findPrincipal('ada.lovelace')).toMatchObject({
      email: 'ada.lovelace@example.com',
    })
    expect(connection.target.findPrincipal('ada')).toBeUndefined()
  })
})

function byHand(name: string) {
  return { name, active: true, email: '', firstName: 'A', lastName: 'B', displayName: 'A B' }
}
