/** Lets the browser ask before the page is closed or reloaded, while `isDirty` says so. Returns what ends it. */
export function askBeforeUnload(window: Window, isDirty: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
