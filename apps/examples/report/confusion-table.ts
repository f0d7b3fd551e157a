import type { Confusion } from '../classifier/confusion.ts';
import { type Markup, markup } from './markup.ts';

/** A row for each true class, a column for each that it was taken for; the darker a cell, the larger its share of the row. */
export function confusionTable(confusion: Confusion, names: readonly string[]): Markup {
  return markup`<table class="confusion">
<thead><tr><th></th>${names.map((name) => markup`<th>${name}</th>`)}<th>recognised</th></tr></thead>
<tbody>${confusion.map((row, label) => classRow(row, label, names[label]!))}</tbody>
</table>`;
}

function classRow(row: readonly number[], label: number, name: string): Markup {
  const total = Math.max(
    1,
    row.reduce((sum, count) => sum + count, 0),
  ); // a class may have no example
  const share = `${((100 * row[label]!) / total).toFixed(1)} %`;
  return markup`<tr><th>${name}</th>${row.map((count, column) => cell(count, total, column === label))}<td>${share}</td></tr>`;
}

function cell(count: number, total: number, right: boolean): Markup {
  const strength = Math.round(100 * Math.sqrt(count / total)); // a root, because mistakes are few and shall be seen
  return markup`<td class="${right ? 'right' : 'wrong'}" style="--share: ${strength}%">${count === 0 ? '' : count}</td>`;
}
