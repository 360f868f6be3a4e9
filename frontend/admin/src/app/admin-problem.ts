import type { Issue, Problem } from '@settings'
import type { Answer } from '../host/host'
import { texts } from './texts'

/** Every way in which a request to the admin API can fail. Status 0: no answer came. */
export class AdminProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'AdminProblem'
    this.problem = problem
  }
}

/** The problem inside an error; what is not an AdminProblem is a fault of ours and is thrown again. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AdminProblem) return error.problem
  throw error
}

export function noAnswer(): Problem {
  return { status: 0, message: texts.problems.noAnswer, issues: [], correlationId: '' }
}

/** Reads a refusal. What is not one of ours (a proxy's page, Crowd's own 403) becomes a Problem by its status. */
export function toProblem(answer: Answer): Problem {
  const body = toRecord(answer.body)
  return {
    status: answer.status,
    message: toText(body.message) || messageOf(answer.status),
    issues: Array.isArray(body.issues) ? body.issues.filter(isIssue) : [],
    correlationId: toText(body.correlationId),
  }
}

function messageOf(status: number): string {
  if (status === 401) return texts.problems.sessionEnded
  if (status === 403) return texts.problems.forbidden
  if (status === 404) return texts.problems.notFound
  return texts.problems.unreadable(status)
}

function isIssue(value: unknown): value is Issue {
  const { path, message } = toRecord(value)
  return typeof path === 'string' && typeof message === 'string'
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
