import type { SystemView } from '@settings'
import { texts } from '../../app/texts'

type FactName = keyof typeof texts.system.facts

const FACTS = Object.entries(texts.system.facts) as readonly (readonly [FactName, string])[]

/** Name and value of each fact about this Crowd, in the order of the page. */
export function systemFacts(system: SystemView): readonly (readonly [string, string])[] {
  return FACTS.map(([key, name]) => [name, system[key] === '' ? texts.system.unknown : system[key]])
}

/** The panel as text for a support request: one line a fact, one line a service. */
export function systemText(system: SystemView): string {
  const facts = systemFacts(system).map(([name, value]) => `${name}: ${value}`)
  const rows = system.rows.map(({ name, found, detail }) => {
    const mark = found ? texts.system.found : texts.system.absent
    return `${mark}: ${name}${detail === '' ? '' : ` (${detail})`}`
  })
  return [`${texts.product}`, ...facts, '', ...rows].join('\n')
}
