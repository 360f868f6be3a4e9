import { createContext, useContext, type ReactNode } from 'react'
import type { Host } from '../host/host'
import type { AdminClient } from './admin-client'

/** What every part of the page may use: the browser around it and the admin API. */
export interface Services {
  readonly host: Host
  readonly client: AdminClient
}

const ServicesContext = createContext<Services | undefined>(undefined)

export function ServicesProvider(props: {
  readonly services: Services
  readonly children: ReactNode
}) {
  return (
    <ServicesContext.Provider value={props.services}>{props.children}</ServicesContext.Provider>
  )
}

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('useServices outside ServicesProvider')
  return services
}
