import type { Banner, Overview, SystemView } from '@settings'
import type { AdminAnswer, AdminRequest } from './admin-context'
import { connectionView } from './connection-view'

/** GET /overview */
export function showOverview({ ports, settings }: AdminRequest): AdminAnswer {
  const baseUrl = ports.crowd.baseUrl()
  const { connections } = settings.fresh()
  const applications = ports.crowd.applications()
  const body: Overview = {
    connections: connections.map((connection) => connectionView(connection, ports, applications)),
    baseUrl,
    warnings: baseUrlWarnings(baseUrl),
  }
  return { status: 200, body }
}

/** GET /system */
export function showSystem({ ports }: AdminRequest): AdminAnswer {
  const body: SystemView = { ...ports.crowd.system(), baseUrl: ports.crowd.baseUrl() }
  return { status: 200, body }
}

const where = 'It is set in Crowd’s administration, under General.'

/** A base URL that an identity provider can't reach, or that would carry the token in the clear. */
export function baseUrlWarnings(baseUrl: string): readonly Banner[] {
  const [scheme, host] = [baseUrl.split(':')[0]?.toLowerCase(), hostOf(baseUrl)]
  const warnings: Banner[] = []
  if (isLocal(host))
    warnings.push({
      kind: 'warning',
      code: 'baseUrlLocalhost',
      title: 'Crowd’s base URL is on this machine only',
      text: `No identity provider can reach ${baseUrl}. ${where}`,
    })
  if (scheme !== 'https')
    warnings.push({
      kind: 'warning',
      code: 'baseUrlHttp',
      title: 'Crowd’s base URL is not https',
      text: `The token would travel unencrypted, and most identity providers refuse ${baseUrl}. ${where}`,
    })
  return warnings
}

function hostOf(url: string): string {
  const authority = (url.split('://')[1] ?? '').split('/')[0] ?? ''
  const isBracketed = authority.charAt(0) === '['
  return (
    isBracketed ? authority.split(']')[0] + ']' : (authority.split(':')[0] ?? '')
  ).toLowerCase()
}

function isLocal(host: string): boolean {
  return (
    ['', 'localhost', '[::1]', '0.0.0.0'].includes(host) ||
    host.indexOf('127.') === 0 ||
    host.slice(-'.localhost'.length) === '.localhost'
  )
}
