import { toHash } from '../../app/route'
import type { TabProps } from '../../app/tabs'
import { texts } from '../../app/texts'
import { ConnectionBanners } from '../../components/connection-banners'
import { PageHeading } from '../../components/page-heading'
import { ApplicationsSection } from './applications-section'
import { DirectorySection } from './directory-section'
import { UsersForm } from './users-form'

/** Tab User Sync: the directory, the applications that see it, and what happens to users. */
export function UserSyncTab({ connection, takesFocus }: TabProps) {
  return (
    <div className="sfc-stack">
      <PageHeading takesFocus={takesFocus}>{texts.userSync.title}</PageHeading>
      {connection ? (
        <div key={connection.id} className="sfc-stack">
          <p>{texts.userSync.of(connection.scim.appName)}</p>
          <ConnectionBanners connection={connection} about="source" />
          <DirectorySection connection={connection} />
          <ApplicationsSection connection={connection} />
          <UsersForm connection={connection} />
        </div>
      ) : (
        <p>
          {texts.userSync.noConnection}{' '}
          <a href={toHash({ tab: 'scim', connection: '' })}>{texts.userSync.toScim}</a>
        </p>
      )}
    </div>
  )
}
