import type { Pause } from '../pause-or-abort.ts';
import { createMatrix, type Matrix } from './matrix.ts';
import { multiplyPanels } from './multiply-panels.ts';
import { createPanels, lanes, packRows } from './panels.ts';

/** Columns summed over at once: four rows of them fill half of a small first-level cache. */
const depth = 256;

/** a bᵀ [a.rows, b.rows] of two matrices with as many columns. */
export async function multiplyTransposed(a: Matrix, b: Matrix, pause: Pause): Promise<Matrix> {
  const product = createMatrix(a.rows, b.rows);
  const panelsA = createPanels(a.rows, Math.min(depth, a.columns));
  const panelsB = createPanels(b.rows, panelsA.depth);
  for (let first = 0; first < a.columns; first += panelsA.depth) {
    packRows(panelsA, a.values, a.columns, first);
    packRows(panelsB, b.values, b.columns, first);
    for (let row = 0; row < a.rows; row += lanes) {
      multiplyPanels(product, panelsA, row, panelsB, b.rows);
      await pause();
    }
  }
  return product;
}
