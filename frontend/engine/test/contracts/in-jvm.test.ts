import { memoryHost } from '../fakes/memory-host'
import { memoryWorld } from '../fakes/memory-world'

/** The bundle's own door, as the JVM uses it. */
describe('names and run', () => {
  const world = globalThis as { hostCall?: unknown }
  world.hostCall = memoryHost(memoryWorld().ports)
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- hostCall must be there first
  const { names, run } = require('../in-jvm') as typeof import('../in-jvm')
  const all = JSON.parse(names()) as readonly string[]

  it('names every case once', () => {
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
  })

  it('runs each of them', () => {
    expect(all.map(run).filter((failure) => failure !== '')).toEqual([])
  })

  it('says what it does not know', () => {
    expect(run('nothing')).toBe('no case has the name nothing')
  })
})
