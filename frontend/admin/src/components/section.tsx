import { useId, type ReactNode } from 'react'

/** A part of a tab under its own heading. */
export function Section(props: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className="sfc-section" aria-labelledby={id}>
      <div className="sfc-spread">
        <h2 className="sfc-h2" id={id}>
          {props.title}
        </h2>
        {props.actions}
      </div>
      <div className="sfc-stack">{props.children}</div>
    </section>
  )
}
