import * as tf from '@tensorflow/tfjs-core';
import { readAndDispose } from '../read-and-dispose.ts';

/** How the floats of a backend round. */
export interface Rounding {
  /** The largest relative error of one operation, rounded to nearest or not. */
  readonly unit: number;
  /** The smallest normal number: what is smaller may become 0. */
  readonly tiny: number;
}

/** Of float32. */
export const SINGLE: Rounding = { unit: 2 ** -23, tiny: 2 ** -126 };

/** Of float16, with which phones compute. */
export const HALF: Rounding = { unit: 2 ** -10, tiny: 2 ** -14 };

/** Of the current backend, by trying: what webgl says of itself in `epsilon()` and `floatPrecision()` is the wrong way round. */
export async function backendRounding(): Promise<Rounding> {
  const product = tf.tidy(() => tf.matMul(tf.tensor2d([[1, 2 ** -20]]), tf.ones<tf.Rank.R2>([2, 1])));
  const [sum] = await readAndDispose(product);
  return sum! > 1 ? SINGLE : HALF;
}
