import { useServices } from '../app/services'
import { texts } from '../app/texts'

/** Furthest from 1970 that a date can be, in milliseconds (ECMA-262, "Time Values and Time Range"). */
const FURTHEST = 8.64e15

/** A moment for people; `never` where it is 0. A number that is no moment is said to be none. */
export function Time(props: { readonly at: number; readonly never: string }) {
  const { host } = useServices()
  const { at } = props
  if (at === 0) return <>{props.never}</>
  if (!(Math.abs(at) <= FURTHEST)) return <>{texts.unknownTime}</>
  return <time dateTime={new Date(at).toISOString()}>{host.formatTime(at)}</time>
}
