import type { Exchange } from '../exchange'
import type { ScimRequest } from './scim-request'

export function readRequest(exchange: Exchange, pathAfterConnection: string): ScimRequest {
  throw new Error('not written yet' + exchange.id + pathAfterConnection)
}
