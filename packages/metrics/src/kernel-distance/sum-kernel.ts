import type { Features } from '../features/features.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { innerProducts, type PairBlock } from './inner-products.ts';

/** Sums of k(x, y) = (x . y / width + 1)^3: for each x over the y, and for each y over the x. */
export interface KernelSums {
  readonly ofX: Float64Array;
  readonly ofY: Float64Array;
}

/**
 * The sums over all pairs of two sets or, where both are one, over all pairs of two different examples (both sums are one array
 * then, in which each pair counts twice). Memory is bounded by blocks of 1024 x 1024 products. `centre` is a point near all examples.
 */
export async function sumKernel(x: Features, y: Features, centre: Float64Array, signal?: AbortSignal): Promise<KernelSums> {
  const ofX = new Float64Array(x.length);
  const sums = { ofX, ofY: x === y ? ofX : new Float64Array(y.length) };
  const pause = pauseOrAbort(signal);
  for (let row = 0; row < x.length; row += SIDE) {
    for (let column = x === y ? row : 0; column < y.length; column += SIDE) {
      await pause();
      const block = { x, y, row, column, rows: Math.min(SIDE, x.length - row), columns: Math.min(SIDE, y.length - column) };
      addKernel(await innerProducts(block, centre), block, sums);
    }
  }
  return sums;
}

const SIDE = 1024;

/** Adds the kernel of a block's pairs to the sums; of a set with itself only the pairs above the diagonal. */
function addKernel(products: Float64Array, { x, y, row, column, rows, columns }: PairBlock, { ofX, ofY }: KernelSums): void {
  const onDiagonal = x === y && row === column;
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = onDiagonal ? i + 1 : 0; j < columns; j++) {
      const base = products[i * columns + j]! / x.width + 1;
      const kernel = base * base * base;
      sum += kernel;
      ofY[column + j]! += kernel;
    }
    ofX[row + i]! += sum;
  }
}
