import type { Answer, Exchange } from '../exchange'
import { storedSettings } from '../connections/stored-settings'
import type { Ports } from '../ports/ports'
import { answerAdmin } from './admin-door'
import { answerScim } from './scim-door'

/** Answers one exchange; never throws. */
export type Door = (exchange: Exchange) => Answer

/** The engine around its ports. Remembers nothing but the last parsed settings text. */
export function createDoor(ports: Ports): Door {
  const settings = storedSettings(ports)
  return (exchange) =>
    exchange.door === 'admin'
      ? answerAdmin(exchange, settings, ports)
      : answerScim(exchange, settings, ports)
}
