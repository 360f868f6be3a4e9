import fc from 'fast-check'
import { isObject, ownValue, type JsonObject } from '../../src/json'
import { readGroupPatch, readGroupPut, readNewGroup } from '../../src/patch/read-group'
import { readNewUser, readUserPatch, readUserPut } from '../../src/patch/read-user'
import { enterpriseUserUrn } from '../../src/schema/enterprise-user'
import { outcome } from '../cases/case'
import { anyObject, anyText, bounded, operations, patches } from './arbitraries'

const stored: JsonObject = {
  userName: 'ada',
  active: true,
  title: 'Countess',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [
    { value: 'a@work', type: 'work', primary: true },
    { value: 'a@home', type: 'home' },
  ],
  [enterpriseUserUrn]: { department: 'Engines', manager: { value: '1' } },
}

/** Throws what is no ScimError; gives undefined for a refusal. */
function attempt<T>(work: () => T): T | undefined {
  const result = outcome(work)
  return typeof result === 'string' ? undefined : result
}

test('any body is taken or refused in our words, and reaches no prototype', () => {
  const property = fc.property(anyObject, patches, (body, patch) => {
    attempt(() => readNewUser({ userName: 'x', ...body }))
    attempt(() => readUserPut(body, stored))
    attempt(() => readUserPatch(patch, stored))
    attempt(() => readNewGroup({ displayName: 'g', ...body }))
    attempt(() => readGroupPut(body, { displayName: 'g' }))
    attempt(() => readGroupPatch(patch, { displayName: 'g' }))
    expect(Object.keys(Object.prototype)).toEqual([])
  })
  fc.assert(property, bounded(1000))
})

test('a PATCH never changes the stored document that it is given', () => {
  const before = JSON.stringify(stored)
  const property = fc.property(patches, (patch) => {
    attempt(() => readUserPatch(patch, stored))
    expect(JSON.stringify(stored)).toBe(before)
  })
  fc.assert(property, bounded(500))
})

/**
 * True if a list holds an element that is no value yet, such as `{type: "work"}`. PATCH lets it stand, since its value
 * may come in the next operation; PUT takes it for nothing.
 */
function hasBareValue(document: JsonObject): boolean {
  const lists = Object.values(document).filter((value) => Array.isArray(value))
  return lists
    .flat()
    .some((element) => isObject(element) && ownValue(element, 'value') === undefined)
}

test('what a PATCH made is a document that PUT takes as it is', () => {
  const property = fc.property(patches, (patch) => {
    const change = attempt(() => readUserPatch(patch, stored))
    if (!change || hasBareValue(change.document)) return
    const put = readUserPut(change.document, change.document)
    expect(put).toMatchObject({ document: change.document, changed: false })
  })
  fc.assert(property, bounded(1000))
})

// RFC 7644 §3.5.2.1 to 3: what is there already is not added again, what is gone is not removed again, and a value
// replaced by itself is no change. A path with brackets may choose other values the second time, so it is left out.
test('one operation without brackets, sent twice, changes nothing the second time', () => {
  const plain = operations.filter((operation) => !JSON.stringify(operation).includes('['))
  const property = fc.property(plain, (operation) => {
    const patch = { Operations: [operation] }
    const once = attempt(() => readUserPatch(patch, stored))
    if (!once) return
    const twice = readUserPatch(patch, once.document)
    expect(twice).toMatchObject({ document: once.document, changed: false })
  })
  fc.assert(property, bounded(2000))
})

test('an e-mail chosen by its type takes a value once', () => {
  const property = fc.property(
    fc.constantFrom('add', 'replace'),
    fc.constantFrom('work', 'home', 'other'),
    anyText.filter((text) => text.trim() !== ''),
    (op, type, value) => {
      const path = `emails[type eq "${type}"].value`
      const patch = { Operations: [{ op, path, value }] }
      const once = attempt(() => readUserPatch(patch, stored))
      if (once) expect(readUserPatch(patch, once.document)).toMatchObject({ changed: false })
    },
  )
  fc.assert(property, bounded(500))
})
