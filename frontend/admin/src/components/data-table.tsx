import type { ReactNode } from 'react'
import DynamicTable from '@atlaskit/dynamic-table/stateless'

export interface Column {
  readonly key: string
  readonly title: string
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
}) {
  const head = { cells: props.columns.map(({ key, title }) => ({ key, content: title })) }
  const rows = props.rows.map((row) => ({
    key: row.key,
    cells: row.cells.map((content, index) => ({
      key: props.columns[index]?.key ?? index,
      content,
    })),
  }))
  return (
    <div className="sfc-table" role="group" aria-label={props.label} tabIndex={0}>
      <DynamicTable label={props.label} head={head} rows={rows} />
    </div>
  )
}
