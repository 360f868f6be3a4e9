import type { JsonObject } from '../json'
import type { Ports } from '../ports/ports'
import {
  addLearned,
  longestLearned,
  nothingLearned,
  unknownAttributes,
  type Learned,
} from '../schema/learned'
import type { ResourceType } from '../schema/resource-type'

/** The attributes outside the schemas that the connection's client has sent. */
export function readLearned(ports: Ports, connectionId: string): Learned {
  const text = ports.settings.read(learnedKey(connectionId))
  if (text === undefined || text.length > longestLearned) return nothingLearned
  try {
    return { ...nothingLearned, ...(JSON.parse(text) as Partial<Learned>) }
  } catch {
    return nothingLearned
  }
}

/** Notes what a resource, as it was answered, has beside its schemas; writes only what is new. */
export function noteLearned(
  ports: Ports,
  connectionId: string,
  type: ResourceType,
  resource: JsonObject,
): void {
  const found = unknownAttributes(type, resource)
  if (found.length === 0) return
  const learned = readLearned(ports, connectionId)
  const all = addLearned(learned[type.name], found)
  if (!all) return
  const text = JSON.stringify({ ...learned, [type.name]: all })
  if (text.length <= longestLearned) ports.settings.write(learnedKey(connectionId), text)
}

/** Takes away what was noted of a connection. */
export function forgetLearned(ports: Ports, connectionId: string): void {
  ports.settings.write(learnedKey(connectionId), undefined)
}

function learnedKey(connectionId: string): string {
  return 'scim.' + connectionId + '.learned'
}
