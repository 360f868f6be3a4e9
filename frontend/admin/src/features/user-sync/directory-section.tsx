import { useId, useState } from 'react'
import Button from '@atlaskit/button/default/button'
import SectionMessage from '@atlaskit/section-message/section-message'
import type { ConnectionView, DirectoryState } from '@settings'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { Choices } from '../../components/choices'
import { Loaded } from '../../components/loaded'
import { Section } from '../../components/section'
import { StatusLozenge, type Tone } from '../../components/status-lozenge'
import { ChooseDirectory } from './choose-directory'
import { CreateDirectory } from './create-directory'

const words = texts.userSync.directory

/** The state of target and source; and where there is no target, the ways to one. */
export function DirectorySection({ connection }: { readonly connection: ConnectionView }) {
  const { target, source } = connection
  const needsTarget = target.state === 'none' || target.state === 'missing'
  return (
    <Section title={words.title}>
      <p>{words.intro}</p>
      <dl className="sfc-facts">
        <dt>{words.target}</dt>
        <dd>
          <DirectoryLine directory={target} help="" />
        </dd>
        <dt>{words.source}</dt>
        <dd>
          <DirectoryLine
            directory={source}
            help={source.state === 'none' ? words.sourceNone : words.sourceHelp}
          />
        </dd>
      </dl>
      {needsTarget ? (
        <NewTarget connection={connection} />
      ) : (
        <OtherTarget key={target.id} connection={connection} />
      )}
    </Section>
  )
}

const TONES: Readonly<Record<DirectoryState['state'], Tone>> = {
  none: 'plain',
  ready: 'good',
  missing: 'bad',
  inactive: 'careful',
  notWritable: 'bad',
  mapped: 'bad',
}

function DirectoryLine(props: { readonly directory: DirectoryState; readonly help: string }) {
  const { name, state, advice } = props.directory
  return (
    <>
      {name} <StatusLozenge tone={TONES[state]}>{words.states[state]}</StatusLozenge>
      {advice !== '' && <p>{advice}</p>}
      {props.help !== '' && <p className="sfc-note">{props.help}</p>}
    </>
  )
}

/** Another directory can be taken until people were brought to this one; whether it can is asked when the form opens. */
function OtherTarget({ connection }: { readonly connection: ConnectionView }) {
  const [isOpen, setOpen] = useState(false)
  const note = useId()
  return (
    <>
      <div className="sfc-stack">
        <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} aria-describedby={note}>
          {isOpen ? words.keep : words.other}
        </Button>
        <p id={note} className="sfc-note">
          {words.otherHelp}
        </p>
      </div>
      {isOpen && <OtherTargetForm connection={connection} />}
    </>
  )
}

function OtherTargetForm({ connection }: { readonly connection: ConnectionView }) {
  const { client } = useServices()
  const query = useQuery(connection.id, () => client.directories(connection.id))
  return (
    <Loaded query={query} what={words.what}>
      {({ whyNotOther }) =>
        whyNotOther === '' ? (
          <NewTarget connection={connection} />
        ) : (
          <div role="status">
            <SectionMessage appearance="information" title={words.otherNot} headingLevel="h3">
              <p>{whyNotOther}</p>
            </SectionMessage>
          </div>
        )
      }
    </Loaded>
  )
}

const WAYS = [
  { value: 'create', label: words.create, help: words.createHelp },
  { value: 'choose', label: words.choose, help: words.chooseHelp },
]

function NewTarget({ connection }: { readonly connection: ConnectionView }) {
  const [way, setWay] = useState('create')
  return (
    <>
      <Choices
        name="target-way"
        label={words.how}
        help=""
        choices={WAYS}
        value={way}
        onChoose={setWay}
      />
      {way === 'create' ? (
        <CreateDirectory connection={connection} />
      ) : (
        <ChooseDirectory connection={connection} />
      )}
    </>
  )
}
