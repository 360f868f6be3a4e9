import type { Context } from '../connections/context'
import type { ScimAnswer } from '../protocol/scim-answer'
import type { Endpoint, ScimRequest } from '../protocol/scim-request'
import {
  createGroup,
  deleteGroup,
  getGroup,
  listGroups,
  patchGroup,
  replaceGroup,
} from '../resources/groups'
import { searchAll } from '../resources/search'
import {
  createUser,
  deleteUser,
  getUser,
  listUsers,
  patchUser,
  replaceUser,
} from '../resources/users'

type UseCase = (context: Context, request: ScimRequest) => ScimAnswer

/** What can be done with one kind of resource; `list` is a GET without an id. */
interface UseCases {
  readonly list: UseCase
  readonly GET: UseCase
  readonly POST: UseCase
  readonly PUT: UseCase
  readonly PATCH: UseCase
  readonly DELETE: UseCase
}

const useCases: { readonly Users: UseCases; readonly Groups: UseCases } = {
  Users: {
    list: listUsers,
    GET: getUser,
    POST: createUser,
    PUT: replaceUser,
    PATCH: patchUser,
    DELETE: deleteUser,
  },
  Groups: {
    list: listGroups,
    GET: getGroup,
    POST: createGroup,
    PUT: replaceGroup,
    PATCH: patchGroup,
    DELETE: deleteGroup,
  },
}

/** Where resources are: users, groups, or both to search in. */
export type ResourceEndpoint = keyof typeof useCases | '.search'

export function isResourceEndpoint(endpoint: Endpoint): endpoint is ResourceEndpoint {
  return endpoint === 'Users' || endpoint === 'Groups' || endpoint === '.search'
}

/** Answers a request for users or groups. */
export function answerResource(
  endpoint: ResourceEndpoint,
  context: Context,
  request: ScimRequest,
): ScimAnswer {
  if (endpoint === '.search') return searchAll(context, request)
  const isList = request.method === 'GET' && request.id === ''
  return useCases[endpoint][isList ? 'list' : request.method](context, request)
}
