import { memoryWorld } from '../fakes/memory-world'
import { contractCases } from './all'

describe('ports in memory', () => {
  test.each(contractCases(memoryWorld().ports))('$name', (each) => each.run())
})
