/** The themes are a static stylesheet here (webpack alias): no theme is ever imported at run time. */
export const themeImportMap: Record<string, () => Promise<{ default: string }>> = {}

// The aliased module has a default export, so this file must have one too.
export default themeImportMap
