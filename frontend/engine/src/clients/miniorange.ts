import { defaultDialect } from './default'
import type { Dialect } from './dialect'

/**
 * miniOrange: the id in a path may be an externalId, a userName or an e-mail (test/exchanges/miniorange/provisioning-app.json
 * and saml-app.json, their last steps). That and everything else is what the default takes from anybody.
 */
export const miniorange: Dialect = defaultDialect
