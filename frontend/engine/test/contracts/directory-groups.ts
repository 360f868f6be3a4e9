import { assertSame, times } from '../cases/case'
import { assertFails, assertTrue, there } from './contract'
import type { DirectoryCase } from './directory-contract'
import { newPrincipal } from './directory-users'

export function newGroup(name: string, more = {}) {
  return { name, active: true, description: '', externalId: '', ...more }
}

/** What we rely on of groups and memberships in an internal directory. */
export const groupCases: readonly DirectoryCase[] = [
  {
    name: 'a group is found whatever the case of the name; no external id is generated',
    run: ({ directory }) => {
      directory.addGroup(newGroup('Team', { description: 'We' }))
      const { name, active, description, externalId } = there(directory.findGroup('tEAM'))
      assertSame({ name, active, description, externalId }, newGroup('Team', { description: 'We' }))
      assertSame(directory.findGroup('nothing'), undefined)
    },
  },
  {
    name: 'an external id that addGroup is given is kept, survives a rename and is searched with case',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team', { externalId: 'Id-1' }))
      directory.renameGroup('team', 'crew')
      assertSame(directory.findGroupById('Id-1')?.name, 'crew')
      assertSame(
        [directory.findGroupById('id-1'), directory.findGroupById('x')],
        [undefined, undefined],
      )
    },
  },
  {
    name: 'a duplicate group is InvalidGroupException, not an AlreadyExists type',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      assertFails('invalid', () => directory.addGroup(newGroup('TEAM')))
    },
  },
  {
    name: 'a group name that is blank, has blanks around it or more than 255 characters is refused',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      for (const name of [' x', 'x ', ' ', times(256, 'a')]) {
        assertFails('invalid', () => directory.addGroup(newGroup(name)))
        assertFails('invalid', () => directory.renameGroup('team', name))
      }
    },
  },
  {
    name: 'a description over 255 characters is cut without a word',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team', { description: times(300, 'x') }))
      assertSame(directory.findGroup('team')?.description, times(252, 'x') + '...')
    },
  },
  {
    name: 'group attributes are stored by a call of their own, the named ones only',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      directory.storeGroupAttributes('TEAM', { 'scim.x': ['1'], 'scim.y': ['2'] })
      directory.storeGroupAttributes('team', { 'scim.x': ['3'] })
      const { attributes } = there(directory.findGroup('team'))
      assertSame([attributes['scim.x'], attributes['scim.y']], [['3'], ['2']])
      directory.removeGroupAttribute('team', 'scim.x')
      assertSame(directory.findGroup('team')?.attributes['scim.x'], undefined)
    },
  },
  {
    name: 'updateGroup overwrites external id, description and active with what it is given',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team', { description: 'We', externalId: 'id-1' }))
      directory.updateGroup(newGroup('team', { active: false }))
      const { active, description, externalId } = there(directory.findGroup('team'))
      assertSame([active, description, externalId], [false, '', ''])
    },
  },
  {
    name: 'updateGroup does not rename, and minds the case of the name',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      assertFails(undefined, () => directory.updateGroup(newGroup('TEAM')))
      assertSame(directory.findGroup('team')?.name, 'team')
    },
  },
  {
    name: 'renameGroup keeps members and attributes, takes no name that is taken, may change the case alone',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.addGroup(newGroup('team'))
      directory.addGroup(newGroup('crew'))
      directory.addMember('ada', 'team')
      directory.storeGroupAttributes('team', { 'scim.x': ['1'] })
      assertFails(undefined, () => directory.renameGroup('team', 'Crew'))
      directory.renameGroup('team', 'TEAM')
      directory.renameGroup('team', 'band')
      assertSame(directory.isMember('ada', 'band'), true)
      assertSame(directory.findGroup('band')?.attributes['scim.x'], ['1'])
    },
  },
  {
    name: 'removeGroup takes the memberships too; every change of a group that is not there is missing',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.addGroup(newGroup('team'))
      directory.addMember('ada', 'team')
      directory.removeGroup('TEAM')
      assertSame(directory.groupsOf('ada'), [])
      assertFails('missing', () => directory.removeGroup('team'))
      assertFails('missing', () => directory.updateGroup(newGroup('team')))
      assertFails('missing', () => directory.renameGroup('team', 'crew'))
      assertFails('missing', () => directory.storeGroupAttributes('team', { x: ['1'] }))
    },
  },
  {
    name: 'addUserToGroup refuses who is a member already, and whoever or whatever is not there',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.addGroup(newGroup('team'))
      directory.addMember('ADA', 'TEAM')
      assertFails('exists', () => directory.addMember('ada', 'team'))
      assertFails('missing', () => directory.addMember('bea', 'team'))
      assertFails('missing', () => directory.addMember('ada', 'crew'))
    },
  },
  {
    name: 'removeUserFromGroup refuses who is no member',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('ada'))
      directory.addGroup(newGroup('team'))
      assertFails('missing', () => directory.removeMember('ada', 'team'))
      directory.addMember('ada', 'team')
      directory.removeMember('ADA', 'TEAM')
      assertSame(directory.isMember('ada', 'team'), false)
    },
  },
  {
    name: 'a membership is asked for whatever the case; nobody is a member of nothing',
    run: ({ directory }) => {
      directory.addPrincipal(newPrincipal('Ada'))
      directory.addGroup(newGroup('Team'))
      directory.addMember('Ada', 'Team')
      assertSame(directory.isMember('aDA', 'tEAM'), true)
      assertSame(
        [directory.isMember('bea', 'Team'), directory.isMember('Ada', 'x')],
        [false, false],
      )
    },
  },
  {
    name: 'groups of a user and members of a group come with external ids, by lower-cased name',
    run: ({ directory }) => {
      const ids = ['bea', 'Ada', 'cyd'].map(
        (name) => directory.addPrincipal(newPrincipal(name)).externalId,
      )
      directory.addGroup(newGroup('b', { externalId: 'id-b' }))
      directory.addGroup(newGroup('A'))
      for (const name of ['cyd', 'Ada', 'bea']) directory.addMember(name, 'b')
      directory.addMember('Ada', 'A')
      const bea = { name: 'bea', externalId: ids[0] }
      const cyd = { name: 'cyd', externalId: ids[2] }
      assertSame(directory.membersOf('B', 0, -1), [{ name: 'Ada', externalId: ids[1] }, bea, cyd])
      assertSame(directory.membersOf('b', 1, 1), [bea])
      assertSame(directory.membersOf('b', 2, 5), [cyd])
      const groups = [
        { name: 'A', externalId: '' },
        { name: 'b', externalId: 'id-b' },
      ]
      assertSame(directory.groupsOf('ada'), groups)
      assertSame(directory.groupsOf('nobody'), [])
    },
  },
  {
    name: 'groups in a group and the groups that one is in come with external ids, by lower-cased name',
    run: ({ directory }) => {
      for (const name of ['b', 'C', 'a']) {
        directory.addGroup(newGroup(name, { externalId: 'id-' + name }))
      }
      directory.addGroup(newGroup('All'))
      for (const name of ['c', 'A', 'b']) directory.nestGroup(name, 'ALL')
      directory.nestGroup('a', 'b')
      const a = { name: 'a', externalId: 'id-a' }
      const b = { name: 'b', externalId: 'id-b' }
      const c = { name: 'C', externalId: 'id-C' }
      assertSame(directory.nestedGroupsOf('all', 0, -1), [a, b, c])
      assertSame(directory.nestedGroupsOf('all', 1, 1), [b])
      assertSame(directory.parentsOf('A'), [{ name: 'All', externalId: '' }, b])
      assertSame([directory.parentsOf('all'), directory.parentsOf('nothing')], [[], []])
      assertSame(directory.nestedGroupsOf('nothing', 0, -1), [])
      assertSame(directory.membersOf('all', 0, -1), [])
    },
  },
  {
    name: 'addGroupToGroup refuses a group in itself and what is in there, not a longer circle',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      directory.addGroup(newGroup('crew'))
      assertFails('invalid', () => directory.nestGroup('team', 'team'))
      directory.nestGroup('crew', 'team')
      assertFails('exists', () => directory.nestGroup('CREW', 'Team'))
      assertFails('missing', () => directory.nestGroup('nothing', 'team'))
      assertFails('missing', () => directory.nestGroup('crew', 'nothing'))
      directory.nestGroup('team', 'crew')
    },
  },
  {
    name: 'removeGroupFromGroup refuses what is not in there',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      directory.addGroup(newGroup('crew'))
      assertFails('missing', () => directory.unnestGroup('crew', 'team'))
      directory.nestGroup('crew', 'team')
      directory.unnestGroup('CREW', 'TEAM')
      assertSame(directory.nestedGroupsOf('team', 0, -1), [])
    },
  },
  {
    name: 'nesting follows a rename and goes with either group',
    run: ({ directory }) => {
      for (const name of ['team', 'crew', 'all']) directory.addGroup(newGroup(name))
      directory.nestGroup('crew', 'team')
      directory.nestGroup('team', 'all')
      directory.renameGroup('crew', 'band')
      directory.renameGroup('team', 'set')
      assertSame(directory.nestedGroupsOf('set', 0, -1), [{ name: 'band', externalId: '' }])
      assertSame(directory.parentsOf('set'), [{ name: 'all', externalId: '' }])
      directory.removeGroup('set')
      assertSame(directory.parentsOf('band'), [])
      assertSame(directory.nestedGroupsOf('all', 0, -1), [])
    },
  },
  {
    name: 'a directory without nested groups refuses to nest',
    run: ({ directory, ports }) => {
      directory.addGroup(newGroup('team'))
      directory.addGroup(newGroup('crew'))
      ports.crowd.storeDirectoryAttributes(directory.id, { useNestedGroups: 'false' })
      assertFails('refused', () => directory.nestGroup('crew', 'team'))
      assertFails('refused', () => directory.unnestGroup('crew', 'team'))
      assertSame(directory.nestedGroupsOf('team', 0, -1), [])
    },
  },
  {
    name: 'created and changed dates of a group are there',
    run: ({ directory }) => {
      directory.addGroup(newGroup('team'))
      const { created, updated } = there(directory.findGroup('team'))
      assertTrue('dates', created > 0 && updated >= created)
    },
  },
]
