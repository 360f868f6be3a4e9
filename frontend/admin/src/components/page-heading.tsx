import { useEffect, useRef } from 'react'

/** The heading of a tab. It takes the focus when the person comes from another tab, so that reading starts there. */
export function PageHeading(props: {
  readonly children: string
  readonly takesFocus?: boolean | undefined
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { takesFocus } = props
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <h1 className="sfc-h1" tabIndex={-1} ref={heading}>
      {props.children}
    </h1>
  )
}
