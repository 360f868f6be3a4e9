import type { StoredSettings } from '../connections/stored-settings'
import type { Exchange } from '../exchange'
import type { Ports } from '../ports/ports'
import type { AdminRequest } from './admin-context'
import { AdminError } from './admin-error'
import { matchPath } from './match-path'
import { routes, type Route } from './routes'

export interface RoutedRequest {
  readonly route: Route
  readonly request: AdminRequest
}

/** Finds the route and reads path, query and body. Throws AdminError 400, 404 or 405. */
export function readAdminRequest(
  exchange: Exchange,
  settings: StoredSettings,
  ports: Ports,
): RoutedRequest {
  const { route, values } = findRoute(exchange)
  const query = readQuery(exchange.query)
  return { route, request: { ports, settings, values, query, body: readBody(exchange) } }
}

function findRoute(exchange: Exchange): {
  readonly route: Route
  readonly values: Readonly<Record<string, string>>
} {
  const parts = exchange.path.split('/').filter((part) => part !== '')
  if (parts[0] !== 'api') throw new AdminError(404, 'There is nothing at this address')
  const rest = parts.slice(1).map(decoded)
  let isKnown = false
  for (const route of routes) {
    const values = matchPath(route.path, rest)
    if (values && route.method === exchange.method) return { route, values }
    isKnown = isKnown || values !== undefined
  }
  throw isKnown
    ? new AdminError(405, exchange.method + ' is not possible here')
    : new AdminError(404, 'There is nothing at this address')
}

function readQuery(query: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>
  for (const part of query.split('&')) {
    const equals = part.indexOf('=')
    if (equals > 0) values[decoded(part.slice(0, equals))] = decoded(part.slice(equals + 1))
  }
  return values
}

function readBody(exchange: Exchange): unknown {
  if (exchange.body === '') return undefined
  try {
    return JSON.parse(exchange.body) as unknown
  } catch {
    throw new AdminError(400, 'The body is not JSON')
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    throw new AdminError(400, 'The address is not percent-encoded')
  }
}
