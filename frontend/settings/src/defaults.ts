import { groupSyncFields, initialValues, scimFields, userSyncFields } from './fields'
import type { NewConnection } from './admin-api'
import type {
  Connection,
  GroupSyncSettings,
  ScimSettings,
  Settings,
  UserSyncSettings,
} from './settings'

export const FORMAT = 1

/** Before the first connection. */
export const defaultSettings: Settings = { format: FORMAT, connections: [] }

export const defaultUserSync = initialValues(userSyncFields) as UserSyncSettings

export const defaultGroupSync = initialValues(groupSyncFields) as GroupSyncSettings

/** A connection with every setting at its default, without directories and tokens. `created`: milliseconds since 1970, UTC. */
export function newConnection(id: string, created: number, wanted: NewConnection): Connection {
  const scim = { ...initialValues(scimFields), ...wanted } as ScimSettings
  return {
    id,
    created,
    sourceDirectoryId: '',
    targetDirectoryId: '',
    tokens: [],
    scim,
    userSync: defaultUserSync,
    groupSync: defaultGroupSync,
  }
}
