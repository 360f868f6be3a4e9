import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useServices } from './services'

/** Knows whether any form on the page holds changes that were not saved. */
export interface Unsaved {
  readonly report: (form: object, isDirty: boolean) => void
  readonly isDirty: () => boolean
  readonly forget: () => void
}

const UnsavedContext = createContext<Unsaved | undefined>(undefined)

/** The browser asks before the page is closed or reloaded while a form is dirty. */
export function UnsavedProvider(props: { readonly children: ReactNode }) {
  const { host } = useServices()
  const dirtyForms = useRef(new Set<object>())
  const unsaved = useMemo<Unsaved>(
    () => ({
      report: (form, isDirty) =>
        void (isDirty ? dirtyForms.current.add(form) : dirtyForms.current.delete(form)),
      isDirty: () => dirtyForms.current.size > 0,
      forget: () => dirtyForms.current.clear(),
    }),
    [],
  )
  useEffect(() => host.askBeforeUnload(unsaved.isDirty), [host, unsaved])
  return <UnsavedContext.Provider value={unsaved}>{props.children}</UnsavedContext.Provider>
}

export function useUnsaved(): Unsaved {
  const unsaved = useContext(UnsavedContext)
  if (!unsaved) throw new Error('useUnsaved outside UnsavedProvider')
  return unsaved
}

/** Tells the page that this form is dirty, until it is not or is gone. */
export function useReportDirty(isDirty: boolean): void {
  const unsaved = useUnsaved()
  const form = useRef({})
  useEffect(() => {
    const key = form.current
    unsaved.report(key, isDirty)
    return () => unsaved.report(key, false)
  }, [unsaved, isDirty])
}
