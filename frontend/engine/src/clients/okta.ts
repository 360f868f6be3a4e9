import { defaultDialect } from './default'
import type { Dialect } from './dialect'

/**
 * Okta: a token without `Bearer`, a placeholder password, what was read sent back by PUT, `id` within a PATCH
 * (test/exchanges/okta/catalogue-app.json, wizard-app.json). The RFC allows it or the default takes it from anybody.
 */
export const okta: Dialect = defaultDialect
