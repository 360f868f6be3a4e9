import { defaultDialect } from './default'
import type { Dialect } from './dialect'

/**
 * Entra ID: a 403 puts the whole job into quarantine, so a refusal by rule is a 400, which stays with the one user
 * (test/exchanges/entra/import-off.json). With and without `aadOptscim062020` it is one dialect, since provision on demand
 * leaves the flag out (test/exchanges/entra/with-aadOptscim062020.json).
 */
export const entra: Dialect = {
  ...defaultDialect,
  policies: { ...defaultDialect.policies, refusalStatus: 400 },
}
