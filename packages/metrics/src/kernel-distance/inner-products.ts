import * as tf from '@tensorflow/tfjs-core';
import type { Features } from '../features/features.ts';
import { readAndDispose } from '../read-and-dispose.ts';

/** The pairs of `rows` examples of x from `row` on with `columns` examples of y from `column` on. */
export interface PairBlock {
  readonly x: Features;
  readonly y: Features;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * x . y of each pair as [rows, columns]. A small block is computed here in float64; for a large one the backend's float32 must do,
 * and can. With x = x' + c and y = y' + c for any c,
 *
 *     x . y  =  x' . y'  +  (x' . c + c . c / 2)  +  (y' . c + c . c / 2)
 *
 * and only the first term is left to the backend. With `centre`, the mean of all examples, as c it is the small one, and so is its
 * rounding. The kernel, which no shift may change, sees the products of the examples as they are.
 */
export async function innerProducts(block: PairBlock, centre: Float64Array): Promise<Float64Array> {
  const { x, y, row, column, rows, columns } = block;
  if (rows * columns * x.width <= HOST_WORK) return multiplyHere(block);
  const [left, right] = [centredRows(x, row, rows, centre), centredRows(y, column, columns, centre)];
  const products = new Float64Array(await readAndDispose(multiply(left.values, right.values, x.width)));
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) products[at]! += left.offsets[i]! + right.offsets[j]!;
  return products;
}

/** Multiplications that take a twentieth of a second here. In blocks of more, the rounding of float32 averages out. */
const HOST_WORK = 2 ** 25;

function multiplyHere({ x, y, row, column, rows, columns }: PairBlock): Float64Array {
  const { width } = x;
  const products = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++) {
    const left = x.values.subarray((row + i) * width, (row + i + 1) * width);
    for (let j = 0, start = column * width; j < columns; j++, at++, start += width) {
      let product = 0;
      for (let k = 0; k < width; k++) product += left[k]! * y.values[start + k]!;
      products[at] = product;
    }
  }
  return products;
}

/** [a, width] and [b, width] -> [a, b], by the backend. */
function multiply(left: Float32Array, right: Float32Array, width: number): tf.Tensor2D {
  const toTensor = (rows: Float32Array) => tf.tensor2d(rows, [rows.length / width, width]);
  return tf.tidy(() => tf.matMul(toTensor(left), toTensor(right), false, true));
}

/** x' [count, width], and x' . c + c . c / 2 of each row. */
function centredRows({ values, width }: Features, first: number, count: number, centre: Float64Array) {
  const around = new Float32Array(count * width);
  const offsets = new Float64Array(count).fill(centre.reduce((sum, c) => sum + c * c, 0) / 2);
  for (let row = 0, at = 0, from = first * width; row < count; row++) {
    for (let k = 0; k < width; k++, at++, from++) {
      around[at] = values[from]! - centre[k]!;
      offsets[row]! += around[at]! * centre[k]!;
    }
  }
  return { values: around, offsets };
}
