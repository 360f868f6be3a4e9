import { complex, dateTime, reference, text, type Attribute } from './attribute'

/** The attributes that every resource has (RFC 7643 §3.1). No schema lists them. */
export const commonAttributes: readonly Attribute[] = [
  text('id', 'Our identifier of the resource; never changes.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  text('externalId', "The provisioning client's identifier of the resource.", { caseExact: true }),
  complex(
    'meta',
    'Facts about the resource itself.',
    [
      text('resourceType', 'Name of the resource type.', {
        caseExact: true,
        mutability: 'readOnly',
      }),
      dateTime('created', 'When the resource was added.', { mutability: 'readOnly' }),
      dateTime('lastModified', 'When the resource last changed.', { mutability: 'readOnly' }),
      reference('location', 'The address of the resource.', ['uri'], {
        caseExact: true,
        mutability: 'readOnly',
      }),
    ],
    { mutability: 'readOnly' },
  ),
]
