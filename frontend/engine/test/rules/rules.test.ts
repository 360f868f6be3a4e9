import { rulesCases } from '../cases/rules-cases'

test.each(rulesCases)('$name', (each) => each.run())
