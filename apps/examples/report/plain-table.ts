import { type Markup, markup } from './markup.ts';

/** What it shows: text in cells, a row under each name. */
export interface PlainTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** As HTML. */
export function plainTable({ columns, rows }: PlainTable): Markup {
  return markup`<table>
<thead><tr><th></th>${columns.map((name) => markup`<th>${name}</th>`)}</tr></thead>
<tbody>${rows.map(({ name, cells }) => markup`<tr><th>${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody>
</table>`;
}
