import { parsePath } from '../../src/path/parse-path'
import { groupType, userType } from '../../src/schema/resource-type'
import { assertSame, eachRow, outcome, times, type Case } from './case'
import { printPath } from './print-filter'

interface Row {
  readonly path: string
  readonly read: string
  readonly group?: true
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const rows: readonly Row[] = [
  { path: 'userName', read: 'userName' },
  { path: ' USERNAME ', read: 'userName' },
  { path: 'name.familyName', read: 'name.familyName' },
  { path: 'Name.Familyname', read: 'name.familyName' },
  { path: 'name.nick', read: 'name.nick' },
  { path: 'emails', read: 'emails' },
  { path: 'emails.value', read: 'emails.value' },
  { path: 'emails[type eq "work"]', read: 'emails[type eq "work"]' },
  { path: 'emails[type eq "work"].value', read: 'emails[type eq "work"].value' },
  { path: "emails[type eq 'work'].Value", read: 'emails[type eq "work"].value' },
  { path: 'emails[type eq work].value', read: 'emails[type eq "work"].value' },
  { path: 'emails[type eq "a]b"].value', read: 'emails[type eq "a]b"].value' },
  {
    path: 'addresses[type eq "work" and primary eq "True"].streetAddress',
    read: 'addresses[(type eq "work" and primary eq true)].streetAddress',
  },
  { path: 'roles[primary eq "True"].value', read: 'roles[primary eq true].value' },
  { path: 'urn:ietf:params:scim:schemas:core:2.0:User:userName', read: 'userName' },
  { path: 'urn:ietf:params:scim:schemas:core:2.0:User:name.givenName', read: 'name.givenName' },
  {
    path: 'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"].value',
    read: 'emails[type eq "work"].value',
  },
  { path: 'urn:ietf:params:scim:schemas:core:2.0:User', read: '' },
  { path: enterprise + ':employeeNumber', read: 'enterprise:employeeNumber' },
  { path: enterprise.toLowerCase() + ':EMPLOYEENUMBER', read: 'enterprise:employeeNumber' },
  { path: enterprise + '.manager', read: 'enterprise:manager' },
  { path: enterprise + ':manager.value', read: 'enterprise:manager.value' },
  { path: enterprise + ':manager.displayName', read: 'enterprise:manager.displayName' },
  { path: enterprise, read: 'enterprise:' },
  { path: 'manager', read: 'enterprise:manager' },
  { path: 'department', read: 'enterprise:department' },
  { path: 'shoeSize', read: 'shoeSize' },
  { path: 'shoe_size-2', read: 'shoe_size-2' },
  { path: 'shoes[Kind eq "boot"].size', read: 'shoes[Kind eq "boot"].size' },
  {
    path: 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User:shoe.size',
    read: 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User:shoe.size',
  },
  { path: 'urn:acme:2.0:User', read: 'urn:acme:2.0:User:' },
  {
    path: 'urn:scim:schemas:extension:enterprise:1.0',
    read: 'enterprise:',
  },
  {
    path: 'urn:scim:schemas:extension:enterprise:1.0:department',
    read: 'enterprise:department',
  },
  {
    path: 'urn:scim:schemas:extension:enterprise:2.0:manager.value',
    read: 'enterprise:manager.value',
  },
  { path: 'urn:scim:schemas:core:1.0:userName', read: 'userName' },
  { path: 'URN:scim:schemas:core:1.0:username', read: 'userName' },
  {
    path: 'urn:scim:schemas:core:1.0:emails[type eq "work"].value',
    read: 'emails[type eq "work"].value',
  },
  { path: 'urn:scim:schemas:core:2.0:name.givenName', read: 'name.givenName' },
  { path: 'urn:scim:schemas:core:1.0:displayName', read: 'displayName', group: true },
  {
    path: 'urn:scim:schemas:unknown:1.0:department',
    read: 'urn:scim:schemas:unknown:1.0:department',
  },
  { path: 'members', read: 'members', group: true },
  { path: 'Members[Value EQ "u1"]', read: 'members[value eq "u1"]', group: true },
  { path: 'members.value', read: 'members.value', group: true },

  { path: '', read: '400 invalidPath: Operations[0].path: "" is empty' },
  { path: '.', read: '400 invalidPath: Operations[0].path: "." has an empty name in it' },
  { path: 'name.', read: '400 invalidPath: Operations[0].path: "name." has an empty name in it' },
  {
    path: 'name.a.b',
    read: '400 invalidPath: Operations[0].path: "name.a.b" goes deeper than attribute.sub-attribute',
  },
  {
    path: 'userName.first',
    read: '400 invalidPath: Operations[0].path: "userName.first" userName has no sub-attributes',
  },
  { path: '1st', read: '400 invalidPath: Operations[0].path: "1st" is not an attribute name' },
  { path: 'a b', read: '400 invalidPath: Operations[0].path: "a b" is not an attribute name' },
  {
    path: '__proto__',
    read: '400 invalidPath: Operations[0].path: "__proto__" holds a name that is not allowed',
  },
  {
    path: '__proto__.x',
    read: '400 invalidPath: Operations[0].path: "__proto__.x" holds a name that is not allowed',
  },
  {
    path: 'x.constructor',
    read: '400 invalidPath: Operations[0].path: "x.constructor" holds a name that is not allowed',
  },
  {
    path: 'emails[type eq "a"].prototype',
    read: '400 invalidPath: Operations[0].path: "[type eq \\"a\\"].prototype" goes on after its brackets with no sub-attribute',
  },
  {
    path: 'x[__proto__ eq "a"]',
    read: '400 invalidPath: Operations[0].path: expected a sub-attribute at index 1 of filter: [__proto__ eq "a"]',
  },
  {
    path: 'urn:acme:2.0:User:__proto__',
    read: '400 invalidPath: Operations[0].path: "urn:acme:2.0:User:__proto__" holds a name that is not allowed',
  },
  { path: 'urn:a b:c', read: '400 invalidPath: Operations[0].path: "urn:a b:c" is not a URN' },
  {
    path: 'emails[',
    read: '400 invalidPath: Operations[0].path: expected a sub-attribute at index 1 of filter: [',
  },
  {
    path: 'emails[type eq "work"',
    read: '400 invalidPath: Operations[0].path: expected "and", "or" or "]" at index 15 of filter: [type eq "work"',
  },
  {
    path: 'emails[size eq "1"]',
    read: '400 invalidPath: Operations[0].path: expected a sub-attribute of emails at index 1 of filter: [size eq "1"]',
  },
  {
    path: 'emails[type eq "work"].value.x',
    read: '400 invalidPath: Operations[0].path: "[type eq \\"work\\"].value.x" goes on after its brackets with no sub-attribute',
  },
  {
    path: 'emails[type eq "work"] value',
    read: '400 invalidPath: Operations[0].path: "[type eq \\"work\\"] value" goes on after its brackets with no sub-attribute',
  },
  {
    path: 'emails.value[type eq "work"]',
    read: '400 invalidPath: Operations[0].path: "emails.value[type eq \\"work\\"]" has brackets where there is no list of values',
  },
  {
    path: 'userName[type eq "work"]',
    read: '400 invalidPath: Operations[0].path: "userName[type eq \\"work\\"]" has brackets where there is no list of values',
  },
  { path: '[type eq "work"]', read: '400 invalidPath: Operations[0].path: "" is empty' },
  {
    path: times(513, 'a'),
    read:
      '400 invalidPath: Operations[0].path: "' + times(76, 'a') + '… is longer than 512 characters',
  },
]

export const pathCases: readonly Case[] = eachRow(
  'path',
  rows,
  (row) => row.path.slice(0, 80),
  (row) => {
    const type = row.group ? groupType : userType
    assertSame(
      outcome(() => printPath(parsePath(row.path, type, 'Operations[0].path'))),
      row.read,
    )
  },
)
