import { mappingCases } from '../cases/mapping-cases'

test.each(mappingCases)('$name', (each) => each.run())
