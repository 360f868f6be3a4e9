import { useEffect, useState } from 'react'
import IconButton from '@atlaskit/button/icon/button'
import { HelperMessage } from '@atlaskit/form/helper-message'
import { Label } from '@atlaskit/form/label/default'
import CheckIcon from '@atlaskit/icon/core/check-mark'
import CopyIcon from '@atlaskit/icon/core/copy'
import Textfield from '@atlaskit/textfield/text-field'
import { useServices } from '../app/services'
import { texts } from '../app/texts'

type Copied = 'no' | 'yes' | 'refused'

/** Text to be carried elsewhere: it cannot be edited, and one click copies it and says so. */
export function CopyField(props: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly help?: string
}) {
  const { host } = useServices()
  const [copied, setCopied] = useState<Copied>('no')
  useEffect(() => setCopied('no'), [props.value])
  const copy = async () => setCopied((await host.copy(props.value)) ? 'yes' : 'refused')
  return (
    <div>
      <Label htmlFor={props.id}>{props.label}</Label>
      <div className="sfc-copy">
        <Textfield id={props.id} value={props.value} isReadOnly isMonospaced />
        <IconButton
          icon={copied === 'yes' ? CheckIcon : CopyIcon}
          label={texts.copy.button(props.label)}
          onClick={() => void copy()}
        />
      </div>
      <div role="status" className="sfc-note">
        {copied === 'yes' && texts.copy.done}
        {copied === 'refused' && texts.copy.refused}
      </div>
      {props.help && <HelperMessage>{props.help}</HelperMessage>}
    </div>
  )
}
