import {
  validateTarget,
  type ConnectionView,
  type DirectoryChoice,
  type TargetChoice,
} from '@settings'
import { useConnections } from '../../app/connections'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { ChoiceInput } from '../../components/choice-input'
import { Choices, type Choice } from '../../components/choices'
import { Loaded } from '../../components/loaded'
import { SettingsForm } from '../../components/settings-form'

const words = texts.userSync.directory
const namesOfTypes: Readonly<Record<string, string>> = texts.userSync.typeNames

interface Chosen {
  readonly kind: 'choose'
  readonly directoryId: string
}

/** Takes a directory that Crowd has already; one that cannot be taken is greyed and says why. */
export function ChooseDirectory({ connection }: { readonly connection: ConnectionView }) {
  const { client } = useServices()
  const query = useQuery(connection.id, () => client.directories(connection.id))
  return (
    <Loaded query={query} what={words.what}>
      {({ directories }) =>
        directories.some(({ whyNot }) => whyNot === '') ? (
          <ChooseForm connection={connection} directories={directories} />
        ) : (
          <NothingToChoose directories={directories} />
        )
      }
    </Loaded>
  )
}

function NothingToChoose(props: { readonly directories: readonly DirectoryChoice[] }) {
  return (
    <>
      <p>{words.chooseNone}</p>
      {props.directories.length > 0 && (
        <Choices
          name="directoryId"
          label={words.chooseLabel}
          help=""
          choices={props.directories.map(toChoice)}
          value=""
          onChoose={() => undefined}
        />
      )}
    </>
  )
}

function ChooseForm(props: {
  readonly connection: ConnectionView
  readonly directories: readonly DirectoryChoice[]
}) {
  const { client } = useServices()
  const { put } = useConnections()
  const { id } = props.connection
  return (
    <SettingsForm<Chosen, TargetChoice>
      label={words.chooseForm}
      submit={words.chooseButton}
      initial={{ kind: 'choose', directoryId: '' }}
      prefix="target."
      labels={{ directoryId: words.chooseLabel }}
      check={validateTarget}
      save={async (target) => put(await client.setTarget(id, target))}
      saved=""
    >
      <ChoiceInput
        name="directoryId"
        label={words.chooseLabel}
        help=""
        initial=""
        choices={possibleFirst(props.directories).map(toChoice)}
        look="radio"
      />
    </SettingsForm>
  )
}

function possibleFirst(directories: readonly DirectoryChoice[]): readonly DirectoryChoice[] {
  const isPossible = ({ whyNot }: DirectoryChoice) => whyNot === ''
  return [...directories.filter(isPossible), ...directories.filter((each) => !isPossible(each))]
}

function toChoice({ id, name, type, active, whyNot }: DirectoryChoice): Choice {
  const typeName = namesOfTypes[type] ?? type
  const help = active ? typeName : `${typeName}, ${words.inactive}`
  return { value: id, label: name, help, whyNot: whyNot === '' ? '' : `${help}. ${whyNot}` }
}
