import Spinner from '@atlaskit/spinner/spinner'

export function Loading(props: { readonly label: string }) {
  return (
    <div className="sfc-loading">
      <Spinner label={props.label} />
    </div>
  )
}
