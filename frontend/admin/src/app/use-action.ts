import { useState } from 'react'
import type { Problem } from '@settings'
import { problemOf } from './admin-problem'

/** A change that was asked for by a click: whether it is under way, and what went wrong with the last try. */
export interface Action {
  readonly isRunning: boolean
  readonly problem: Problem | undefined
  /** Runs it; true when it was done. */
  readonly run: (change: () => Promise<void>) => Promise<boolean>
  readonly clear: () => void
}

export function useAction(): Action {
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (change: () => Promise<void>) => {
    setRunning(true)
    setProblem(undefined)
    try {
      await change()
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      setRunning(false)
    }
  }
  return { isRunning, problem, run, clear: () => setProblem(undefined) }
}
