import { binary, complex, flag, list, reference, text, type Attribute } from './attribute'

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'

/** The sub-attributes that a list of values usually has (RFC 7643 §2.4). */
function valueRows(value: Attribute, types: readonly string[]): readonly Attribute[] {
  return [
    value,
    text('display', 'A name for the value, for people.'),
    text('type', 'What the value is for.', types.length > 0 ? { canonicalValues: types } : {}),
    flag('primary', 'Whether this is the preferred value; true at most once.'),
  ]
}

const nameRows: readonly Attribute[] = [
  text('formatted', 'The full name, formatted for display.'),
  text('familyName', 'The family name.'),
  text('givenName', 'The given name.'),
  text('middleName', 'The middle names.'),
  text('honorificPrefix', 'The title before the name, for example "Ms.".'),
  text('honorificSuffix', 'What follows the name, for example "III".'),
]

const addressRows: readonly Attribute[] = [
  text('formatted', 'The full address, formatted for display; may hold line breaks.'),
  text('streetAddress', 'Street, house number and the like; may hold line breaks.'),
  text('locality', 'The city.'),
  text('region', 'The state or region.'),
  text('postalCode', 'The postal code.'),
  text('country', 'The country.'),
  text('type', 'What the address is for.', { canonicalValues: ['work', 'home', 'other'] }),
  flag('primary', 'Whether this is the preferred address; true at most once.'),
]

const groupRows: readonly Attribute[] = [
  text('value', 'The id of the group.', { mutability: 'readOnly' }),
  reference('$ref', 'The address of the group.', ['User', 'Group'], { mutability: 'readOnly' }),
  text('display', 'The name of the group.', { mutability: 'readOnly' }),
  text('type', 'Whether the user is a member directly.', {
    canonicalValues: ['direct', 'indirect'],
    mutability: 'readOnly',
  }),
]

/** The User schema, complete (RFC 7643 §4.1 and §8.7.1). */
export const userAttributes: readonly Attribute[] = [
  text('userName', 'The name that the user logs in with; unique whatever its letter case.', {
    required: true,
    uniqueness: 'server',
  }),
  complex('name', 'The parts of the name.', nameRows),
  text('displayName', 'The name shown to people.'),
  text('nickName', 'The casual name.'),
  reference('profileUrl', "The address of the user's profile.", ['external']),
  text('title', 'The job title.'),
  text('userType', 'The relation to the organisation, for example "Contractor".'),
  text('preferredLanguage', 'The preferred languages, as in Accept-Language.'),
  text('locale', 'The locale, for example "en-US".'),
  text('timezone', 'The time zone, for example "Europe/Berlin".'),
  // RFC 7643 §8.7.1 has it optional; Crowd knows no user without it. Left out on creation it is true.
  flag('active', 'Whether the user may log in.', { required: true }),
  text('password', 'The password; taken, never shown.', {
    mutability: 'writeOnly',
    returned: 'never',
  }),
  list(
    'emails',
    'E-mail addresses.',
    valueRows(text('value', 'The address.'), ['work', 'home', 'other']),
  ),
  list(
    'phoneNumbers',
    'Telephone numbers.',
    valueRows(text('value', 'The number.'), ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
  ),
  list(
    'ims',
    'Instant messaging addresses.',
    valueRows(text('value', 'The address.'), [
      'aim',
      'gtalk',
      'icq',
      'xmpp',
      'msn',
      'skype',
      'qq',
      'yahoo',
    ]),
  ),
  list(
    'photos',
    'Addresses of photographs.',
    valueRows(reference('value', 'The address of the photograph.', ['external']), [
      'photo',
      'thumbnail',
    ]),
  ),
  list('addresses', 'Postal addresses.', addressRows),
  list('groups', 'The groups that the user is in.', groupRows, { mutability: 'readOnly' }),
  list('entitlements', 'What the user is entitled to.', valueRows(text('value', 'It.'), [])),
  list('roles', "The user's roles.", valueRows(text('value', 'The role.'), [])),
  list(
    'x509Certificates',
    "The user's certificates.",
    valueRows(binary('value', 'The certificate, DER, in base 64.'), []),
  ),
]
