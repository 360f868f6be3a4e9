import type { ProviderId } from './settings'

/** What the page says of one provider. Names of fields and screens are written as that provider writes them. */
export interface Provider {
  readonly id: ProviderId
  readonly label: string
  /** One sentence under the choice; '' for none. */
  readonly remark: string
  /** Each way to set it up on the provider's side; one is enough. */
  readonly ways: readonly Way[]
  /** Attributes that the provider's mapping should send, as it writes them. */
  readonly requiredAttributes: readonly string[]
  /** Further attributes that can be mapped, with what they are for. */
  readonly extraAttributes: readonly string[]
  /** Switches to tick on the provider's side. */
  readonly operations: readonly string[]
}

export interface Way {
  readonly title: string
  readonly steps: readonly Step[]
}

export interface Step {
  readonly text: string
  /** The provider's field that takes our value, and which value it is. */
  readonly field?: { readonly name: string; readonly value: 'baseUrl' | 'token' }
}

const coreAttributes = [
  'userName',
  'name.givenName',
  'name.familyName',
  'emails[type eq "work"].value',
  'displayName',
  'active',
]

const commonExtras = [
  'externalId',
  'title',
  'phoneNumbers[type eq "work"].value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
]

const miniorangeFields: readonly Step[] = [
  { text: 'Paste the SCIM Base URL.', field: { name: 'SCIM Base URL', value: 'baseUrl' } },
  { text: 'Paste the bearer token.', field: { name: 'Bearer Token', value: 'token' } },
  { text: 'Click Test Connection, then save.' },
]

const miniorangeScope: readonly Step[] = [
  {
    text: 'Map the attributes below on the Users tab, and displayName ← Group Name on the Groups tab.',
  },
  { text: 'Tick the operations below.' },
  { text: 'Add a login policy that joins the app with the group of people to provision.' },
]

/** All providers, in the order of the choice. */
export const providers: readonly Provider[] = [
  {
    id: 'miniorange',
    label: 'miniOrange',
    remark:
      'There are two ways: a provisioning app of its own, or the Provisioning tab of your SAML app.',
    ways: [
      {
        title: 'A provisioning app of its own',
        steps: [
          { text: 'Open Apps › Add Application › Provisioning.' },
          { text: 'Search for “SCIM” and choose SCIM Server (Destination).' },
          { text: 'Enter an application name.' },
          ...miniorangeFields,
          ...miniorangeScope,
        ],
      },
      {
        title: 'The Provisioning tab of a SAML app',
        steps: [
          { text: 'Open Apps and edit the SAML app that your people log in with.' },
          { text: 'Open its Provisioning tab and choose SCIM.' },
          ...miniorangeFields,
          ...miniorangeScope,
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: [
      'Create User(s)',
      'Update User(s)',
      'Delete User(s)',
      'Create Group',
      'Update Group',
      'Delete Group',
      'Add/Remove Group Membership of User',
    ],
  },
  {
    id: 'entra',
    label: 'Microsoft Entra ID (Azure AD)',
    remark:
      'Entra sends changes about every 40 minutes and needs a certificate that is publicly trusted.',
    ways: [
      {
        title: 'Enterprise application',
        steps: [
          {
            text: 'In the Microsoft Entra admin center open Enterprise applications › New application › Create your own application and choose Non-gallery.',
          },
          { text: 'Open Provisioning and set Provisioning Mode to Automatic.' },
          {
            text: 'Paste the SCIM Base URL. ?aadOptscim062020 may stand behind it; both forms are understood.',
            field: { name: 'Tenant URL', value: 'baseUrl' },
          },
          { text: 'Paste the bearer token.', field: { name: 'Secret Token', value: 'token' } },
          { text: 'Click Test Connection, then Save.' },
          {
            text: 'Under Mappings check that users and groups are enabled, with the attributes below and the Target Object Actions below.',
          },
          { text: 'Under Users and groups assign the people and groups to provision.' },
          { text: 'Set Provisioning Status to On. Provision on demand tries one user at once.' },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: ['Create', 'Update', 'Delete'],
  },
  {
    id: 'okta',
    label: 'Okta',
    remark:
      'There are two ways: an app of the catalogue, which changes groups member by member, or an app of your own made with the wizard, which sends whole groups.',
    ways: [
      {
        title: 'SCIM 2.0 Test App of the catalogue',
        steps: [
          {
            text: 'Open Applications › Browse App Catalog and add SCIM 2.0 Test App (OAuth Bearer Token), or (Header Auth).',
          },
          { text: 'Open Provisioning › Integration and tick Enable API integration.' },
          {
            text: 'Paste the SCIM Base URL.',
            field: { name: 'SCIM 2.0 Base Url', value: 'baseUrl' },
          },
          {
            text: 'Paste the bearer token. With Header Auth the field is API Token.',
            field: { name: 'OAuth Bearer Token', value: 'token' },
          },
          { text: 'Click Test API Credentials, then Save.' },
          { text: 'Under Provisioning › To App tick the operations below.' },
          { text: 'Under Assignments assign people; under Push Groups choose groups.' },
        ],
      },
      {
        title: 'An app made with the App Integration Wizard',
        steps: [
          {
            text: 'Open your SAML app; under General › App Settings choose SCIM as Provisioning.',
          },
          {
            text: 'Open Provisioning › Integration and paste the SCIM Base URL.',
            field: { name: 'SCIM connector base URL', value: 'baseUrl' },
          },
          { text: 'Enter userName as Unique identifier field for users.' },
          {
            text: 'Tick Push New Users, Push Profile Updates and Push Groups as Supported provisioning actions.',
          },
          {
            text: 'Choose HTTP Header as Authentication Mode and paste the bearer token.',
            field: { name: 'Bearer token', value: 'token' },
          },
          { text: 'Click Test Connector Configuration, then Save.' },
          { text: 'Under Provisioning › To App tick the operations below.' },
          { text: 'Under Assignments assign people; under Push Groups choose groups.' },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: ['Create Users', 'Update User Attributes', 'Deactivate Users'],
  },
  {
    id: 'onelogin',
    label: 'OneLogin',
    remark: 'OneLogin sends what its SCIM JSON Template says: leave groups out of it.',
    ways: [
      {
        title: 'SCIM Provisioner with SAML (SCIM v2)',
        steps: [
          {
            text: 'Open Applications › Add App and choose SCIM Provisioner with SAML (SCIM v2 Core), or (SCIM v2 Enterprise).',
          },
          {
            text: 'Open Configuration and paste the SCIM Base URL.',
            field: { name: 'SCIM Base URL', value: 'baseUrl' },
          },
          { text: 'Write the attributes below into the SCIM JSON Template; no groups there.' },
          { text: 'Paste the bearer token.', field: { name: 'SCIM Bearer Token', value: 'token' } },
          { text: 'Click Enable, then Save.' },
          {
            text: 'Open Provisioning, tick Enable provisioning, and choose for which of the operations below an administrator must approve.',
          },
          {
            text: 'For groups open Parameters, click Groups and tick Include in User Provisioning; then set groups by Rules.',
          },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: ['Create user', 'Delete user', 'Update user'],
  },
  {
    id: 'jumpcloud',
    label: 'JumpCloud',
    remark: 'Its test makes a test user and a test group and deletes both: leave Import Users on.',
    ways: [
      {
        title: 'Custom SCIM Identity Management',
        steps: [
          { text: 'Open SSO Applications, choose your app and its Identity Management tab.' },
          { text: 'Choose SCIM 2.0 as SCIM Version.' },
          { text: 'Paste the SCIM Base URL.', field: { name: 'Base URL', value: 'baseUrl' } },
          { text: 'Paste the bearer token.', field: { name: 'Token Key', value: 'token' } },
          {
            text: 'Enter a Test User Email that nobody has yet, click Test Connection, then Activate.',
          },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: ['externalId'],
    operations: ['Enable management of User Groups and Group Membership'],
  },
  {
    id: 'ping',
    label: 'PingOne',
    remark: '',
    ways: [
      {
        title: 'SCIM Outbound connection',
        steps: [
          { text: 'Open Integrations › Provisioning › New Connection and choose SCIM Outbound.' },
          { text: 'Paste the SCIM Base URL.', field: { name: 'SCIM Base URL', value: 'baseUrl' } },
          { text: 'Leave Users Resource at /Users and Groups Resource at /Groups.' },
          {
            text: 'Choose OAuth 2 Bearer Token.',
            field: { name: 'OAuth Access Token', value: 'token' },
          },
          { text: 'Click Test Connection, save, and add a rule with the people to provision.' },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: ['User Create', 'User Update', 'User Disable/Delete'],
  },
  {
    id: 'google',
    label: 'Google Workspace',
    remark:
      'Google pushes only to apps of its own catalogue and sends no groups. Use a broker such as miniOrange, or a catalogue app whose base URL can be changed.',
    ways: [
      {
        title: 'A catalogue app with an editable address',
        steps: [
          {
            text: 'Open Apps › Web and mobile apps, choose the app and its Autoprovisioning section.',
          },
          { text: 'Paste the bearer token.', field: { name: 'Access token', value: 'token' } },
          { text: 'Paste the SCIM Base URL.', field: { name: 'Endpoint URL', value: 'baseUrl' } },
          { text: 'Map the attributes below, choose the groups in scope, and turn it on.' },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: [],
    operations: [],
  },
  {
    id: 'oracle',
    label: 'Oracle Identity Cloud (IDCS, OCI IAM)',
    remark: '',
    ways: [
      {
        title: 'GenericScim - Bearer Token',
        steps: [
          {
            text: 'Add the catalogue app GenericScim - Bearer Token and open its Provisioning tab.',
          },
          {
            text: 'Write the host of the SCIM Base URL, without https://, into Host Name.',
            field: { name: 'Host Name', value: 'baseUrl' },
          },
          {
            text: 'Write the path of the SCIM Base URL into Base URI.',
            field: { name: 'Base URI', value: 'baseUrl' },
          },
          { text: 'Paste the bearer token.', field: { name: 'Access Token', value: 'token' } },
          { text: 'Click Test Connectivity, enable provisioning and save.' },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: [
      'Create Account',
      'Update the Account',
      'De-activate the Account',
      'Delete the Account',
    ],
  },
  {
    id: 'keycloak',
    label: 'Keycloak',
    remark: 'Keycloak sends SCIM only with an add-on, for example keycloak-scim.',
    ways: [
      {
        title: 'User federation with the SCIM add-on',
        steps: [
          { text: 'Open User federation and add a provider of the kind scim.' },
          {
            text: 'Paste the SCIM Base URL.',
            field: { name: 'SCIM 2.0 endpoint', value: 'baseUrl' },
          },
          {
            text: 'Set Auth mode to BEARER and paste the token.',
            field: { name: 'Auth password/token', value: 'token' },
          },
          { text: 'Switch on user propagation and group propagation, then save.' },
        ],
      },
    ],
    requiredAttributes: [
      'userName',
      'name.givenName',
      'name.familyName',
      'emails',
      'displayName',
      'active',
    ],
    extraAttributes: ['externalId'],
    operations: ['Enable user propagation', 'Enable group propagation'],
  },
  {
    id: 'custom',
    label: 'Custom',
    remark: 'Any client that speaks SCIM 2.0.',
    ways: [
      {
        title: 'SCIM 2.0 client',
        steps: [
          {
            text: 'Give the client the SCIM Base URL.',
            field: { name: 'Base URL', value: 'baseUrl' },
          },
          {
            text: 'Let it send the token as Authorization: Bearer.',
            field: { name: 'Bearer token', value: 'token' },
          },
          { text: 'Test it with GET on /ServiceProviderConfig, which says what can be done.' },
        ],
      },
    ],
    requiredAttributes: coreAttributes,
    extraAttributes: commonExtras,
    operations: [],
  },
]

/** Every id of a provider has its entry; a test holds that. */
export function providerOf(id: ProviderId): Provider {
  const found = providers.filter((provider) => provider.id === id)[0]
  if (!found) throw new Error('no provider ' + id)
  return found
}
