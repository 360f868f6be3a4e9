import { defaultDialect } from './default'
import type { Dialect } from './dialect'

/**
 * OneLogin: names of SCIM 1, `managerId`, a misspelt attribute (test/exchanges/onelogin/scim-v2.json, old-template.json):
 * its template is written by hand. The default takes the same from anybody: name-aliases.ts.
 */
export const onelogin: Dialect = defaultDialect
