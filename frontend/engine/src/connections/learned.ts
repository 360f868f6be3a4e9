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
import type { Context } from './context'

/** The attributes outside the schemas that the connection's client has sent. */
export function readLearned(ports: Ports, connectionId: string): Learned {
  return parsed(ports.settings.read(learnedKey(connectionId)))
}

function parsed(text: string | undefined): Learned {
  if (text === undefined || text.length > longestLearned) return nothingLearned
  try {
    return { ...nothingLearned, ...(JSON.parse(text) as Partial<Learned>) }
  } catch {
    return nothingLearned
  }
}

/**
 * Notes what a document has beside its schemas, before it is stored: what is shown is declared. Writes only what is new.
 */
export function noteLearned(
  { ports, connection }: Pick<Context, 'ports' | 'connection'>,
  type: ResourceType,
  document: JsonObject,
): void {
  const found = unknownAttributes(type, document)
  if (found.length === 0) return
  if (!addLearned(readLearned(ports, connection.id)[type.name], found)) return
  const key = learnedKey(connection.id)
  ports.locks.holding([key], () => {
    const learned = parsed(ports.settings.readFresh(key))
    const all = addLearned(learned[type.name], found)
    if (!all) return
    const text = JSON.stringify({ ...learned, [type.name]: all })
    if (text.length <= longestLearned) ports.settings.write(key, text)
  })
}

/** Takes away what was noted of a connection. */
export function forgetLearned(ports: Ports, connectionId: string): void {
  ports.settings.write(learnedKey(connectionId), undefined)
}

function learnedKey(connectionId: string): string {
  return 'scim.' + connectionId + '.learned'
}
