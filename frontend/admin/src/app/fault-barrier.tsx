import { Component, type ReactNode } from 'react'
import { texts } from './texts'

/** What is shown instead of an empty page when a component throws. React offers this to class components only. */
export class FaultBarrier extends Component<{ readonly children: ReactNode }, { message: string }> {
  override state = { message: '' }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    if (this.state.message === '') return this.props.children
    return (
      <main className="sfc-main" role="alert">
        <h1 className="sfc-h1">{texts.problems.fault}</h1>
        <p>{texts.problems.faultHelp}</p>
        <p>
          <code>{this.state.message}</code>
        </p>
      </main>
    )
  }
}
