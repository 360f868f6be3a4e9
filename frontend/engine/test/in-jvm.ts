import { hostPorts, type HostCall } from '../src/ports/host'
import type { Case } from './cases/case'
import { allCases } from './cases/all'
import { contractCases } from './contracts/all'

/** Given by the shell before this script is loaded. */
declare const hostCall: HostCall

function everything(): readonly Case[] {
  return allCases.concat(contractCases(hostPorts(hostCall)))
}

/** The names of all cases, as a JSON array. */
export function names(): string {
  return JSON.stringify(everything().map((each) => each.name))
}

/** Runs the case of that name: '' if it passed, else what was wrong. */
export function run(name: string): string {
  for (const each of everything()) {
    if (each.name === name) return outcomeOf(each)
  }
  return 'no case has the name ' + name
}

function outcomeOf(each: Case): string {
  try {
    each.run()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error)
  }
}
