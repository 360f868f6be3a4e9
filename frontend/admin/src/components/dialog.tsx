import type { ReactNode, RefObject } from 'react'
import Modal from '@atlaskit/modal-dialog/modal-dialog'
import ModalBody from '@atlaskit/modal-dialog/modal-body'
import ModalHeader from '@atlaskit/modal-dialog/modal-header'
import ModalTitle from '@atlaskit/modal-dialog/modal-title'
import ModalTransition from '@atlaskit/modal-dialog/modal-transition'
import { texts } from '../app/texts'

/** A dialog over the page. The focus goes back to where it was when it closes. */
export function Dialog(props: {
  readonly isOpen: boolean
  readonly title: string
  readonly appearance?: 'danger' | 'warning' | undefined
  readonly width?: 'small' | 'medium' | 'x-large' | undefined
  readonly onClose: () => void
  /** Where the focus goes when it closes, if not back to where it was. */
  readonly returnFocusTo?: RefObject<HTMLElement> | undefined
  readonly footer?: ReactNode
  readonly children: ReactNode
}) {
  const appearance = props.appearance ? { appearance: props.appearance } : {}
  return (
    <ModalTransition>
      {props.isOpen && (
        <Modal
          onClose={props.onClose}
          width={props.width ?? 'small'}
          shouldReturnFocus={props.returnFocusTo ?? true}
        >
          <ModalHeader hasCloseButton closeButtonLabel={texts.dialog.close}>
            <ModalTitle {...appearance}>{props.title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className={props.footer ? 'sfc-stack' : 'sfc-stack sfc-dialog-end'}>
              {props.children}
            </div>
          </ModalBody>
          {props.footer}
        </Modal>
      )}
    </ModalTransition>
  )
}
