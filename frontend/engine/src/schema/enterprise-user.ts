import { complex, reference, text, type Attribute } from './attribute'

export const enterpriseUserUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** The enterprise extension of User, complete (RFC 7643 §4.3 and §8.7.1). */
export const enterpriseUserAttributes: readonly Attribute[] = [
  text('employeeNumber', 'The number or name that the organisation gave the person.'),
  text('costCenter', 'The cost centre.'),
  text('organization', 'The organisation.'),
  text('division', 'The division.'),
  text('department', 'The department.'),
  complex('manager', "The user's manager.", [
    text('value', "The manager's id."),
    reference('$ref', "The address of the manager's User resource.", ['User']),
    text('displayName', "The manager's name.", { mutability: 'readOnly' }),
  ]),
]
