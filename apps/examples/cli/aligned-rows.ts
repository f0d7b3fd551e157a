import type { PlainTable } from '../report/plain-table.ts';

/** A table for `terminal.summary`: a line of the columns' names, and a line a row, its cells under the names. */
export function alignedRows({ columns, rows }: PlainTable): [name: string, line: string][] {
  const widths = columns.map((name, i) => Math.max(name.length, ...rows.map(({ cells }) => cells[i]!.length)));
  const lineOf = (cells: readonly string[]) => cells.map((cell, i) => cell.padStart(widths[i]!)).join('   ');
  return [['', lineOf(columns)], ...rows.map(({ name, cells }): [string, string] => [name, lineOf(cells)])];
}
