import type { Markup } from './markup.ts';
import { decimal } from './numbers.ts';
import { plainTable } from './plain-table.ts';

/** Shares of classes, a column a set; each share from 0 to 1. */
export interface ClassTable {
  readonly classes: readonly string[];
  readonly rows: readonly { readonly name: string; readonly shares: readonly number[] }[];
}

/** As HTML, in percent. */
export function classTable({ classes, rows }: ClassTable): Markup {
  const cellsOf = (shares: readonly number[]) => shares.map((share) => decimal(100 * share, 1));
  return plainTable({ columns: classes, rows: rows.map(({ name, shares }) => ({ name, cells: cellsOf(shares) })) });
}
