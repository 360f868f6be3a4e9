import type { ReactNode, RefObject } from 'react'
import Button from '@atlaskit/button/default/button'
import ModalFooter from '@atlaskit/modal-dialog/modal-footer'
import { texts } from '../app/texts'
import type { Action } from '../app/use-action'
import { Dialog } from './dialog'
import { ProblemMessage } from './problem-message'

/** Asks before something that cannot be taken back. A failure is shown in the dialog, which then stays open. */
export function ConfirmDialog(props: {
  readonly isOpen: boolean
  readonly title: string
  readonly confirm: string
  readonly appearance: 'danger' | 'warning'
  readonly action: Action
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** See Dialog. */
  readonly returnFocusTo?: RefObject<HTMLElement>
  readonly children: ReactNode
}) {
  const { action } = props
  const footer = (
    <ModalFooter>
      <Button appearance="subtle" onClick={props.onClose}>
        {texts.dialog.cancel}
      </Button>
      <Button appearance={props.appearance} onClick={props.onConfirm} isLoading={action.isRunning}>
        {props.confirm}
      </Button>
    </ModalFooter>
  )
  return (
    <Dialog
      isOpen={props.isOpen}
      title={props.title}
      appearance={props.appearance}
      onClose={props.onClose}
      returnFocusTo={props.returnFocusTo}
      footer={footer}
    >
      {props.children}
      {action.problem && <ProblemMessage title={texts.problems.notDone} problem={action.problem} />}
    </Dialog>
  )
}
