import fc from 'fast-check'
import { matches } from '../../src/filter/evaluate'
import type { Filter } from '../../src/filter/filter'
import { parseFilter } from '../../src/filter/parse-filter'
import { planFilter } from '../../src/filter/plan'
import { parsePath } from '../../src/path/parse-path'
import { userType } from '../../src/schema/resource-type'
import { outcome } from '../cases/case'
import { anyObject, anyText, bounded, filters, nearlyFilters, paths } from './arbitraries'
import { writeFilter, writePath } from './write-filter'

/** Any other error than a ScimError goes on and fails the property. */
function attempt<T>(work: () => T): T | undefined {
  const result = outcome(work)
  return typeof result === 'string' ? undefined : result
}

test('a filter that is written down is read as the same filter', () => {
  const property = fc.property(filters, (filter) => {
    expect(parseFilter(writeFilter(filter), userType)).toEqual(filter)
  })
  fc.assert(property, bounded(500))
})

test('a path that is written down is read as the same path', () => {
  const property = fc.property(paths, (path) => {
    expect(parsePath(writePath(path), userType, 'path')).toEqual(path)
  })
  fc.assert(property, bounded(300))
})

test('whatever is read as a filter is read so again from its written form', () => {
  const property = fc.property(fc.oneof(nearlyFilters, anyText), (text) => {
    const filter = attempt(() => parseFilter(text, userType))
    if (filter) expect(parseFilter(writeFilter(filter), userType)).toEqual(filter)
  })
  fc.assert(property, bounded(3000))
})

test('whatever is read as a path is read so again from its written form', () => {
  const property = fc.property(fc.oneof(nearlyFilters, anyText), (text) => {
    const path = attempt(() => parsePath(text, userType, 'path'))
    if (path && path.attribute !== '')
      expect(parsePath(writePath(path), userType, 'path')).toEqual(path)
  })
  fc.assert(property, bounded(3000))
})

test('a filter and its denial never both match, and one of them does', () => {
  const property = fc.property(filters, anyObject, (filter, resource) => {
    const denied: Filter = { kind: 'not', filter }
    const both = [filter, denied].map((one) => matches(one, resource, userType))
    expect(both.sort()).toEqual([false, true])
  })
  fc.assert(property, bounded(500))
})

test('every filter can be planned', () => {
  const property = fc.property(filters, (filter) => {
    attempt(() => planFilter(filter, userType))
  })
  fc.assert(property, bounded(500))
})
