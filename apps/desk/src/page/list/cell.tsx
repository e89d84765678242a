/** A table cell that carries its column's name, so that the row reads as a list on a narrow screen. */
import type { ComponentChildren } from "preact";

interface Props {
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Cell({ label, children }: Props) {
  return (
    <td data-label={label}>
      <div>{children}</div>
    </td>
  );
}

export function RowHead({ label, children }: Props) {
  return (
    <th scope="row" data-label={label}>
      <div>{children}</div>
    </th>
  );
}
