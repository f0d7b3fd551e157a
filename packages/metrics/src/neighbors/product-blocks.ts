import * as tf from '@tensorflow/tfjs-core';
import type { Features } from '../features/features.ts';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { readAndDispose } from '../read-and-dispose.ts';
import { type Block, blocksOf } from './block.ts';
import type { Space } from './space.ts';

/** The inner products of some rows with some others, by the backend. */
export interface ProductBlock {
  readonly rows: Block;
  readonly columns: Block;
  /** [rows.count, columns.count] */
  readonly products: Float32Array;
}

/** Values of the rows or columns that a block is made from, and of the block: 8 MB and 2 MB in float32. */
const OPERAND = 2 ** 21;
const PRODUCTS = 2 ** 19;

/**
 * The products of all rows of `of` with all rows of `among`, block by block, those of one row in the order of their columns. It
 * holds a block, its rows and its columns, each on the host and on the backend: less than 50 MB, whatever the size of the sets
 * (more only where one row is wider than 2^21). It pauses, and leaves no tensor, not even when aborted, where it rejects with the
 * signal's reason.
 */
export async function* productBlocks(
  of: Features,
  among: Features,
  space: Space,
  signal?: AbortSignal,
): AsyncGenerator<ProductBlock> {
  const { width } = of;
  const pause = pauseOrAbort(signal);
  const size = Math.max(1, Math.min(4096, Math.floor(OPERAND / width)));
  for (const columns of blocksOf(among, space, size)) {
    const right = tf.tensor2d(columns.values, [columns.count, width]);
    try {
      for (const rows of blocksOf(of, space, Math.min(size, Math.floor(PRODUCTS / columns.count)))) {
        await pause();
        yield { rows, columns, products: await readAndDispose(multiply(rows, right)) };
      }
    } finally {
      right.dispose();
    }
  }
}

function multiply({ values, count }: Block, right: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.matMul(tf.tensor2d(values, [count, right.shape[1]]), right, false, true));
}
