import { Session } from 'node:inspector'

/**
 * How much of the engine's code runs: the counts of all its blocks, as V8 counts them for coverage. The same in every run,
 * on every machine.
 */
export function countSteps(work: () => unknown): number {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  let steps = 0
  try {
    work()
  } finally {
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error
      for (const { url, functions } of taken.result)
        if (url.includes('/engine/src/'))
          for (const { ranges } of functions) for (const { count } of ranges) steps += count
    })
    session.disconnect()
  }
  return steps
}
