import { languageCases } from './cases/language-cases'

test.each(languageCases)('$name', (each) => each.run())
