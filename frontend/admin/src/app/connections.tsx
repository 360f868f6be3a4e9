import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { ConnectionView, Overview } from '@settings'
import { useServices } from './services'
import { useQuery, type Query } from './use-query'

/** All connections as the server has them, and the tokens that were made on this page and not put away yet. */
export interface Connections {
  readonly query: Query<Overview>
  /** Takes over one connection from another answer; a new one goes to the end. */
  readonly put: (connection: ConnectionView) => void
  readonly remove: (id: string) => void
  /** The token to be shown for a connection; undefined when there is none. It is kept in this page's memory only. */
  readonly shownToken: (connection: string) => ShownToken | undefined
  readonly showToken: (connection: string, token: ShownToken) => void
  readonly hideToken: (connection: string) => void
}

export interface ShownToken {
  readonly id: string
  readonly token: string
}

type ShownTokens = ReadonlyMap<string, ShownToken>

const ConnectionsContext = createContext<Connections | undefined>(undefined)

export function ConnectionsProvider(props: { readonly children: ReactNode }) {
  const { client } = useServices()
  const query = useQuery('overview', client.overview)
  const [tokens, setTokens] = useState<ShownTokens>(new Map())
  const connections = useMemo<Connections>(
    () => ({
      query,
      put: (connection) => query.put((overview) => withConnection(overview, connection)),
      remove: (id) => query.put((overview) => withoutConnection(overview, id)),
      shownToken: (connection) => tokens.get(connection),
      showToken: (connection, token) =>
        setTokens((shown) => new Map([...shown, [connection, token]])),
      hideToken: (connection) =>
        setTokens((shown) => new Map([...shown].filter(([id]) => id !== connection))),
    }),
    [query, tokens],
  )
  return (
    <ConnectionsContext.Provider value={connections}>{props.children}</ConnectionsContext.Provider>
  )
}

export function useConnections(): Connections {
  const connections = useContext(ConnectionsContext)
  if (!connections) throw new Error('useConnections outside ConnectionsProvider')
  return connections
}

function withConnection(overview: Overview, connection: ConnectionView): Overview {
  const isKnown = overview.connections.some(({ id }) => id === connection.id)
  const connections = isKnown
    ? overview.connections.map((each) => (each.id === connection.id ? connection : each))
    : [...overview.connections, connection]
  return { ...overview, connections }
}

function withoutConnection(overview: Overview, id: string): Overview {
  return { ...overview, connections: overview.connections.filter((each) => each.id !== id) }
}
