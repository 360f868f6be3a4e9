import type { JsonObject } from '../json'
import { largestPage } from './paging'

export const serviceProviderConfigUrn =
  'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'

/** What is there and what is not (RFC 7643 §5): no more than this answers to. */
export function serviceProviderConfig(baseUrl: string, takesPasswords: boolean): JsonObject {
  return {
    schemas: [serviceProviderConfigUrn],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: largestPage },
    changePassword: { supported: takesPasswords },
    sort: { supported: false },
    etag: { supported: false },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The token of the connection, in the header Authorization: Bearer.',
        specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
        primary: true,
      },
    ],
    meta: {
      resourceType: 'ServiceProviderConfig',
      location: baseUrl + '/ServiceProviderConfig',
    },
  }
}
