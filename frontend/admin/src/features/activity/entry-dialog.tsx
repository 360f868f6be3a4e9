import { useRef } from 'react'
import type { ActivityEntry } from '@settings'
import { useServices } from '../../app/services'
import { texts } from '../../app/texts'
import { useQuery } from '../../app/use-query'
import { Dialog } from '../../components/dialog'
import { Loaded } from '../../components/loaded'
import { Time } from '../../components/time'
import { Outcome } from './outcome'
import { readableText } from './readable-text'
import { titleOf } from './title-of'

const words = texts.activity

/** One exchange: what was asked and what was answered, as Activity keeps it (redacted, cut at 64 KB). */
export function EntryDialog(props: {
  readonly entry: ActivityEntry | undefined
  readonly onClose: () => void
}) {
  // what the dialog was about stays readable while it closes
  const last = useRef(props.entry)
  if (props.entry) last.current = props.entry
  const entry = last.current
  return (
    <Dialog
      isOpen={props.entry !== undefined}
      title={entry ? titleOf(entry) : ''}
      onClose={props.onClose}
      width="x-large"
    >
      {entry && <Entry entry={entry} />}
    </Dialog>
  )
}

function Entry({ entry }: { readonly entry: ActivityEntry }) {
  return (
    <>
      <p className="sfc-row">
        <Outcome entry={entry} /> <Time at={entry.at} never="" />
        <span>{words.took(entry.milliseconds)}</span>
      </p>
      {entry.problem !== '' && (
        <p>
          {words.refused}: {entry.problem}
        </p>
      )}
      <p>
        {words.correlation}: <code>{entry.correlationId}</code>
      </p>
      {entry.ref !== '' && <Detail entry={entry} />}
    </>
  )
}

function Detail({ entry }: { readonly entry: ActivityEntry }) {
  const { client } = useServices()
  const query = useQuery(entry.ref, () => client.activityDetail(entry.ref))
  return (
    <Loaded query={query} what={words.detail}>
      {(detail) => (
        <>
          <Body title={words.request} text={detail.request} />
          <Body title={words.answer} text={detail.answer} />
        </>
      )}
    </Loaded>
  )
}

function Body(props: { readonly title: string; readonly text: string }) {
  return (
    <section aria-label={props.title}>
      <h2 className="sfc-h3">{props.title}</h2>
      <pre className="sfc-pre" tabIndex={0}>
        {props.text === '' ? words.noBody : readableText(props.text)}
      </pre>
    </section>
  )
}
