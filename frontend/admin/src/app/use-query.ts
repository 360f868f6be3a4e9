import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '@settings'
import { problemOf } from './admin-problem'

/** One request's state. While it is read again the last value stays, with the problem of a failed try beside it. */
export interface Query<T> {
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly isLoading: boolean
  readonly reload: () => Promise<void>
  /** Puts in a value that the server has just given in another answer. */
  readonly put: (change: (value: T) => T) => void
}

interface QueryState<T> {
  readonly key: string
  readonly value?: T | undefined
  readonly problem?: Problem | undefined
  readonly isLoading: boolean
}

/**
 * Reads `load()` at first and whenever `key` changes. An answer that was asked for before a newer question or a `put`
 * is dropped, so that a slow poll never shows an older state.
 */
export function useQuery<T>(key: string, load: () => Promise<T>): Query<T> {
  const [state, setState] = useState<QueryState<T>>({ key, isLoading: true })
  const turn = useRef(0)
  const loadNow = useRef(load)
  loadNow.current = load

  const reload = useCallback(async () => {
    const mine = ++turn.current
    setState((last) => ({ ...(last.key === key ? last : {}), key, isLoading: true }))
    const next = await settle(loadNow.current)
    if (mine !== turn.current) return
    setState((last) => ({ value: last.value, ...next, key, isLoading: false }))
  }, [key])

  const put = useCallback((change: (value: T) => T) => {
    turn.current++
    setState((last) =>
      last.value === undefined
        ? last
        : { key: last.key, value: change(last.value), isLoading: false },
    )
  }, [])

  useEffect(() => {
    void reload()
    const turns = turn
    return () => void turns.current++
  }, [reload])

  const current = state.key === key ? state : { key, isLoading: true }
  return {
    value: current.value,
    problem: current.problem,
    isLoading: current.isLoading,
    reload,
    put,
  }
}

async function settle<T>(load: () => Promise<T>): Promise<{ value: T } | { problem: Problem }> {
  try {
    return { value: await load() }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}
