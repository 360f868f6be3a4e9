import SectionMessage from '@atlaskit/section-message/section-message'
import Spinner from '@atlaskit/spinner/spinner'
import type { Contact } from '@settings'
import { texts } from '../../app/texts'
import { Section } from '../../components/section'
import { StatusLozenge } from '../../components/status-lozenge'
import { Time } from '../../components/time'

const words = texts.scim.contact

/** Waits for the provider's first request and turns green when it comes, or says what was wrong with the last one. */
export function ContactLine({ contact }: { readonly contact: Contact }) {
  const isProblemNewer = contact.lastProblem !== '' && contact.lastProblemAt > contact.lastSuccess
  return (
    <Section title={words.title}>
      <div role="status" className="sfc-stack">
        {contact.firstSuccess > 0 && <Success contact={contact} isGood={!isProblemNewer} />}
        {isProblemNewer && <Refused contact={contact} />}
        {contact.firstSuccess === 0 && <Waiting />}
      </div>
    </Section>
  )
}

/** Green only while the last request was no refusal. */
function Success(props: { readonly contact: Contact; readonly isGood: boolean }) {
  const { contact, isGood } = props
  return (
    <p className="sfc-row">
      {isGood && <StatusLozenge tone="good">{words.good}</StatusLozenge>}
      <span>
        {words.first} <Time at={contact.firstSuccess} never={texts.never} />. {words.last}{' '}
        <Time at={contact.lastSuccess} never={texts.never} />.
      </span>
    </p>
  )
}

function Refused({ contact }: { readonly contact: Contact }) {
  const title = contact.firstSuccess > 0 ? words.problemLater : words.problem
  return (
    <SectionMessage appearance="warning" title={title} headingLevel="h3">
      <p>{contact.lastProblem}</p>
      <p>
        {words.at} <Time at={contact.lastProblemAt} never="" />.
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
