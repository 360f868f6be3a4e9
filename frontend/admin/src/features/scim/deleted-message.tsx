import { useEffect, type RefObject } from 'react'
import SectionMessage from '@atlaskit/section-message/section-message'
import type { DeletedConnection } from '@settings'
import { texts } from '../../app/texts'

/** Says that a connection is gone and what of it stays in Crowd. It takes the focus: the row that had it is gone. */
export function DeletedMessage(props: {
  readonly name: string
  readonly gone: DeletedConnection
  readonly box: RefObject<HTMLDivElement>
}) {
  const { remove } = texts.scim
  const { box, gone } = props
  useEffect(() => box.current?.focus(), [box, gone])
  const { stays } = gone
  return (
    <div ref={box} tabIndex={-1} role="status" className="sfc-focused">
      <SectionMessage appearance="success" title={remove.doneTitle(props.name)} headingLevel="h2">
        <p>{stays.length === 0 ? remove.doneNothing : remove.doneStays}</p>
        {stays.length > 0 && (
          <ul>
            {stays.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </SectionMessage>
    </div>
  )
}
