import { matches } from '../../src/filter/evaluate'
import { parseFilter } from '../../src/filter/parse-filter'
import { planFilter } from '../../src/filter/plan'
import type { JsonObject } from '../../src/json'
import { readGroupPatch } from '../../src/patch/read-group'
import { readNewUser, readUserPatch, readUserPut } from '../../src/patch/read-user'
import { parsePath } from '../../src/path/parse-path'
import { readRequest } from '../../src/protocol/read-request'
import { userType } from '../../src/schema/resource-type'
import { assertSame, outcome, type Case } from './case'
import { exchange } from './request-cases'

/** Numbers that look random and are the same in every run and every engine. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

const pieces: readonly string[] = [
  'userName',
  'emails',
  'emails.value',
  '[',
  ']',
  '(',
  ')',
  'type',
  'eq',
  'ne',
  'and',
  'or',
  'not',
  'pr',
  'co',
  '"work"',
  '"a',
  "'b'",
  "'",
  '\\',
  '"\\u00"',
  'true',
  'null',
  '5',
  '.value',
  '.',
  'active',
  '__proto__',
  'urn:',
  'urn:ietf:params:scim:schemas:core:2.0:User',
  ':',
  'manager',
  'meta.created',
  '"2026-01-01"',
  '\u0000',
  '😀',
  ' ',
]

const names: readonly string[] = [
  'userName',
  'active',
  'name',
  'emails',
  'members',
  'groups',
  'id',
  'op',
  'path',
  'value',
  'Operations',
  'constructor',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  'manager',
  'emails[type eq "work"].value',
  'a.b',
  'schemas',
  '',
  ' ',
  'type',
  'primary',
  'password',
  'urn:x',
  'hasOwnProperty',
  'toString',
]

const scalars: readonly JsonObject[string][] = [
  null,
  true,
  false,
  0,
  -1.5,
  '',
  'add',
  'Replace',
  'remove',
  'emails',
  'x',
  'True',
  'active',
  'name.givenName',
  'members[value eq "u"]',
  'emails[type eq "work"]',
  '\u0000',
  '\ud800',
]

function text(random: (below: number) => number): string {
  let made = ''
  for (let n = random(12); n >= 0; n--)
    made += (pieces[random(pieces.length)] as string) + (random(3) ? ' ' : '')
  return made
}

function value(random: (below: number) => number, depth: number): JsonObject[string] {
  const kind = depth === 0 ? 9 : random(10)
  if (kind === 0) return [value(random, depth - 1), value(random, depth - 1)]
  if (kind < 4) return object(random, depth - 1)
  if (kind === 4) return [object(random, depth - 1)]
  return scalars[random(scalars.length)] as JsonObject[string]
}

function object(random: (below: number) => number, depth: number): JsonObject {
  const made: { [name: string]: JsonObject[string] } = {}
  for (let n = random(4); n >= 0; n--)
    made[names[random(names.length)] as string] = value(random, depth)
  return made
}

const stored: JsonObject = {
  userName: 'ada',
  active: true,
  emails: [{ value: 'a', type: 'work', primary: true }],
  name: { givenName: 'A' },
}

/** Whatever comes, the answer is a result or a ScimError; `outcome` lets any other error go on. */
function survives(
  name: string,
  rounds: number,
  run: (random: (below: number) => number) => void,
): Case {
  return {
    name: 'hostile: ' + name,
    run: () => {
      const random = numbers(42)
      for (let round = 0; round < rounds; round++) run(random)
      assertSame(({} as JsonObject)['admin'], undefined)
    },
  }
}

export const hostileCases: readonly Case[] = [
  survives('filters', 2000, (random) => {
    const source = text(random)
    outcome(() => {
      const filter = parseFilter(source, userType)
      planFilter(filter, userType)
      matches(filter, stored, userType)
    })
  }),
  survives('paths', 2000, (random) => {
    const path = text(random)
    outcome(() => parsePath(path, userType, 'path'))
  }),
  survives('new users', 500, (random) => {
    const body = object(random, 4)
    outcome(() => readNewUser({ userName: 'x', ...body }))
  }),
  survives('users put', 500, (random) => {
    const body = object(random, 4)
    outcome(() => readUserPut(body, stored))
  }),
  survives('users patched', 500, (random) => {
    const operation = {
      op: (['add', 'Replace', 'remove'] as const)[random(3)] as string,
      path: random(2) ? text(random) : (scalars[random(scalars.length)] as string),
      value: value(random, 4),
    }
    const operations = [operation, object(random, 3)].slice(0, 1 + random(2))
    outcome(() => readUserPatch({ Operations: operations }, stored))
    outcome(() => readGroupPatch({ Operations: operations }, { displayName: 'g' }))
  }),
  survives('broken bodies', 500, (random) => {
    const body = JSON.stringify(object(random, 4))
    const cut = body.slice(0, random(body.length)) + (pieces[random(pieces.length)] as string)
    outcome(() => readRequest(exchange('POST', '', cut), '/Users'))
  }),
  survives('addresses', 500, (random) => {
    const path =
      '/' +
      text(random)
        .split(' ')
        .join(random(2) ? '/' : '%')
    outcome(() => readRequest(exchange('GET', text(random).split(' ').join('&')), path))
  }),
]
