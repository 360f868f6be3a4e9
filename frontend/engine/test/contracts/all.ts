import type { Ports } from '../../src/ports/ports'
import type { Case } from '../cases/case'
import type { ContractCase } from './contract'
import { directoryContract, type DirectoryCase } from './directory-contract'
import {
  activityContract,
  clockContract,
  crowdContract,
  locksContract,
  patternsContract,
  randomContract,
  settingsContract,
} from './ports-contract'

/** All contract suites on the given ports; each directory case has a directory of its own, which goes afterwards. */
export function contractCases(ports: Ports): readonly Case[] {
  return casesOf('crowd', crowdContract, ports).concat(
    casesOf('settings', settingsContract, ports.settings),
    casesOf('activity', activityContract, ports),
    casesOf('clock', clockContract, ports.clock),
    casesOf('random', randomContract, ports.random),
    casesOf('locks', locksContract, ports.locks),
    casesOf('patterns', patternsContract, ports.patterns),
    directoryContract.map((each) => ({
      name: 'directory: ' + each.name,
      run: () => runOnFresh(ports, each),
    })),
  )
}

function casesOf<P>(port: string, cases: readonly ContractCase<P>[], given: P): readonly Case[] {
  return cases.map((each) => ({ name: port + ': ' + each.name, run: () => each.run(given) }))
}

function runOnFresh(ports: Ports, each: DirectoryCase): void {
  const { id } = ports.crowd.addDirectory({
    name: 'Contract ' + ports.random.token().slice(0, 12),
    description: 'made by a contract suite',
    active: true,
    nestedGroups: true,
    attributes: {},
  })
  try {
    each.run({ directory: ports.directory(id), ports })
  } finally {
    ports.crowd.removeDirectory(id)
  }
}
