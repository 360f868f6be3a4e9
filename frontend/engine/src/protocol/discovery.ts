import type { Json, JsonObject } from '../json'
import type { Attribute } from '../schema/attribute'
import { enterpriseUserAttributes, enterpriseUserUrn } from '../schema/enterprise-user'
import { learnedUrns, nothingLearned, withLearned, type Learned } from '../schema/learned'
import { groupType, userType, type ResourceType } from '../schema/resource-type'
import { ScimError, shown } from '../scim-error'
import { listResponse } from './list-response'
import type { ScimAnswer } from './scim-answer'
import type { ScimRequest } from './scim-request'
import { serviceProviderConfig } from './service-provider-config'

/**
 * Answers everything but `/Users`, `/Groups` and `/.search`: the three discovery endpoints with each schema and resource type by id
 * (RFC 7644 §4), the bare base URL (an empty list: miniOrange's test connection), and 501 for what is not there.
 * `baseUrl` is that of the connection, from Crowd's configured base URL; `learned` is declared beside the schemas.
 */
export function answerDiscovery(
  request: ScimRequest,
  baseUrl: string,
  learned: Learned = nothingLearned,
  takesPasswords = false,
): ScimAnswer {
  switch (request.endpoint) {
    case 'Me':
      throw notThere('/Me', 'a token stands for a provisioning client, not for a user')
    case 'Bulk':
      throw notThere('/Bulk', 'send each operation as a request of its own')
    default:
      refuseFilter(request)
      return { status: 200, body: discovered(request, baseUrl, learned, takesPasswords) }
  }
}

function notThere(endpoint: string, reason: string): ScimError {
  return new ScimError(501, `${endpoint} is not supported: ${reason}`)
}

/** RFC 7644 §4: a filter on discovery is 403, so that nobody takes the whole for the filtered. */
function refuseFilter({ endpoint, query }: ScimRequest): void {
  if (endpoint !== '' && query.filter !== undefined)
    throw new ScimError(403, `/${endpoint} can't be filtered`)
}

function discovered(
  { endpoint, id }: ScimRequest,
  baseUrl: string,
  learned: Learned,
  takesPasswords: boolean,
): JsonObject {
  switch (endpoint) {
    case 'ServiceProviderConfig':
      if (id !== '') throw unknown(endpoint, id)
      return serviceProviderConfig(baseUrl, takesPasswords)
    case 'Schemas':
      return oneOrAll(schemas(baseUrl, learned), endpoint, id)
    case 'ResourceTypes':
      return oneOrAll(resourceTypes(baseUrl, learned), endpoint, id)
    default:
      return list([])
  }
}

function oneOrAll(all: readonly JsonObject[], endpoint: string, id: string): JsonObject {
  if (id === '') return list(all)
  for (const one of all) if (String(one['id']).toLowerCase() === id.toLowerCase()) return one
  throw unknown(endpoint, id)
}

function list(resources: readonly JsonObject[]): JsonObject {
  return listResponse({ resources, totalResults: resources.length, startIndex: 1 })
}

function unknown(endpoint: string, id: string): ScimError {
  return new ScimError(404, `/${endpoint} has no ${shown(id)}`)
}

const resourceTypeUrn = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType'
const schemaUrn = 'urn:ietf:params:scim:schemas:core:2.0:Schema'

function resourceTypes(baseUrl: string, learned: Learned): readonly JsonObject[] {
  return [
    resourceType(userType, 'A person who can log in.', baseUrl, learned),
    resourceType(groupType, 'A group of users.', baseUrl, learned),
  ]
}

function resourceType(
  type: ResourceType,
  description: string,
  baseUrl: string,
  learned: Learned,
): JsonObject {
  const extensions = type.extensions
    .map((extension) => extension.urn)
    .concat(learnedUrns(type, learned[type.name]))
  return {
    schemas: [resourceTypeUrn],
    id: type.name,
    name: type.name,
    description,
    endpoint: '/' + type.endpoint,
    schema: type.urn,
    schemaExtensions: extensions.map((urn) => ({ schema: urn, required: false })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
  }
}

/** Name and description of the schemas that we know. */
const knownSchemas: readonly (readonly [string, string, string, readonly Attribute[]])[] = [
  [userType.urn, 'User', 'A person.', userType.attributes],
  [
    enterpriseUserUrn,
    'EnterpriseUser',
    'What an organisation knows of a person.',
    enterpriseUserAttributes,
  ],
  [groupType.urn, 'Group', 'A group of users.', groupType.attributes],
]

function schemas(baseUrl: string, learned: Learned): readonly JsonObject[] {
  const all = learned.User.concat(learned.Group)
  const known = knownSchemas.map(([urn, name, description, rows]) =>
    schema(urn, name, description, withLearned(urn, rows, all), baseUrl),
  )
  const urns = learnedUrns(userType, learned.User).concat(learnedUrns(groupType, learned.Group))
  return known.concat(
    urns
      .filter((urn, at) => urns.indexOf(urn) === at)
      .map((urn) =>
        schema(urn, urn, 'Sent by the provisioning client.', withLearned(urn, [], all), baseUrl),
      ),
  )
}

function schema(
  urn: string,
  name: string,
  description: string,
  attributes: readonly Attribute[],
  baseUrl: string,
): JsonObject {
  return {
    schemas: [schemaUrn],
    id: urn,
    name,
    description,
    attributes: attributes.map(attributeRow),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${urn}` },
  }
}

/** Of what was learned no description is stored. */
const learnedDescription = 'Sent by the provisioning client; not in a schema of SCIM.'

/** The row as RFC 7643 §7 shows it; what does not apply is left out, since Entra wants no nulls. */
function attributeRow(row: Attribute): JsonObject {
  const { subAttributes, parts: _parts, canonicalValues, referenceTypes, ...shown } = row
  const printed: { [name: string]: Json } = { ...shown }
  if (row.description === '') printed['description'] = learnedDescription
  if (canonicalValues) printed['canonicalValues'] = canonicalValues
  if (referenceTypes) printed['referenceTypes'] = referenceTypes
  if (subAttributes) printed['subAttributes'] = subAttributes.map(attributeRow)
  return printed
}
