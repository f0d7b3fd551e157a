import type { ProductBlock } from './product-blocks.ts';

/** Which pairs of a block are looked at more closely: those with terms[column] - 2 a.b up to the limit of their row. */
export interface Sieve {
  /** One for each column of the block. */
  readonly terms: Float64Array;
  limit(row: number): number;
  /** A pair that passed: rows and columns counted in the block. Gives the limit of the row from here on. */
  visit(row: number, column: number, product: number): number;
}

/** Shows a sieve the pairs of a block, column after column in each row. */
export function eachNear({ rows, columns, products }: ProductBlock, { terms, limit, visit }: Sieve): void {
  for (let row = 0; row < rows.count; row++) {
    const start = row * columns.count;
    let bar = limit(row);
    for (let column = 0; ; column++) {
      column = nextNear(terms, products, start, column, bar);
      if (column === columns.count) break;
      bar = visit(row, column, products[start + column]!);
    }
  }
}

/** The next column that passes, or their count. The one loop that sees every pair: nothing in it but a comparison. */
function nextNear(terms: Float64Array, products: Float32Array, start: number, from: number, bar: number): number {
  let column = from;
  // What is no number, as in half precision, passes too.
  while (column < terms.length && terms[column]! - 2 * products[start + column]! > bar) column++;
  return column;
}
