import type { Pause } from '../pause-or-abort.ts';
import type { Matrix } from './matrix.ts';
import { multiplyPanels } from './multiply-panels.ts';
import { createPanels, lanes, packColumns } from './panels.ts';

/**
 * Adds rowsᵀ rows to a square matrix, on its diagonal and below: half the work of a product. `mirrorLower` fills the other half once
 * all is added. A few hundred rows at a time are fastest.
 */
export async function addGram(target: Matrix, rows: Float64Array, pause: Pause): Promise<void> {
  const { columns } = target;
  const panels = createPanels(columns, rows.length / columns);
  packColumns(panels, rows);
  for (let row = 0; row < columns; row += lanes) {
    multiplyPanels(target, panels, row, panels, row + lanes);
    await pause();
  }
}

/** Copies what is below the diagonal to above it, in squares that stay in the cache. */
export function mirrorLower({ rows, values }: Matrix): void {
  const size = 32;
  for (let top = 0; top < rows; top += size) {
    for (let left = 0; left <= top; left += size) {
      for (let i = top; i < Math.min(top + size, rows); i++) {
        for (let j = left; j < Math.min(left + size, i); j++) values[j * rows + i] = values[i * rows + j]!;
      }
    }
  }
}
