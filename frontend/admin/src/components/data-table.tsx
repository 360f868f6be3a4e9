import type { ReactNode } from 'react'
import DynamicTable from '@atlaskit/dynamic-table/stateless'

export interface Column {
  readonly key: string
  readonly title: string
  /** Share of the table's width, in percent; by the contents where it is left out. */
  readonly width?: number
}

export interface Row {
  readonly key: string
  /** One for each column, in the same order. */
  readonly cells: readonly ReactNode[]
}

/** A table without pages: they would bring run-time styles that the content security policy refuses. */
export function DataTable(props: {
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** How wide it stays on a narrow screen, where it is moved sideways in its frame; `fits`: never wider than the screen. */
  readonly narrow?: 'fits' | 'wide'
}) {
  const head = {
    cells: props.columns.map(({ key, title, width }) => ({
      key,
      content: title,
      ...(width === undefined ? {} : { width }),
    })),
  }
  const narrow = props.narrow ? ` sfc-table-${props.narrow}` : ''
  const rows = props.rows.map((row) => ({
    key: row.key,
    cells: row.cells.map((content, index) => ({
      key: props.columns[index]?.key ?? index,
      content,
    })),
  }))
  return (
    <div className={`sfc-table${narrow}`} role="group" aria-label={props.label} tabIndex={0}>
      <DynamicTable label={props.label} head={head} rows={rows} />
    </div>
  )
}
