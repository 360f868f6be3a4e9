import type { Cut } from '../fakes/memory-calls'
import { atRest } from './at-rest'
import { idsOf, scenarios, start, type Scenario } from './walk-scenarios'

/** Every request, cut before and after every single call of Crowd and sent again, ends as if nothing had happened. */
describe.each(scenarios)('cut walk: $name', (scenario) => {
  const uncut = run(scenario)

  it('ends right after a call that failed before or after its effect', () => {
    expect(uncut.calls).toBeGreaterThan(2)
    for (const cut of cuts(uncut)) checkCut(scenario, uncut, cut)
  })

  it('ends right after the node died before or after any call', () => {
    for (const cut of cuts(uncut)) checkCut(scenario, uncut, { ...cut, lasts: true })
  })

  it('changes nothing when it is sent once more', () => {
    const connection = start(scenario)
    const request = scenario.request(idsOf(connection))
    connection.send(request)
    connection.try(request)
    expect(atRest(connection)).toEqual(uncut.end)
  })
})

interface Uncut {
  readonly calls: number
  readonly status: number
  readonly end: unknown
}

function cuts(uncut: Uncut): readonly Cut[] {
  const all: Cut[] = []
  for (let call = 1; call <= uncut.calls; call++) {
    all.push({ call, when: 'before' }, { call, when: 'after' })
  }
  return all
}

function run(scenario: Scenario): Uncut {
  const connection = start(scenario)
  const { status } = connection.send(scenario.request(idsOf(connection)))
  const calls = connection.world.calls.list().length
  return { calls, status, end: atRest(connection) }
}

function checkCut(scenario: Scenario, uncut: Uncut, cut: Cut): void {
  const connection = start(scenario)
  const request = scenario.request(idsOf(connection))
  connection.world.calls.cutAt(cut)
  const first = connection.try(request)
  connection.world.calls.cutAt(undefined)
  const retried = connection.try(request).status
  const place = { cut, first: first.status }
  expect({ ...place, end: atRest(connection) }).toEqual({ ...place, end: uncut.end })
  expect([uncut.status].concat(scenario.retryMay ?? [])).toContain(retried)
  expect(connection.world.heldLocks()).toEqual([])
}
