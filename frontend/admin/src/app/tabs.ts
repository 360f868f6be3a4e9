import { lazy, type ComponentType } from 'react'
import ActivityIcon from '@atlaskit/icon/core/pulse'
import ScimIcon from '@atlaskit/icon/core/link'
import SystemIcon from '@atlaskit/icon/core/settings'
import UserSyncIcon from '@atlaskit/icon/core/person'
import type { ConnectionView, Overview } from '@settings'
import type { Navigation, TabId } from './route'
import { texts } from './texts'

/** What a tab is given. `connection` is undefined when there is none, or on the SCIM tab when one is to be added. */
export interface TabProps {
  readonly overview: Overview
  readonly connection: ConnectionView | undefined
  readonly navigation: Navigation
  /** True when the person came here from another tab: the heading takes the focus. */
  readonly takesFocus: boolean
}

export interface Tab {
  readonly id: TabId
  /** Stands above a failure to load; the tab itself says it otherwise. */
  readonly heading: string
  readonly icon: ComponentType<{ label: string }>
  readonly view: ComponentType<TabProps>
  /** The tab is about one connection, so that the chooser belongs to it. */
  readonly isOfConnection: boolean
}

/** The sidebar, in its order. A tab stands here when it works; its code is loaded when it is opened. */
export const tabs: readonly Tab[] = [
  {
    id: 'scim',
    heading: texts.scim.title,
    icon: ScimIcon,
    isOfConnection: true,
    view: lazy(async () => ({
      default: (await import(/* webpackChunkName: "scim" */ '../features/scim/scim-tab')).ScimTab,
    })),
  },
  {
    id: 'user-sync',
    heading: texts.userSync.title,
    icon: UserSyncIcon,
    isOfConnection: true,
    view: lazy(async () => ({
      default: (
        await import(/* webpackChunkName: "user-sync" */ '../features/user-sync/user-sync-tab')
      ).UserSyncTab,
    })),
  },
  {
    id: 'activity',
    heading: texts.activity.title,
    icon: ActivityIcon,
    isOfConnection: false,
    view: lazy(async () => ({
      default: (
        await import(/* webpackChunkName: "activity" */ '../features/activity/activity-tab')
      ).ActivityTab,
    })),
  },
  {
    id: 'system',
    heading: texts.system.title,
    icon: SystemIcon,
    isOfConnection: false,
    view: lazy(async () => ({
      default: (await import(/* webpackChunkName: "system" */ '../features/system/system-tab'))
        .SystemTab,
    })),
  },
]
