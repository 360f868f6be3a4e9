import { hostPorts, type HostCall } from '../src/ports/host'
import type { Case } from './cases/case'
import { allCases } from './cases/all'
import { contractCases } from './contracts/all'

/** Given by the shell before this script is loaded. */
declare const hostCall: HostCall

function everything(): readonly Case[] {
  return allCases.concat(contractCases(hostPorts(hostCall)))
}

/** The names of all cases, each once, as a JSON array. */
export function names(): string {
  const all = everything().map((each) => each.name)
  return JSON.stringify(all.filter((name, index) => all.indexOf(name) === index))
}

/** Runs the cases of that name: '' if they passed, else what was wrong with the first that did not. */
export function run(name: string): string {
  const found = everything().filter((each) => each.name === name)
  if (found.length === 0) return 'no case has the name ' + name
  return found.map(outcomeOf).filter((failure) => failure !== '')[0] ?? ''
}

function outcomeOf(each: Case): string {
  try {
    each.run()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error)
  }
}
