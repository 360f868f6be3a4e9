import { DirectoryError, type NewPrincipal, type Principal } from '../../src/ports/directory'
import { assertSame, times } from '../cases/case'
import { assertFails, assertTrue, there } from './contract'
import type { DirectoryCase } from './directory-contract'

export function newPrincipal(name: string, more: Partial<NewPrincipal> = {}): NewPrincipal {
  return {
    name,
    active: true,
    email: name + '@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    displayName: 'Ada Lovelace',
    attributes: {},
    ...more,
  }
}

function fieldsOf(principal: Principal) {
  const { name, active, email, firstName, lastName, displayName } = principal
  return { name, active, email, firstName, lastName, displayName }
}

function messageOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof DirectoryError ? error.kind + ': ' + error.message : String(error)
  }
}

/** What we rely on of users in an internal directory. */
export const userCases: readonly DirectoryCase[] = [
  {
    name: 'a password that the rules refuse fails with their text, and nobody is added',
    run: ({ directory, ports }) => {
      ports.crowd.storeDirectoryAttributes(directory.id, {
        password_regex: '[0-9]',
        password_minimum_length: '8',
        password_complexity_message: 'Eight signs, one of them a digit.',
      })
      for (const password of ['secret', '7', 'long and without']) {
        const work = (): unknown => directory.addPrincipal({ ...newPrincipal('ada'), password })
        assertSame(messageOf(work), 'password: Eight signs, one of them a digit.')
      }
      assertSame(directory.findPrincipal('ada'), undefined)
      directory.addPrincipal({ ...newPrincipal('ada'), password: 'long and 1' })
      assertSame(
        messageOf(() => directory.setPassword('ada', 'secret')),
        'password: Eight signs, one of them a digit.',
      )
      directory.setPassword('ADA', 'long and 2')
      assertFails('missing', () => directory.setPassword('bea', 'long and 2'))
    },
  },
  {
    name: 'a blank password is refused without rules too',
    run: ({ directory }) => {
      directory.addPrincipal({ ...newPrincipal('ada'), password: 'x' })
      assertFails('password', () => directory.setPassword('ada', ' '))
    },
  },
  {
    name: 'a user is found whatever the case of the name, which keeps its case',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('Ada'))
      assertSame(directory.findPrincipal('aDA')?.name, 'Ada')
      assertSame(directory.findPrincipal('nobody'), undefined)
    },
  },
  {
    name: 'addUser generates an external id, stores fields and attributes in one call and gives them back',
    run: ({ directory }) => {
      const wanted = newPrincipal('ada', { attributes: { 'scim.x': ['1', '2'] } })
      const added = directory.addPrincipal(wanted)
      assertTrue('an external id', added.externalId !== '')
      const found = there(directory.findPrincipalById(added.externalId))
      const { attributes, ...fields } = wanted
      assertSame(fieldsOf(found), fields)
      assertSame(found.attributes['scim.x']?.slice().sort(), attributes['scim.x'])
      assertSame(fieldsOf(added), fields)
    },
  },
  {
    name: 'an external id is compared with case',
    run: ({ directory }) => {
      const { externalId } = directory.addPrincipal(newPrincipal('ada'))
      const other = externalId.toUpperCase()
      if (other !== externalId) assertSame(directory.findPrincipalById(other), undefined)
      assertSame(directory.findPrincipalById('unknown'), undefined)
    },
  },
  {
    name: 'addUser refuses a name that is taken in another case',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      assertFails('exists', () => directory.addPrincipal(newPrincipal('ADA')))
    },
  },
  {
    name: 'a name that is blank, has blanks around it or more than 255 characters is refused on add and rename',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      for (const name of [' ada2', 'ada2 ', ' ', times(256, 'a')]) {
        assertFails('invalid', () => directory.addPrincipal(newPrincipal(name)))
        assertFails('invalid', () => directory.renamePrincipal('ada', name))
      }
      directory.addPrincipal(newPrincipal(times(255, 'b')))
    },
  },
  {
    name: 'e-mail, names and attribute values over 255 characters are cut to 252 and "..." without a word',
    run: ({ directory }) => {
      const long = times(300, 'x')
      const cut = times(252, 'x') + '...'
      directory.addPrincipal({
        ...newPrincipal('ada'),
        email: long,
        firstName: long,
        lastName: long,
        displayName: long,
        attributes: { 'scim.x': [long] },
      })
      const found = there(directory.findPrincipal('ada'))
      assertSame(
        [
          found.email,
          found.firstName,
          found.lastName,
          found.displayName,
          found.attributes['scim.x'],
        ],
        [cut, cut, cut, cut, [cut]],
      )
    },
  },
  {
    name: 'missing names are filled in: what is read may never have been sent',
    run: ({ directory }) => {
      const nothing = { firstName: '', lastName: '', displayName: '' }
      const found = directory.addPrincipal(newPrincipal('ada', nothing))
      assertTrue('a display name', found.displayName !== '')
      assertTrue('a last name', found.lastName !== '')
    },
  },
  {
    name: 'an attribute value keeps every sign: quotes, backslashes, 255 of them',
    run: ({ directory }) => {
      const value = '0{"a":"\\u00e9 \'x\' %_ \\\\ </b>"}' + times(222, 'y') + '.'
      directory.addPrincipal(newPrincipal('ada', { attributes: { 'scim.doc.0': [value] } }))
      assertSame(directory.findPrincipal('ada')?.attributes['scim.doc.0'], [value])
    },
  },
  {
    name: 'fields keep signs of all languages',
    run: ({ directory }) => {
      const fields = { firstName: 'Zoë', lastName: '李', displayName: 'Zoë 李 Ω' }
      directory.addPrincipal(newPrincipal('zoë', fields))
      const { firstName, lastName, displayName } = there(directory.findPrincipal('ZOË'))
      assertSame({ firstName, lastName, displayName }, fields)
    },
  },
  {
    name: 'updateUser writes every field, keeps attributes and does not rename',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada', { attributes: { 'scim.x': ['1'] } }))
      const fields = {
        name: 'ada',
        active: false,
        email: 'new@example.com',
        firstName: 'A',
        lastName: 'K',
        displayName: 'A K',
      }
      directory.updatePrincipal(fields)
      const found = there(directory.findPrincipal('ada'))
      assertSame(fieldsOf(found), fields)
      assertSame(found.attributes['scim.x'], ['1'])
    },
  },
  {
    name: 'renameUser changes only the name: external id, attributes and memberships stay',
    run: ({ directory }) => {
      const { externalId } = directory.addPrincipal(
        newPrincipal('ada', { attributes: { 'scim.x': ['1'] } }),
      )
      directory.addGroup({ name: 'team', active: true, description: '', externalId: '' })
      directory.addMember('ada', 'team')
      directory.renamePrincipal('ada', 'Bea')
      const found = there(directory.findPrincipalById(externalId))
      assertSame([found.name, found.attributes['scim.x']], ['Bea', ['1']])
      assertSame(
        [directory.findPrincipal('ada'), directory.isMember('bea', 'team')],
        [undefined, true],
      )
    },
  },
  {
    name: 'renameUser may change the case alone, but takes no name of somebody else',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.addPrincipal(newPrincipal('bea'))
      directory.renamePrincipal('ada', 'ADA')
      assertSame(directory.findPrincipal('ada')?.name, 'ADA')
      assertFails('exists', () => directory.renamePrincipal('ada', 'Bea'))
    },
  },
  {
    name: 'storeUserAttributes replaces the values of the named attributes only',
    run: ({ directory }) => {
      directory.addPrincipal(
        newPrincipal('ada', { attributes: { 'scim.x': ['1', '2'], 'scim.y': ['3'] } }),
      )
      directory.storePrincipalAttributes('ADA', { 'scim.x': ['4'], 'scim.z': ['5'] })
      const { attributes } = there(directory.findPrincipal('ada'))
      assertSame(
        [attributes['scim.x'], attributes['scim.y'], attributes['scim.z']],
        [['4'], ['3'], ['5']],
      )
    },
  },
  {
    name: 'values of an attribute are unique whatever their case',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.storePrincipalAttributes('ada', { 'scim.x': ['One', 'ONE', 'two'] })
      const values = directory.findPrincipal('ada')?.attributes['scim.x'] ?? []
      assertSame(values.map((value) => value.toLowerCase()).sort(), ['one', 'two'])
    },
  },
  {
    name: 'an attribute without values, or with a name over 255 characters, is refused',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      assertFails(undefined, () => directory.storePrincipalAttributes('ada', { 'scim.x': [] }))
      assertFails(undefined, () =>
        directory.storePrincipalAttributes('ada', { [times(256, 'x')]: ['1'] }),
      )
    },
  },
  {
    name: 'removeUserAttributes takes one attribute away',
    run: ({ directory }) => {
      directory.addPrincipal(
        newPrincipal('ada', { attributes: { 'scim.x': ['1'], 'scim.y': ['2'] } }),
      )
      directory.removePrincipalAttribute('ada', 'scim.x')
      const { attributes } = there(directory.findPrincipal('ada'))
      assertSame([attributes['scim.x'], attributes['scim.y']], [undefined, ['2']])
    },
  },
  {
    name: 'the date of change never goes back, the date of creation stays',
    run: ({ directory }) => {
      const added = directory.addPrincipal(newPrincipal('ada'))
      directory.storePrincipalAttributes('ada', { 'scim.x': ['1'] })
      const found = there(directory.findPrincipal('ada'))
      assertTrue('created stays', found.created === added.created && found.created > 0)
      assertTrue('updated does not go back', found.updated >= added.updated)
    },
  },
  {
    name: 'removeUser takes the memberships too',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.addGroup({ name: 'team', active: true, description: '', externalId: '' })
      directory.addMember('ada', 'team')
      directory.removePrincipal('ADA')
      directory.addPrincipal(newPrincipal('ada'))
      assertSame(
        [directory.isMember('ada', 'team'), directory.membersOf('team', 0, -1)],
        [false, []],
      )
    },
  },
  {
    name: 'every change of a user who is not there is refused as missing',
    run: ({ directory }) => {
      assertFails('missing', () => directory.updatePrincipal(newPrincipal('ada')))
      assertFails('missing', () => directory.renamePrincipal('ada', 'bea'))
      assertFails('missing', () => directory.storePrincipalAttributes('ada', { x: ['1'] }))
      assertFails('missing', () => directory.removePrincipalAttribute('ada', 'x'))
      assertFails('missing', () => directory.removePrincipal('ada'))
    },
  },
]
