import { readDocument, writeDocument } from '../../src/mapping/document'
import type { Directory } from '../../src/ports/directory'
import type { Ports } from '../../src/ports/ports'
import { assertSame, times } from '../cases/case'
import { assertFails, there, type ContractCase } from './contract'
import { groupCases } from './directory-groups'
import { searchCases } from './directory-search'
import { newPrincipal, userCases } from './directory-users'

/** A fresh, empty internal directory with all rights. */
export interface FreshDirectory {
  readonly directory: Directory
  readonly ports: Ports
}

export type DirectoryCase = ContractCase<FreshDirectory>

const wholeCases: readonly DirectoryCase[] = [
  {
    name: 'every call on a directory that is not there is refused as gone',
    run: ({ ports }) => {
      const nowhere = ports.directory('987654321')
      assertFails('gone', () => nowhere.findPrincipal('ada'))
      assertFails('gone', () => nowhere.findGroupById('x'))
      assertFails('gone', () => nowhere.searchPrincipalNames({ start: 0, count: -1 }))
      assertFails('gone', () => nowhere.addPrincipal(newPrincipal('ada')))
      assertFails('gone', () => nowhere.groupsOf('ada'))
      assertFails('gone', () => nowhere.isMember('ada', 'team'))
    },
  },
  {
    name: 'a stored document is read back, also after only letter case changed and after it became shorter',
    run: ({ directory, ports }) => {
      const { sha256 } = ports.random
      directory.addPrincipal(newPrincipal('ada', { attributes: writeDocument({}, {}, sha256) }))
      const documents = [
        { displayName: 'ada é', note: times(700, 'x') },
        { displayName: 'ADA É', note: times(700, 'X') },
        { displayName: 'Ada' },
        { displayName: 'ADA' },
      ]
      for (const document of documents) {
        const stored = there(directory.findPrincipal('ada')).attributes
        directory.storePrincipalAttributes('ada', writeDocument(document, stored, sha256))
        assertSame(readDocument(there(directory.findPrincipal('ada')).attributes), document)
      }
    },
  },
]

/** What a Directory must do: Crowd's internal directories as we rely on them, statement by statement. */
export const directoryContract: readonly DirectoryCase[] = userCases
  .concat(groupCases)
  .concat(searchCases)
  .concat(wholeCases)
