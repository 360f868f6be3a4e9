import SectionMessage from '@atlaskit/section-message/section-message'
import Spinner from '@atlaskit/spinner/spinner'
import type { Contact } from '@settings'
import { texts } from '../../app/texts'
import { Section } from '../../components/section'
import { StatusLozenge } from '../../components/status-lozenge'
import { Time } from '../../components/time'

const words = texts.scim.contact

/** What is true now: it waits for the provider's first request, or the last one was good, or what was wrong with it. */
export function ContactLine({ contact }: { readonly contact: Contact }) {
  const isRefused = contact.lastProblem !== '' && contact.lastProblemAt > contact.lastSuccess
  return (
    <Section title={words.title}>
      <div role="status" className="sfc-stack">
        {isRefused && <Refused contact={contact} />}
        {contact.firstSuccess === 0 && <Waiting />}
        {contact.firstSuccess > 0 && !isRefused && <Connected contact={contact} />}
      </div>
    </Section>
  )
}

function Connected({ contact }: { readonly contact: Contact }) {
  return (
    <p className="sfc-row">
      <StatusLozenge tone="good">{words.good}</StatusLozenge>
      <span>
        {words.first} <Time at={contact.firstSuccess} never="" />. {words.last}{' '}
        <Time at={contact.lastSuccess} never="" />.
      </span>
    </p>
  )
}

/** With the last good request, where there was one: the connection itself was set up well. */
function Refused({ contact }: { readonly contact: Contact }) {
  const wasGood = contact.firstSuccess > 0
  return (
    <SectionMessage
      appearance="warning"
      title={wasGood ? words.problemLater : words.problem}
      headingLevel="h3"
    >
      <p>{contact.lastProblem}</p>
      <p>
        {words.at} <Time at={contact.lastProblemAt} never="" />.
        {wasGood && (
          <>
            {' '}
            {words.lastGood} <Time at={contact.lastSuccess} never="" />.
          </>
        )}
      </p>
    </SectionMessage>
  )
}

function Waiting() {
  return (
    <p className="sfc-waiting">
      <Spinner size="small" label="" />
      <span>{words.waiting}</span>
    </p>
  )
}
