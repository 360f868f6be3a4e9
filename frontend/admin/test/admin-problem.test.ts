import { AdminProblem, problemOf, toProblem } from '../src/app/admin-problem'

const issue = { path: 'scim.appName', message: 'is required' }

const cases = [
  {
    answer: { status: 400, body: { message: 'Look', issues: [issue], correlationId: 'c' } },
    problem: { status: 400, message: 'Look', issues: [issue], correlationId: 'c' },
  },
  {
    answer: { status: 400, body: { message: 7, issues: [null, 'x', { path: 'a' }, issue] } },
    problem: {
      status: 400,
      message: expect.stringContaining('HTTP 400'),
      issues: [issue],
      correlationId: '',
    },
  },
  {
    answer: { status: 404, body: null },
    problem: {
      status: 404,
      message: expect.stringContaining('not there any more'),
      issues: [],
      correlationId: '',
    },
  },
]
test.each(cases)('reads $answer', ({ answer, problem }) => {
  expect(toProblem(answer)).toEqual(problem)
})

test('a fault of ours is not taken for a refusal', () => {
  const problem = toProblem({ status: 404, body: null })
  expect(problemOf(new AdminProblem(problem))).toEqual(problem)
  expect(() => problemOf(new TypeError('x is undefined'))).toThrow('x is undefined')
})
