import { hostPorts } from '../../src/ports/host'
import { memoryHost } from '../fakes/memory-host'
import { memoryWorld } from '../fakes/memory-world'
import { contractCases } from './all'

describe('ports in memory', () => {
  test.each(contractCases(memoryWorld().ports))('$name', (each) => each.run())
})

describe('ports over the one function of the shell', () => {
  const ports = hostPorts(memoryHost(memoryWorld().ports))
  test.each(contractCases(ports))('$name', (each) => each.run())
})
