import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';
import { sizeOf } from '../shape.ts';

/** How many weights feed one unit of a layer, and how many units one of its inputs feeds. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/**
 * Makes a trainable variable with its first value. It has no tfjs name and survives any tidy; whoever disposes the module
 * frees it.
 */
export type Initializer = <R extends tf.Rank>(shape: tf.ShapeMap[R], fans: Fans, rng: Rng) => tf.Variable<R>;

/** N(0, 2 / (fanIn + fanOut)): keeps the variance of signals and gradients alike. Glorot and Bengio 2010, eq. 12. */
export const glorotNormal: Initializer = (shape, fans, rng) => scaledNormal(shape, glorotDeviation(fans), rng);

/** Uniform with the variance of `glorotNormal`. Glorot and Bengio 2010, eq. 16. */
export const glorotUniform: Initializer = (shape, fans, rng) => {
  const bound = Math.sqrt(3) * glorotDeviation(fans);
  return variableOf(
    shape,
    rng.fillUniform(valuesFor(shape)).map((u) => (2 * u - 1) * bound),
  );
};

/** N(0, 2 / fanIn), for layers before a ReLU. He et al. 2015, eq. 10. */
export const heNormal: Initializer = (shape, { fanIn }, rng) => scaledNormal(shape, Math.sqrt(2 / fanIn), rng);

/** N(0, 1 / fanIn): keeps the variance of signals. LeCun et al. 1998, eq. 16. */
export const lecunNormal: Initializer = (shape, { fanIn }, rng) => scaledNormal(shape, Math.sqrt(1 / fanIn), rng);

/** N(0, deviation^2) whatever the layer's size: 0.02 in DCGAN. */
export function normal(deviation: number): Initializer {
  return (shape, _, rng) => scaledNormal(shape, deviation, rng);
}

/**
 * Orthonormal columns (rows, where a column is shorter than a row) of the kernel as a matrix [everything else, units].
 * Saxe et al. 2014.
 */
export const orthogonal: Initializer = (shape, _, rng) => {
  const values = rng.fillNormal(valuesFor(shape));
  const columns = (shape as number[]).at(-1) ?? 1;
  orthonormalize(values, values.length / columns, columns);
  return variableOf(shape, values);
};

export function zeros<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Variable<R> {
  return variableOf(shape, valuesFor(shape));
}

export function ones<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Variable<R> {
  return variableOf(shape, valuesFor(shape).fill(1));
}

function glorotDeviation({ fanIn, fanOut }: Fans): number {
  return Math.sqrt(2 / (fanIn + fanOut));
}

function scaledNormal<R extends tf.Rank>(shape: tf.ShapeMap[R], deviation: number, rng: Rng): tf.Variable<R> {
  return variableOf(
    shape,
    rng.fillNormal(valuesFor(shape)).map((value) => value * deviation),
  );
}

function valuesFor(shape: number[]): Float32Array {
  return new Float32Array(sizeOf(shape));
}

function variableOf<R extends tf.Rank>(shape: tf.ShapeMap[R], values: Float32Array): tf.Variable<R> {
  return tf.tidy(() => tf.variable(tf.tensor<R>(values, shape)));
}

/** Gram and Schmidt on the columns of a row-major matrix, or on its rows where those are fewer. */
function orthonormalize(values: Float32Array, rows: number, columns: number): void {
  const [count, length, next, step] = columns <= rows ? [columns, rows, 1, columns] : [rows, columns, columns, 1];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) addMultiple(i * next, j * next, -dot(i * next, j * next));
    const scale = 1 / Math.sqrt(dot(i * next, i * next));
    for (let k = 0; k < length; k++) values[i * next + k * step]! *= scale;
  }

  function dot(a: number, b: number): number {
    let sum = 0;
    for (let k = 0; k < length; k++) sum += values[a + k * step]! * values[b + k * step]!;
    return sum;
  }

  function addMultiple(to: number, from: number, factor: number): void {
    for (let k = 0; k < length; k++) values[to + k * step]! += factor * values[from + k * step]!;
  }
}
