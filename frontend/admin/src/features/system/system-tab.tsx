import { useState } from 'react'
import Button from '@atlaskit/button/default/button'
import type { SystemView } from '@settings'
import { useServices } from '../../app/services'
import type { TabProps } from '../../app/tabs'
import { texts } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { DataTable, type Row } from '../../components/data-table'
import { Loaded } from '../../components/loaded'
import { PageHeading } from '../../components/page-heading'
import { Section } from '../../components/section'
import { StatusLozenge } from '../../components/status-lozenge'
import { systemFacts, systemText } from './system-text'

const words = texts.system

/** What this Crowd is and what of it was found, to be read and to be copied into a support request. */
export function SystemTab({ takesFocus }: TabProps) {
  const { client } = useServices()
  const query = useQuery('system', client.system)
  return (
    <div className="sfc-stack">
      <PageHeading takesFocus={takesFocus}>{words.title}</PageHeading>
      <p>{words.intro}</p>
      <Loaded query={query} what={words.what}>
        {(system) => <SystemPanel system={system} />}
      </Loaded>
    </div>
  )
}

function SystemPanel({ system }: { readonly system: SystemView }) {
  return (
    <>
      <CopyButton system={system} />
      <dl className="sfc-facts">
        {systemFacts(system).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="sfc-wrap">{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={words.services}>
        <DataTable
          label={words.services}
          columns={COLUMNS}
          rows={system.rows.map(toRow)}
          narrow="fits"
        />
      </Section>
    </>
  )
}

const COLUMNS = Object.entries(words.columns).map(([key, title]) => ({ key, title }))

function toRow({ name, found, detail }: SystemView['rows'][number]): Row {
  return {
    key: name,
    cells: [
      <code className="sfc-wrap">{name}</code>,
      <StatusLozenge tone={found ? 'good' : 'bad'}>
        {found ? words.found : words.absent}
      </StatusLozenge>,
      <span className="sfc-wrap">{detail}</span>,
    ],
  }
}

function CopyButton({ system }: { readonly system: SystemView }) {
  const { host } = useServices()
  const [said, setSaid] = useState('')
  const copy = async () =>
    setSaid((await host.copy(systemText(system))) ? texts.copy.done : texts.copy.refused)
  return (
    <p className="sfc-row">
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <span role="status" className="sfc-note">
        {said}
      </span>
    </p>
  )
}
