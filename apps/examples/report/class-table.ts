import { type Markup, markup } from './markup.ts';
import { decimal } from './numbers.ts';

/** Shares of classes, a column a set; each share from 0 to 1. */
export interface ClassTable {
  readonly classes: readonly string[];
  readonly rows: readonly { readonly name: string; readonly shares: readonly number[] }[];
}

/** As HTML, in percent. */
export function classTable({ classes, rows }: ClassTable): Markup {
  return markup`<table>
<thead><tr><th></th>${classes.map((name) => markup`<th>${name}</th>`)}</tr></thead>
<tbody>${rows.map(({ name, shares }) => markup`<tr><th>${name}</th>${shares.map((share) => markup`<td>${decimal(100 * share, 1)}</td>`)}</tr>`)}</tbody>
</table>`;
}
