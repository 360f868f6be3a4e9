import type { ProviderId } from '@settings'
import { defaultDialect } from './default'
import type { Dialect } from './dialect'
import { miniorange } from './miniorange'

/** For clients that hold to the RFC: what they leave out is a mistake that they want to hear of. */
const custom: Dialect = {
  ...defaultDialect,
  policies: { ...defaultDialect.policies, schemasOptional: false },
}

/** A 403 puts a whole Entra job into quarantine; 400 is kept with the one user (idp-clients: Entra). */
const entra: Dialect = {
  ...defaultDialect,
  policies: { ...defaultDialect.policies, refusalStatus: 400 },
}

const dialects: Readonly<Record<ProviderId, Dialect>> = {
  miniorange,
  entra,
  okta: defaultDialect,
  onelogin: defaultDialect,
  jumpcloud: defaultDialect,
  ping: defaultDialect,
  google: defaultDialect,
  oracle: defaultDialect,
  keycloak: defaultDialect,
  custom,
}

export function dialectOf(provider: ProviderId): Dialect {
  return dialects[provider]
}
