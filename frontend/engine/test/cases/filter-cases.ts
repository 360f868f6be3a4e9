import { parseFilter } from '../../src/filter/parse-filter'
import { groupType, userType } from '../../src/schema/resource-type'
import { assertSame, eachRow, outcome, times, type Case } from './case'
import { printFilter } from './print-filter'

interface Row {
  readonly source: string
  /** The filter with all its brackets, or the refusal. */
  readonly read: string
  readonly group?: true
}

const read: readonly Row[] = [
  // Comparisons
  { source: 'userName eq "ada"', read: 'userName eq "ada"' },
  { source: '  userName\teq  "ada" ', read: 'userName eq "ada"' },
  { source: 'urn:scim:schemas:core:1.0:userName eq "ada"', read: 'userName eq "ada"' },
  { source: 'USERNAME EQ "Ada"', read: 'userName eq "Ada"' },
  { source: 'userName ne "ada"', read: 'userName ne "ada"' },
  { source: 'userName co "d"', read: 'userName co "d"' },
  { source: 'userName sw "a"', read: 'userName sw "a"' },
  { source: 'userName ew "a"', read: 'userName ew "a"' },
  { source: 'userName gt "a"', read: 'userName gt "a"' },
  { source: 'title pr', read: 'title pr' },
  { source: 'title eq null', read: 'title eq null' },
  { source: 'active eq true', read: 'active eq true' },
  { source: 'active eq "True"', read: 'active eq true' },
  { source: 'active eq FALSE', read: 'active eq false' },
  {
    source: 'meta.lastModified gt "2026-01-31T12:00:00Z"',
    read: 'meta.lastModified gt "2026-01-31T12:00:00Z"',
  },
  { source: 'meta.created le "2026-01-31"', read: 'meta.created le "2026-01-31"' },
  {
    source: 'id eq "1" and members eq "2"',
    read: '(id eq "1" and members.value eq "2")',
    group: true,
  },
  { source: 'displayName eq "G"', read: 'displayName eq "G"', group: true },
  { source: 'displayName Eq PRIMARY/system', read: 'displayName eq "PRIMARY/system"', group: true },
  // Precedence and brackets
  {
    source: 'title pr or active eq true and userName eq "a"',
    read: '(title pr or (active eq true and userName eq "a"))',
  },
  {
    source: 'title pr and active eq true or userName eq "a"',
    read: '((title pr and active eq true) or userName eq "a")',
  },
  {
    source: 'title pr AND (active eq true OR userName eq "a")',
    read: '(title pr and (active eq true or userName eq "a"))',
  },
  {
    source: 'id eq "1" or id eq "2" or id eq "3"',
    read: '((id eq "1" or id eq "2") or id eq "3")',
  },
  { source: 'not (title pr)', read: 'not title pr' },
  { source: 'not(title pr) and active eq true', read: '(not title pr and active eq true)' },
  {
    source: 'NOT (title pr or not (active eq true))',
    read: 'not (title pr or not active eq true)',
  },
  { source: '((title pr))', read: 'title pr' },
  // Values
  { source: 'userName eq "a\\"b\\\\c\\/d\\u00e9\\n"', read: 'userName eq "a\\"b\\\\c/dé\\n"' },
  { source: 'userName eq "\\ud83d\\ude00"', read: 'userName eq "😀"' },
  { source: 'userName eq "a and (b) or [c]"', read: 'userName eq "a and (b) or [c]"' },
  { source: 'userName eq ""', read: 'userName eq ""' },
  { source: 'userName eq "true"', read: 'userName eq "true"' },
  { source: 'externalId eq jyoung', read: 'externalId eq "jyoung"' },
  { source: 'externalId eq 4711', read: 'externalId eq "4711"' },
  { source: 'externalId eq "4711"', read: 'externalId eq "4711"' },
  {
    source: 'userName eq a@b.example and title pr',
    read: '(userName eq "a@b.example" and title pr)',
  },
  { source: "userName eq 'ada'", read: 'userName eq "ada"' },
  { source: "userName eq 'O'Brien' or title pr", read: '(userName eq "O\'Brien" or title pr)' },
  { source: "(userName eq 'a b')", read: 'userName eq "a b"' },
  { source: 'userName eq "eq"', read: 'userName eq "eq"' },
  // Lists of values
  { source: 'emails eq "x"', read: 'emails.value eq "x"' },
  { source: 'emails.value eq "x"', read: 'emails.value eq "x"' },
  { source: 'emails pr', read: 'emails pr' },
  { source: 'emails.type eq "work"', read: 'emails.type eq "work"' },
  { source: 'emails[type eq "work"]', read: 'emails[type eq "work"]' },
  {
    source: 'emails[type eq "work" and value co "@x"]',
    read: 'emails[(type eq "work" and value co "@x")]',
  },
  { source: 'emails[not (type eq "work")]', read: 'emails[not type eq "work"]' },
  {
    source: 'emails[TYPE eq "work"].VALUE eq "x"',
    read: 'emails[(type eq "work" and value eq "x")]',
  },
  { source: 'emails[type eq work].value eq x', read: 'emails[(type eq "work" and value eq "x")]' },
  {
    source: 'emails[type eq "work"].value pr and title pr',
    read: '(emails[(type eq "work" and value pr)] and title pr)',
  },
  {
    source: 'roles[primary eq "True"].value eq "x"',
    read: 'roles[(primary eq true and value eq "x")]',
  },
  { source: 'name.givenName eq "A"', read: 'name.givenName eq "A"' },
  { source: 'name.GIVENNAME eq "A"', read: 'name.givenName eq "A"' },
  { source: 'addresses pr', read: 'addresses pr' },
  { source: 'members.value eq "2"', read: 'members.value eq "2"', group: true },
  // Schemas
  { source: 'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "a"', read: 'userName eq "a"' },
  {
    source: 'urn:ietf:params:scim:schemas:core:2.0:User:name.givenName eq "a"',
    read: 'name.givenName eq "a"',
  },
  {
    source: 'URN:IETF:params:scim:schemas:core:2.0:user:emails[type eq "work"]',
    read: 'emails[type eq "work"]',
  },
  {
    source: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "d"',
    read: 'enterprise:department eq "d"',
  },
  {
    source: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"',
    read: 'enterprise:manager.value eq "1"',
  },
  {
    source: 'id eq "1" and manager eq "2"',
    read: '(id eq "1" and enterprise:manager.value eq "2")',
  },
  { source: 'employeeNumber sw "1"', read: 'enterprise:employeeNumber sw "1"' },
]

const refused: readonly Row[] = [
  { source: '', read: '400 invalidFilter: expected an attribute name at index 0 of filter: ' },
  {
    source: 'userName eq "a\\u0000"',
    read: '400 invalidFilter: expected a value without the character U+0000 at index 12 of filter: userName eq "a\\u0000"',
  },
  {
    source: 'userName',
    read: '400 invalidFilter: expected a comparison operator at index 8 of filter: userName',
  },
  {
    source: 'userName is "ada"',
    read: '400 invalidFilter: expected a comparison operator at index 9 of filter: userName is "ada"',
  },
  {
    source: 'userName eq',
    read: '400 invalidFilter: expected a value at index 11 of filter: userName eq',
  },
  {
    source: 'userName eq )',
    read: '400 invalidFilter: expected a value at index 12 of filter: userName eq )',
  },
  {
    source: 'userName eq "ada',
    read: '400 invalidFilter: expected a closing " at index 16 of filter: userName eq "ada',
  },
  {
    source: "userName eq 'ada",
    read: "400 invalidFilter: expected a closing ' at index 16 of filter: userName eq 'ada",
  },
  {
    source: 'userName eq "a\\x"',
    read: '400 invalidFilter: expected an escape of JSON at index 14 of filter: userName eq "a\\x"',
  },
  {
    source: 'userName eq "\\u12g4"',
    read: '400 invalidFilter: expected four hexadecimal digits after \\u at index 13 of filter: userName eq "\\u12g4"',
  },
  {
    source: 'userName eq "a\u0001"',
    read: '400 invalidFilter: expected an escape instead of a control character at index 14 of filter: userName eq "a\u0001"',
  },
  {
    source: 'userName eq "a" "b"',
    read: '400 invalidFilter: expected "and", "or" or the end at index 16 of filter: userName eq "a" "b"',
  },
  {
    source: 'userName eq john doe',
    read: '400 invalidFilter: expected "and", "or" or the end at index 17 of filter: userName eq john doe',
  },
  {
    source: 'userName eq "a" and',
    read: '400 invalidFilter: expected an attribute name at index 19 of filter: userName eq "a" and',
  },
  {
    source: '(userName eq "a"',
    read: '400 invalidFilter: expected "and", "or" or ")" at index 16 of filter: (userName eq "a"',
  },
  {
    source: 'userName eq "a")',
    read: '400 invalidFilter: expected "and", "or" or the end at index 15 of filter: userName eq "a")',
  },
  {
    source: 'not userName eq "a"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: not userName eq "a"',
  },
  {
    source: 'shoeSize eq "44"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: shoeSize eq "44"',
  },
  {
    source: 'name.nick eq "a"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: name.nick eq "a"',
  },
  {
    source: 'userName.x eq "a"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: userName.x eq "a"',
  },
  {
    source: '"userName" eq "a"',
    read: '400 invalidFilter: expected an attribute name at index 0 of filter: "userName" eq "a"',
  },
  {
    source: 'urn:acme:2.0:User:shoe eq "a"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: urn:acme:2.0:User:shoe eq "a"',
  },
  {
    source: '__proto__ eq "a"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: __proto__ eq "a"',
  },
  {
    source: 'emails[constructor eq "a"]',
    read: '400 invalidFilter: expected a sub-attribute at index 7 of filter: emails[constructor eq "a"]',
  },
  {
    source: 'emails[size eq "a"]',
    read: '400 invalidFilter: expected a sub-attribute of emails at index 7 of filter: emails[size eq "a"]',
  },
  {
    source: 'emails[type eq "work"',
    read: '400 invalidFilter: expected "and", "or" or "]" at index 21 of filter: emails[type eq "work"',
  },
  {
    source: 'emails[type eq "work"].size eq "x"',
    read: '400 invalidFilter: expected a sub-attribute of emails at index 22 of filter: emails[type eq "work"].size eq "x"',
  },
  {
    source: 'emails[type[x eq "a"]]',
    read: '400 invalidFilter: expected a comparison operator at index 11 of filter: emails[type[x eq "a"]]',
  },
  {
    source: 'userName[type eq "a"]',
    read: '400 invalidFilter: expected an operator at index 8 of filter: userName[type eq "a"]',
  },
  {
    source: 'name eq "a"',
    read: '400 invalidFilter: expected pr or a sub-attribute of name at index 5 of filter: name eq "a"',
  },
  {
    source: 'active eq "maybe"',
    read: '400 invalidFilter: expected true or false at index 10 of filter: active eq "maybe"',
  },
  {
    source: 'active gt true',
    read: '400 invalidFilter: expected eq or ne before a boolean at index 10 of filter: active gt true',
  },
  {
    source: 'userName co ada',
    read: '400 invalidFilter: expected a value in quotes at index 12 of filter: userName co ada',
  },
  {
    source: 'title gt null',
    read: '400 invalidFilter: expected a value to order by at index 9 of filter: title gt null',
  },
  {
    source: 'meta.created gt "yesterday"',
    read: '400 invalidFilter: expected a date such as 2026-01-31T12:00:00Z at index 16 of filter: meta.created gt "yesterday"',
  },
  {
    source: 'meta.created sw "2026"',
    read: '400 invalidFilter: expected a date such as 2026-01-31T12:00:00Z at index 16 of filter: meta.created sw "2026"',
  },
  {
    source: 'meta.created gt "2026-13-01"',
    read: '400 invalidFilter: expected a date such as 2026-01-31T12:00:00Z at index 16 of filter: meta.created gt "2026-13-01"',
  },
  { source: 'password eq "x"', read: "403 sensitive: password can't be filtered by" },
  {
    source: 'urn:ietf:params:scim:schemas:core:2.0:User:Password pr',
    read: "403 sensitive: password can't be filtered by",
  },
  {
    source: 'password eq "x"',
    read: '400 invalidFilter: expected a known attribute at index 0 of filter: password eq "x"',
    group: true,
  },
  {
    source: times(31, '(') + 'title pr' + times(31, ')'),
    read:
      '400 invalidFilter: expected at most 30 parentheses in one another at index 30 of filter: ' +
      times(31, '(') +
      'title pr' +
      times(31, ')'),
  },
  {
    source: times(100, 'title pr or ') + 'title pr',
    read:
      '400 invalidFilter: expected at most 100 comparisons at index 1200 of filter: ' +
      times(100, 'title pr or ').slice(0, 77) +
      '…',
  },
  {
    source: times(4097, '('),
    read:
      '400 invalidFilter: expected at most 4096 characters, so the end, at index 4096 of filter: ' +
      times(77, '(') +
      '…',
  },
]

export const filterCases: readonly Case[] = eachRow(
  'filter',
  read.concat(refused),
  (row) => row.source.slice(0, 80),
  (row) => {
    const type = row.group ? groupType : userType
    assertSame(
      outcome(() => printFilter(parseFilter(row.source, type))),
      row.read,
    )
  },
)
