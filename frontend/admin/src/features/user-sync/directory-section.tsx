import { useId, useState } from 'react'
import Button from '@atlaskit/button/default/button'
import type { ConnectionView, DirectoryState } from '@settings'
import { texts } from '../../app/texts'
import { Choices } from '../../components/choices'
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

/** Another directory can be taken until people were brought to this one; then the button is greyed and says why. */
function OtherTarget({ connection }: { readonly connection: ConnectionView }) {
  const [isWanted, setWanted] = useState(false)
  const whyNot = connection.whyNotOtherTarget
  const isOpen = isWanted && whyNot === ''
  const note = useId()
  return (
    <>
      <div className="sfc-stack">
        <Button
          onClick={() => setWanted(!isOpen)}
          isDisabled={whyNot !== ''}
          aria-expanded={isOpen}
          aria-describedby={note}
        >
          {isOpen ? words.keep : words.other}
        </Button>
        <p id={note} className="sfc-note">
          {whyNot || words.otherHelp}
        </p>
      </div>
      {isOpen && <NewTarget connection={connection} />}
    </>
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
