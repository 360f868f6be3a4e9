import type { ProviderId } from '@settings'
import { defaultDialect } from './default'
import type { Dialect } from './dialect'
import { miniorange } from './miniorange'
import { lacksSchemas } from './rewrite-body'
import { invalidSyntax } from '../scim-error'

/** For clients that hold to the RFC: `schemas` left out is a mistake that they want to hear of. */
const custom: Dialect = {
  policies: { ...defaultDialect.policies, schemasOptional: false },
  rewrite: (request) => {
    if (lacksSchemas(request)) throw invalidSyntax('schemas: is missing (RFC 7644 section 3.1)')
    return defaultDialect.rewrite(request)
  },
}

/** A 403 puts a whole Entra job into quarantine; 400 is kept with the one user. */
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
