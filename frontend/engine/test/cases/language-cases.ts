import { answerCases } from './answer-cases'
import type { Case } from './case'
import { evaluateCases } from './evaluate-cases'
import { filterCases } from './filter-cases'
import { groupCases } from './group-cases'
import { hostileCases } from './hostile-cases'
import { learnedCases } from './learned-cases'
import { newUserCases } from './new-user-cases'
import { patchUserCases } from './patch-user-cases'
import { pathCases } from './path-cases'
import { planCases } from './plan-cases'
import { requestCases } from './request-cases'

/** All case tables of the language rooms: run by jest in Node, and inside the JVM by the very engine that is shipped. */
export const languageCases: readonly Case[] = filterCases
  .concat(evaluateCases)
  .concat(planCases)
  .concat(pathCases)
  .concat(newUserCases)
  .concat(patchUserCases)
  .concat(groupCases)
  .concat(requestCases)
  .concat(answerCases)
  .concat(learnedCases)
  .concat(hostileCases)
