import { useState } from 'react'
import Toggle from '@atlaskit/toggle/toggle'
import type { ApplicationMapping, ApplicationView, ConnectionView } from '@settings'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { DataTable, type Row } from '../../components/data-table'
import { Loaded } from '../../components/loaded'
import { ProblemMessage } from '../../components/problem-message'
import { Section } from '../../components/section'

const words = texts.userSync.applications
const namesOfTypes: Readonly<Record<string, string>> = texts.userSync.applicationTypes

/** Which applications see the target directory. A switch acts at once. */
export function ApplicationsSection({ connection }: { readonly connection: ConnectionView }) {
  const { state, id } = connection.target
  const hasTarget = state !== 'none' && state !== 'missing'
  return (
    <Section title={words.title}>
      <p>{words.intro}</p>
      {hasTarget ? (
        <Applications key={id} connection={connection.id} />
      ) : (
        <p>{words.needDirectory}</p>
      )}
    </Section>
  )
}

function Applications({ connection }: { readonly connection: string }) {
  const { client } = useServices()
  const query = useQuery(connection, () => client.applications(connection))
  const action = useAction()
  const [changed, setChanged] = useState('')
  const change = (application: ApplicationView, mapping: ApplicationMapping) => {
    setChanged(application.name)
    void action.run(async () => {
      const applications = await client.mapApplication(connection, application.id, mapping)
      query.put(() => applications)
    })
  }
  return (
    <>
      {action.problem && <ProblemMessage title={words.failed(changed)} problem={action.problem} />}
      <Loaded query={query} what={words.what}>
        {(applications) =>
          applications.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <DataTable
              label={words.title}
              columns={COLUMNS}
              narrow="fits"
              rows={applications.map((each) => toRow(each, change, action.isRunning))}
            />
          )
        }
      </Loaded>
    </>
  )
}

const COLUMNS = Object.entries(words.columns).map(([key, title]) => ({ key, title }))

type Change = (application: ApplicationView, mapping: ApplicationMapping) => void

function toRow(application: ApplicationView, change: Change, isBusy: boolean): Row {
  return {
    key: application.id,
    cells: [
      application.name,
      namesOfTypes[application.type] ?? application.type,
      <MappedCell {...{ application, change, isBusy }} />,
      <WhoCell {...{ application, change, isBusy }} />,
    ],
  }
}

interface CellProps {
  readonly application: ApplicationView
  readonly change: Change
  /** A change is under way: another one waits, so that their answers cannot cross. */
  readonly isBusy: boolean
}

function MappedCell({ application, change, isBusy }: CellProps) {
  const { name, mapped, allowAll, whyNot } = application
  return (
    <>
      <Toggle
        label={words.mapped(name)}
        isChecked={mapped}
        isDisabled={whyNot !== ''}
        onChange={() => !isBusy && change(application, { mapped: !mapped, allowAll })}
      />
      {whyNot !== '' && <p className="sfc-note">{whyNot}</p>}
    </>
  )
}

function WhoCell({ application, change, isBusy }: CellProps) {
  const { name, mapped, allowAll, groupNames, whyNot } = application
  if (!mapped) return null
  const groups = groupNames.length === 0 ? words.noGroups : words.onlyGroups(groupNames)
  return (
    <>
      <div className="sfc-row">
        <Toggle
          label={words.allowAll(name)}
          isChecked={allowAll}
          isDisabled={whyNot !== ''}
          onChange={() => !isBusy && change(application, { mapped, allowAll: !allowAll })}
        />
        <span aria-hidden="true">{words.everybody}</span>
      </div>
      {!allowAll && <p className="sfc-note">{groups}</p>}
    </>
  )
}
