import { useServices } from '../app/services'

/** A moment for people; `never` where it is 0. */
export function Time(props: { readonly at: number; readonly never: string }) {
  const { host } = useServices()
  if (props.at === 0) return <>{props.never}</>
  return <time dateTime={new Date(props.at).toISOString()}>{host.formatTime(props.at)}</time>
}
