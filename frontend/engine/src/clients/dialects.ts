import type { ProviderId } from '@settings'
import { custom } from './custom'
import { defaultDialect } from './default'
import type { Dialect } from './dialect'
import { entra } from './entra'
import { miniorange } from './miniorange'
import { okta } from './okta'
import { onelogin } from './onelogin'

const dialects: Readonly<Record<ProviderId, Dialect>> = {
  miniorange,
  entra,
  okta,
  onelogin,
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
