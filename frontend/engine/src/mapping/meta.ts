import type { JsonObject } from '../json'

/** `meta` of a resource (RFC 7643 §3.1); times in milliseconds since 1970. */
export function metaOf(
  resourceType: 'User' | 'Group',
  resource: { readonly id: string; readonly created: number; readonly modified: number },
  baseUrl: string,
): JsonObject {
  return {
    resourceType,
    created: new Date(resource.created).toISOString(),
    lastModified: new Date(Math.max(resource.created, resource.modified)).toISOString(),
    location: locationOf(resourceType, resource.id, baseUrl),
  }
}

export function locationOf(resourceType: 'User' | 'Group', id: string, baseUrl: string): string {
  return baseUrl + '/' + resourceType + 's/' + encodeURIComponent(id)
}
