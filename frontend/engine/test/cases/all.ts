import type { Case } from './case'
import { languageCases } from './language-cases'
import { mappingCases } from './mapping-cases'
import { rulesCases } from './rules-cases'

/** Every table of cases of the engine's own: add a table here and it runs in Node and inside the JVM. */
export const allCases: readonly Case[] = languageCases.concat(mappingCases).concat(rulesCases)
