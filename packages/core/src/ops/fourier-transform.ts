import * as tf from '@tensorflow/tfjs-core';
import { ownOp } from '../gradients/own-op.ts';

/**
 * The discrete Fourier transform of numbers with real and imaginary parts, [2, rows, n]: along n, with exp(sign * 2 pi i j k / n)
 * and no factor in front. It is linear, and its gradient is the same with the other sign.
 */
export function fourierTransform(x: tf.Tensor3D, sign: 1 | -1): tf.Tensor3D {
  return ownOp(
    [x],
    () => transformed(x, sign),
    (dy) => [fourierTransform(dy as tf.Tensor3D, sign === 1 ? -1 : 1)],
  ) as tf.Tensor3D;
}

/**
 * Cooley and Tukey 1965: with n = a * b, it is transforms of length a, a turn of each number, and transforms of length b. All of it
 * is matrix products with small tables, at which every backend is fast; with j = j1 * b + j2 and k = k1 + k2 * a.
 */
function transformed(x: tf.Tensor3D, sign: number): tf.Tensor3D {
  const [, rows, n] = x.shape;
  const a = factor(n);
  if (a === 1) return turned(x, circle(n, n, n, sign), rightProduct) as tf.Tensor3D;
  const b = n / a;
  const columns = exchanged(tf.reshape(x, [2, rows, a, b])); // j2, j1
  const inner = transformed(tf.reshape(columns, [2, rows * b, a]), sign); // j2, k1
  const apart = turned(tf.reshape(inner, [2, rows, b, a]), circle(b, a, n, sign), tf.mul);
  const outer = transformed(tf.reshape(exchanged(apart), [2, rows * a, b]), sign); // k1, k2
  return tf.reshape(exchanged(tf.reshape(outer, [2, rows, a, b])), [2, rows, n]); // k2, k1
}

/** The largest factor below the root, or 1 for a short transform or a prime one, which is a single matrix product. */
function factor(n: number): number {
  let a = n > LONGEST_PRODUCT ? Math.floor(Math.sqrt(n)) : 1;
  while (n % a !== 0) a--;
  return a;
}

/** Complex products: x cos + i x sin, with real and imaginary parts exchanged for the i. */
function turned<T extends tf.Tensor>(x: T, circle: Circle, multiply: (x: T, table: tf.Tensor2D) => tf.Tensor): tf.Tensor {
  const crossed = tf.reverse(multiply(x, circle.sines), 0);
  const signs = tf.tensor([-1, 1], [2, ...x.shape.slice(1).map(() => 1)]);
  return tf.add(multiply(x, circle.cosines), tf.mul(crossed, signs));
}

interface Circle {
  readonly cosines: tf.Tensor2D;
  readonly sines: tf.Tensor2D;
}

/** exp(sign * 2 pi i j k / n) for j below `rows` and k below `columns`; angles are taken within one turn, in double precision. */
function circle(rows: number, columns: number, n: number, sign: number): Circle {
  const table = (wave: (angle: number) => number): tf.Tensor2D => {
    const values = Float32Array.from({ length: n }, (_, i) => wave((sign * 2 * Math.PI * i) / n));
    const entry = (_: unknown, i: number): number => values[(Math.floor(i / columns) * (i % columns)) % n]!;
    return tf.tensor2d(Float32Array.from({ length: rows * columns }, entry), [rows, columns]);
  };
  return { cosines: table(Math.cos), sines: table(Math.sin) };
}

/** [2, rows, n] by [n, n], as one product of matrices: batches of them are slow on wasm. */
function rightProduct(x: tf.Tensor, table: tf.Tensor2D): tf.Tensor {
  return tf.reshape(tf.matMul(tf.reshape(x, [-1, table.shape[0]]), table), x.shape);
}

function exchanged(x: tf.Tensor): tf.Tensor {
  return tf.transpose(x, [0, 1, 3, 2]);
}

const LONGEST_PRODUCT = 64;
