import type { JSX } from "preact";

export interface SummaryRow {
  readonly key: string;
  readonly term: string;
  readonly values: readonly string[];
}

/** Questions and answers side by side. */
export function SummaryList(props: { readonly rows: readonly SummaryRow[] }): JSX.Element {
  return (
    <dl class="summary">
      {props.rows.map((row) => (
        <div key={row.key}>
          <dt>{row.term}</dt>
          {row.values.map((value) => (
            <dd key={value}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
