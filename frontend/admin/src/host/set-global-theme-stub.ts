/** The themes are a static stylesheet here (webpack alias): nothing is loaded at run time. */
export function setGlobalTheme(): Promise<() => void> {
  return Promise.resolve(() => undefined)
}

// The aliased module has a default export, so this file must have one too.
export default setGlobalTheme
