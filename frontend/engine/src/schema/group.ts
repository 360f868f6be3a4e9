import { list, reference, text, type Attribute } from './attribute'

export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group'

const memberRows: readonly Attribute[] = [
  text('value', 'The id of the member.', { mutability: 'immutable' }),
  reference('$ref', 'The address of the member.', ['User', 'Group'], { mutability: 'immutable' }),
  text('type', 'The kind of the member.', {
    canonicalValues: ['User', 'Group'],
    mutability: 'immutable',
  }),
  text('display', 'The name of the member.', { mutability: 'readOnly' }),
]

/** The Group schema (RFC 7643 §4.2; `display` of members by §2.4). */
export const groupAttributes: readonly Attribute[] = [
  text('displayName', 'The name of the group; unique whatever its letter case.', {
    required: true,
    uniqueness: 'server',
  }),
  list('members', 'The members of the group.', memberRows),
]
