import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  initialValues,
  providerOf,
  providers,
  scimFields,
  userSyncFields,
  type Provider,
} from '../src'

test('the providers stand in the order of the choice, miniOrange first', () => {
  expect(providers.map(({ id, label }) => [id, label])).toEqual([
    ['miniorange', 'miniOrange'],
    ['entra', 'Microsoft Entra ID (Azure AD)'],
    ['okta', 'Okta'],
    ['onelogin', 'OneLogin'],
    ['jumpcloud', 'JumpCloud'],
    ['ping', 'PingOne'],
    ['google', 'Google Workspace'],
    ['oracle', 'Oracle Identity Cloud (IDCS, OCI IAM)'],
    ['keycloak', 'Keycloak'],
    ['custom', 'Custom'],
  ])
})

test.each(providers.map((provider) => [provider.label, provider] as const))(
  'the guide of %s says where the address and the token go, in each way',
  (_label, provider) => {
    for (const way of provider.ways) {
      const values = way.steps.map((step) => step.field?.value)
      expect(values).toContain('baseUrl')
      expect(values).toContain('token')
    }
  },
)

/** Every word of the guide that somebody must find on the provider's side. */
function wordsOf({ ways, requiredAttributes, extraAttributes, operations }: Provider) {
  const steps = ways.flatMap((way) => [way.title].concat(way.steps.map(({ text }) => text)))
  const fields = ways.flatMap((way) => way.steps.map(({ field }) => field?.name ?? ''))
  return [...steps, ...fields, ...requiredAttributes, ...extraAttributes, ...operations]
}

test.each(['miniorange', 'entra', 'okta', 'onelogin'] as const)(
  'docs/clients tells of %s what the guide tells',
  (id) => {
    const page = readFileSync(resolve(__dirname, `../../../docs/clients/${id}.md`), 'utf8')
    const text = page.replace(/\s+/g, ' ')
    expect(wordsOf(providerOf(id)).filter((words) => !text.includes(words))).toEqual([])
  },
)

test('miniOrange can be set up in two ways', () => {
  expect(providerOf('miniorange').ways.map(({ title }) => title)).toEqual([
    'A provisioning app of its own',
    'The Provisioning tab of a SAML app',
  ])
})

test('the initial values stand in the tables', () => {
  expect(initialValues(scimFields)).toEqual({
    provider: 'miniorange',
    mode: 'live',
    tokenHeader: '',
    requestsPerSecond: 100,
    requestsAtOnce: 64,
    strictMembers: false,
  })
  expect(Object.keys(userSyncFields)).toEqual(Object.keys(initialValues(userSyncFields)))
})
