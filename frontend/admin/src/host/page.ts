import type { Page } from './host'

/** Reads what the servlet wrote on the root element. */
export function readPage(root: HTMLElement, address: string): Page {
  const { api = '', xsrf = '', user = '', context = '' } = root.dataset
  return { api: api.replace(/\/+$/, ''), xsrf, user, context, address }
}
