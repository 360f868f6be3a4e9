import { providerOf, type ConnectionView, type Provider, type Step, type Way } from '@settings'
import { texts } from '../../app/texts'
import { Section } from '../../components/section'

const { guide } = texts.scim

/** What to do on the provider's side, in the provider's own words. */
export function ProviderGuide({ connection }: { readonly connection: ConnectionView }) {
  const provider = providerOf(connection.scim.provider)
  return (
    <Section title={guide.title(provider.label)}>
      {provider.remark !== '' && <p>{provider.remark}</p>}
      {provider.ways.map((way) => (
        <WaySteps key={way.title} way={way} isOpen={provider.ways.length === 1} />
      ))}
      <NameLists provider={provider} />
    </Section>
  )
}

function WaySteps(props: { readonly way: Way; readonly isOpen: boolean }) {
  return (
    <details open={props.isOpen} className="sfc-details">
      <summary>{props.way.title}</summary>
      <ol>
        {props.way.steps.map((step) => (
          <li key={step.text}>
            <StepLine step={step} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function StepLine({ step }: { readonly step: Step }) {
  if (!step.field) return <>{step.text}</>
  return (
    <>
      {step.text} <span className="sfc-strong">{guide.field(step.field.name)}</span>
    </>
  )
}

function NameLists({ provider }: { readonly provider: Provider }) {
  return (
    <>
      <NameList title={guide.required} names={provider.requiredAttributes} isCode />
      <NameList title={guide.extra} names={provider.extraAttributes} isCode />
      <NameList title={guide.operations} names={provider.operations} />
    </>
  )
}

function NameList(props: {
  readonly title: string
  readonly names: readonly string[]
  readonly isCode?: boolean
}) {
  if (props.names.length === 0) return null
  return (
    <div>
      <h3 className="sfc-h3">{props.title}</h3>
      <ul className="sfc-names">
        {props.names.map((name) => (
          <li key={name}>{props.isCode ? <code>{name}</code> : name}</li>
        ))}
      </ul>
    </div>
  )
}
