import { defaultAttributeMapping } from '@settings'
import type { ConnectionView, DirectoryChoices, NewTokenShown, Overview, Problem } from '@settings'
import type { ApplicationSummary } from '../../src/ports/ports'
import { bearer, openDoor, type OpenDoor } from '../doors/admin-client'

const now = Date.UTC(2026, 10, 24, 9, 0, 0)
const jira: ApplicationSummary = { id: '2', name: 'jira', type: 'JIRA', mappings: [] }
const consoleApplication: ApplicationSummary = {
  id: '1',
  name: 'crowd',
  type: 'CROWD',
  mappings: [],
}
const open = () => openDoor({ now, applications: [consoleApplication, jira] })

const newTarget = { kind: 'create', name: 'People', description: 'From Acme', nestedGroups: true }

describe('POST /connections', () => {
  test('makes a source directory and gives address and token', () => {
    const { connect, world } = open()
    const { connection, token } = connect()
    const source = world.ports.crowd.findDirectory(connection.source.id)
    expect(connection).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{12}$/) as string,
      created: now,
      scim: {
        appName: 'Acme',
        provider: 'miniorange',
        mode: 'live',
        tokenHeader: '',
        requestsPerSecond: 100,
        requestsAtOnce: 64,
        strictMembers: false,
      },
      userSync: {
        login: 'sso',
        importUsers: true,
        updateUsers: true,
        linkExisting: 'off',
        nameRule: { pattern: '', replacement: '' },
        attributeMapping: defaultAttributeMapping,
        protectedUsers: [],
        protectedGroups: [],
        followActive: true,
        whenDeactivated: 'disable',
        onDelete: 'disable',
      },
      groupSync: { mode: 'onTheFly', nestedGroups: 'ignore' },
      scimBaseUrl: `https://id.example.com/crowd/plugins/servlet/scim/${connection.id}/v2`,
      tokens: [
        {
          id: expect.stringMatching(/^[a-z0-9]{12}$/) as string,
          name: 'Token 1',
          created: now,
          expires: 0,
          lastUsed: 0,
        },
      ],
      source: { id: source?.id, name: 'SCIM source · Acme', state: 'ready', advice: '' },
      target: { id: '', name: '', state: 'none', advice: expect.any(String) as string },
      banners: [
        {
          kind: 'information',
          code: 'targetNone',
          title: 'No directory yet',
          text: connection.target.advice,
        },
      ],
      contact: { firstSuccess: 0, lastSuccess: 0, lastProblem: '', lastProblemAt: 0 },
    })
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(source).toMatchObject({
      description: 'Kept by SCIM for Crowd: do not map, edit or delete',
      active: true,
      attributes: {
        useNestedGroups: 'true',
        'scim.connection': connection.id,
        'scim.format': '1',
      },
    })
    expect(world.ports.settings.readFresh('scim.settings')).not.toContain(token)
  })

  test('says at the field what is wrong', () => {
    const { admin, connect } = open()
    connect()
    expect(admin('POST', '/connections', { appName: 'ACME', provider: 'x' })).toMatchObject({
      status: 400,
      body: {
        status: 400,
        message: 'Some fields need your attention',
        issues: [{ path: 'scim.provider' }],
        correlationId: 'exchange-1',
      },
    })
    expect(admin('POST', '/connections', { appName: 'ACME', provider: 'okta' })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'scim.appName', message: 'another connection has this name' }] },
    })
  })

  test('takes up the empty source directory of a request that was cut', () => {
    const { admin, connect, world } = open()
    world.calls.cutAt({ call: 3, when: 'after' })
    expect(admin('POST', '/connections', { appName: 'Acme', provider: 'okta' }).status).toBe(503)
    const { connection } = connect()
    expect(world.ports.crowd.directories().map(({ name }) => name)).toEqual(['SCIM source · Acme'])
    expect(connection.source.state).toBe('ready')
  })

  test('leaves the source of an earlier connection alone and takes another name', () => {
    const { admin, connect, world } = open()
    const first = connect().connection
    world
      .byHand(first.source.id)
      .addGroup({ name: 'g', active: true, description: '', externalId: '' })
    admin('DELETE', `/connections/${first.id}`)
    expect(connect().connection.source.name).toBe('SCIM source · Acme (2)')
  })
})

describe('settings of a connection', () => {
  test('the SCIM tab is stored', () => {
    const { admin, connect } = open()
    const { id } = connect().connection
    const scim = {
      appName: 'New',
      provider: 'okta',
      mode: 'paused',
      tokenHeader: 'X-Token',
      requestsPerSecond: 5,
      requestsAtOnce: 0,
      strictMembers: true,
    }
    const stored = { ...scim, tokenHeader: 'x-token' }
    expect(admin('PUT', `/connections/${id}/scim`, scim)).toMatchObject({
      status: 200,
      body: { id, scim: stored },
    })
    expect((admin('GET', '/overview').body as Overview).connections[0]?.scim).toEqual(stored)
  })

  test('the User Sync tab is stored, or refused as a whole', () => {
    const { admin, connect } = open()
    const { id, userSync } = connect().connection
    const changed = { ...userSync, importUsers: false, onDelete: 'ignore' }
    expect(admin('PUT', `/connections/${id}/user-sync`, changed)).toMatchObject({
      status: 200,
      body: { userSync: changed },
    })
    expect(admin('PUT', `/connections/${id}/user-sync`, { ...userSync, login: 5 })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'userSync.login' }] },
    })
    expect((admin('GET', '/overview').body as Overview).connections[0]?.userSync).toEqual(changed)
  })
})

const wrongPaths: readonly [string, string, number, string][] = [
  ['GET', '/nothing', 404, 'There is nothing at this address'],
  ['PATCH', '/overview', 405, 'PATCH is not possible here'],
  ['PUT', '/connections/nobody/scim', 404, 'This connection does not exist any more'],
  ['DELETE', '/connections/__proto__', 404, 'This connection does not exist any more'],
  ['GET', '/activity?connection=..%2F..', 404, 'This connection does not exist any more'],
  ['GET', '/activity/99', 404, 'This entry is no longer kept'],
  ['GET', '/directories?connection=x', 404, 'This connection does not exist any more'],
]

test.each(wrongPaths)('%s %s is %i', (method, path, status, message) => {
  const { admin } = open()
  const body = {
    appName: 'A',
    provider: 'okta',
    mode: 'live',
    tokenHeader: '',
    requestsPerSecond: 100,
    requestsAtOnce: 64,
    strictMembers: false,
  }
  expect(admin(method, path, method === 'GET' ? undefined : body)).toMatchObject({
    status,
    body: { status, message, issues: [], correlationId: 'exchange-1' },
  })
})

describe('tokens', () => {
  const addToken = (door: OpenDoor, id: string, name: string, expires = 0) =>
    door.admin('POST', `/connections/${id}/tokens`, { name, expires })

  test('two are live at once, a third is refused', () => {
    const door = open()
    const { connection, token } = door.connect()
    const second = addToken(door, connection.id, 'Token 2').body as NewTokenShown
    expect(second.connection.tokens.map(({ name }) => name)).toEqual(['Token 1', 'Token 2'])
    for (const each of [token, second.token])
      expect(door.scim('GET', `/${connection.id}/v2/Nothing`, bearer(each)).status).toBe(404)
    expect(addToken(door, connection.id, 'Token 3')).toMatchObject({
      status: 409,
      body: { message: 'Two tokens are live already: revoke the one that is no longer used' },
    })
  })

  test('an expired one makes room', () => {
    const door = open()
    const { connection } = door.connect()
    addToken(door, connection.id, 'Short', now + 1000)
    door.world.setNow(now + 1000)
    const third = addToken(door, connection.id, 'Token 3').body as NewTokenShown
    expect(third.connection.tokens.map(({ name }) => name)).toEqual(['Token 1', 'Token 3'])
  })

  test('a revoked one is refused at once', () => {
    const door = open()
    const { connection, token } = door.connect()
    const path = `/connections/${connection.id}/tokens/${connection.tokens[0]?.id ?? ''}`
    expect(door.admin('DELETE', path)).toMatchObject({ status: 200, body: { tokens: [] } })
    expect(door.admin('DELETE', path).status).toBe(404)
    expect(door.scim('GET', `/${connection.id}/v2/Users`, bearer(token)).status).toBe(401)
  })
})

describe('the target directory', () => {
  const target = (door: OpenDoor, id: string, choice: unknown) =>
    door.admin('POST', `/connections/${id}/target`, choice)

  test('is made with all rights', () => {
    const door = open()
    const { id } = door.connect().connection
    const made = target(door, id, newTarget).body as ConnectionView
    expect(made.target).toEqual({ id: made.target.id, name: 'People', state: 'ready', advice: '' })
    expect(made.banners).toEqual([])
    expect(door.world.ports.crowd.findDirectory(made.target.id)).toMatchObject({
      description: 'From Acme',
      attributes: { useNestedGroups: 'true' },
    })
  })

  test('a taken name is said at the field', () => {
    const door = open()
    const { id } = door.connect().connection
    door.world.addDirectory('people')
    expect(target(door, id, newTarget)).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'target.name' }] },
    })
  })

  test('the list says why a directory cannot be chosen, and choosing it is refused with the same words', () => {
    const door = open()
    const first = door.connect().connection
    target(door, first.id, newTarget)
    const second = door.connect({ appName: 'Other' }).connection
    const readOnly = door.world.addDirectory('Read only')
    door.world.forbid(readOnly, 'CREATE_USER')
    door.world.addDirectory('Free')
    const { directories } = door.admin('GET', `/directories?connection=${second.id}`).body as {
      directories: { id: string; name: string; whyNot: string }[]
    }
    expect(directories.map(({ name, whyNot }) => [name, whyNot])).toEqual([
      ['SCIM source · Acme', 'A source directory of SCIM for Crowd.'],
      ['People', 'The connection “Acme” writes to it.'],
      ['SCIM source · Other', 'A source directory of SCIM for Crowd.'],
      ['Read only', 'Its permissions lack: Add user.'],
      ['Free', ''],
    ])
    for (const { id, whyNot } of directories) {
      const chosen = target(door, second.id, { kind: 'choose', directoryId: id })
      expect(chosen).toMatchObject(
        whyNot === ''
          ? { status: 200, body: { target: { id, state: 'ready' } } }
          : { status: 400, body: { issues: [{ path: 'target.directoryId', message: whyNot }] } },
      )
    }
  })

  test('can be changed while nobody arrived, and not afterwards', () => {
    const door = open()
    const { id, source } = door.connect().connection
    target(door, id, newTarget)
    const whyNot = (): string =>
      (door.admin('GET', `/directories?connection=${id}`).body as DirectoryChoices).whyNotOther
    expect(whyNot()).toBe('')
    expect(target(door, id, { ...newTarget, name: 'Others' })).toMatchObject({ status: 200 })
    door.world
      .byHand(source.id)
      .addGroup({ name: 'g', active: true, description: '', externalId: '' })
    expect(whyNot()).toMatch(/^Users or groups were brought to the present/)
    expect(target(door, id, { ...newTarget, name: 'Third' })).toMatchObject({
      status: 409,
      body: { message: whyNot() },
    })
    expect(door.world.ports.crowd.directories().map(({ name }) => name)).not.toContain('Third')
  })

  const states: readonly [string, (door: OpenDoor, id: string) => void, string, string][] = [
    ['deleted', ({ world }, id) => world.deleteDirectory(id), 'missing', 'targetMissing'],
    [
      'read-only',
      ({ world }, id) => world.forbid(id, 'CREATE_USER'),
      'notWritable',
      'targetReadOnly',
    ],
  ]
  test.each(states)('%s under us gets a banner', (_name, change, state, code) => {
    const door = open()
    const { connection, token } = door.connect()
    const { id } = connection
    const made = target(door, id, newTarget).body as ConnectionView
    change(door, made.target.id)
    const [shown] = (door.admin('GET', '/overview').body as Overview).connections
    const body = JSON.stringify({ userName: 'ada' })
    expect(door.scim('POST', `/${id}/v2/Users`, { ...bearer(token), body })).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '300' },
    })
    expect(shown?.target.state).toBe(state)
    expect(shown?.banners.map((banner) => banner.code)).toEqual([code])
  })
})

describe('the source directory', () => {
  test('deleted under us can be made anew', () => {
    const door = open()
    const { connection, token } = door.connect()
    door.world.deleteDirectory(connection.source.id)
    const [shown] = (door.admin('GET', '/overview').body as Overview).connections
    expect(shown?.banners.map(({ code }) => code)).toEqual(['sourceMissing', 'targetNone'])
    expect(door.scim('GET', `/${connection.id}/v2/Users`, bearer(token))).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '300' },
    })
    expect(door.admin('POST', `/connections/${connection.id}/source`)).toMatchObject({
      status: 200,
      body: { source: { state: 'ready', name: 'SCIM source · Acme' } },
    })
  })

  test('mapped to an application stops writing until it is taken away there', () => {
    const door = open()
    const { connection, token } = door.connect()
    door.world.ports.crowd.mapDirectory('2', connection.source.id, true)
    const [shown] = (door.admin('GET', '/overview').body as Overview).connections
    expect(shown?.source.state).toBe('mapped')
    expect(shown?.banners.map(({ code }) => code)).toEqual(['sourceMapped', 'targetNone'])
    const body = JSON.stringify({ userName: 'ada' })
    expect(
      door.scim('POST', `/${connection.id}/v2/Users`, { ...bearer(token), body }),
    ).toMatchObject({
      status: 503,
      body: {
        detail:
          'The source directory of this connection is mapped to jira: the SCIM tab offers to take it away there',
      },
    })
    expect(door.admin('POST', `/connections/${connection.id}/unmap-source`)).toMatchObject({
      status: 200,
      body: { source: { state: 'ready' } },
    })
    expect(door.world.ports.crowd.applications()).toEqual([consoleApplication, jira])
  })
})

describe('applications', () => {
  test('are mapped to the target, never the console', () => {
    const door = open()
    const { id } = door.connect().connection
    const path = `/connections/${id}/applications`
    expect(door.admin('PUT', path + '/2', { mapped: true, allowAll: true })).toMatchObject({
      status: 409,
    })
    const { target } = door.admin('POST', `/connections/${id}/target`, newTarget)
      .body as ConnectionView
    const shownConsole = {
      id: '1',
      name: 'crowd',
      type: 'CROWD',
      mapped: false,
      allowAll: false,
      groupNames: [],
      whyNot: 'The Crowd console itself: who administers Crowd is not decided here.',
    }
    const shownJira = {
      id: '2',
      name: 'jira',
      type: 'JIRA',
      mapped: true,
      allowAll: true,
      groupNames: [],
      whyNot: '',
    }
    expect(door.admin('PUT', path + '/2', { mapped: true, allowAll: true })).toMatchObject({
      status: 200,
      body: { applications: [shownConsole, shownJira] },
    })
    expect(door.world.ports.crowd.applications()[1]?.mappings).toEqual([
      { directoryId: target.id, allowAll: true, groupNames: [] },
    ])
    expect(door.admin('PUT', path + '/1', { mapped: true, allowAll: true }).status).toBe(409)
    expect(door.admin('PUT', path + '/2', { mapped: false, allowAll: false })).toMatchObject({
      body: { applications: [shownConsole, { ...shownJira, mapped: false, allowAll: false }] },
    })
  })
})

test('a deleted connection says what stays, and leaves no keys behind', () => {
  const door = open()
  const { connection, token } = door.connect()
  door.admin('POST', `/connections/${connection.id}/target`, newTarget)
  door.scim('GET', `/${connection.id}/v2/Nothing`, bearer(token))
  expect(door.admin('DELETE', `/connections/${connection.id}`)).toMatchObject({
    status: 200,
    body: {
      id: connection.id,
      stays: [
        'The source directory “SCIM source · Acme” with what the provider sent. No application sees it; you can delete it in Crowd.',
        'The directory “People” with its users, groups and memberships: people can log in as before.',
        'The mark “scim.managed” on users and groups there that SCIM made or took over. It does nothing without its connection.',
      ],
    },
  })
  const keys = ['seen', `used.${connection.tokens[0]?.id ?? ''}`]
  for (const key of keys)
    expect(door.world.ports.settings.read(`scim.${connection.id}.${key}`)).toBeUndefined()
  expect(door.scim('GET', `/${connection.id}/v2/Users`, bearer(token)).status).toBe(404)
})

const baseUrls: readonly [string, readonly string[]][] = [
  ['https://id.example.com/crowd', []],
  ['http://id.example.com/crowd', ['baseUrlHttp']],
  ['https://localhost:8095/crowd', ['baseUrlLocalhost']],
  ['http://LOCALHOST/crowd', ['baseUrlLocalhost', 'baseUrlHttp']],
  ['http://127.0.0.1:8095/crowd', ['baseUrlLocalhost', 'baseUrlHttp']],
  ['http://[::1]:8095/crowd', ['baseUrlLocalhost', 'baseUrlHttp']],
  ['https://crowd.localhost.example.com', []],
]

test.each(baseUrls)('base URL %s is warned of with %j', (baseUrl, codes) => {
  const { warnings } = openDoor({ baseUrl }).admin('GET', '/overview').body as Overview
  expect(warnings.map(({ code }) => code)).toEqual(codes)
})

test('settings that cannot be read are said, and not overwritten', () => {
  const door = open()
  door.world.ports.settings.write('scim.settings', '{"format":99}')
  const { status, body } = door.admin('POST', '/connections', { appName: 'A', provider: 'okta' })
  expect([status, (body as Problem).message]).toEqual([
    503,
    'SCIM for Crowd cannot read its settings. format: the settings were stored by a newer version of SCIM for Crowd; install that version again',
  ])
  expect(door.world.ports.settings.readFresh('scim.settings')).toBe('{"format":99}')
})

test('the overview, which the page polls, asks Crowd for no users or groups', () => {
  const door = open()
  const { connection } = door.connect()
  door.admin('POST', `/connections/${connection.id}/target`, newTarget)
  door.world
    .byHand(connection.source.id)
    .addGroup({ name: 'g', active: true, description: '', externalId: '' })
  door.world.calls.clear()
  door.admin('GET', '/overview')
  expect(door.world.calls.list().map(({ port, method }) => `${port}.${method}`)).toEqual([
    'crowd.applications',
    'crowd.findDirectory',
    'crowd.findDirectory',
  ])
})
