import * as tf from '@tensorflow/tfjs-core';
import { drawPermutation } from '../random/integers.ts';
import { createRng } from '../rng.ts';

/** An op of tfjs or of ours on small inputs, as data: for gradient checks and for comparisons between backends. */
export interface OperationCase {
  readonly name: string;
  /** Of the inputs, all float32. */
  readonly shapes: readonly (readonly number[])[];
  run(...inputs: tf.Tensor[]): tf.Tensor;
  /** Kernels without which a backend cannot run it. */
  readonly needs?: readonly string[];
  /** Backends of tfjs whose own kernel gives a wrong output here, whatever the gradient. */
  readonly wrongOn?: readonly string[];
}

/**
 * The inputs of a case, which the caller disposes. Each is an even grid in random order, and no grid meets another or zero, so
 * that finite differences stay clear of the corners of relu, maximum or sort.
 */
export function operationInputs({ shapes }: OperationCase, seed = 0): tf.Tensor[] {
  const rng = createRng(seed);
  return shapes.map((shape, i) => {
    const size = shape.reduce((all, each) => all * each, 1);
    const first = (i % 2 === 0 ? 0.3 : 0.7) - Math.floor(size / 2);
    const step = Math.min(0.16, 4 / size);
    return tf.tensor(
      Float32Array.from(drawPermutation(size, rng.fork(i)), (place) => (first + place) * step),
      [...shape],
    );
  });
}

/** Whether the current backend has the kernels of this case, and right ones. */
export function canRun({ needs = [], wrongOn = [] }: OperationCase): boolean {
  return !wrongOn.includes(tf.getBackend()) && needs.every((kernel) => tf.getKernel(kernel, tf.getBackend()) !== undefined);
}

/** A case with one input. */
export function unary(name: string, shape: readonly number[], run: (x: tf.Tensor) => tf.Tensor): OperationCase {
  return { name, shapes: [shape], run: (x) => run(x!) };
}

/** A case with two. */
export function binary(
  name: string,
  a: readonly number[],
  b: readonly number[],
  run: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
): OperationCase {
  return { name, shapes: [a, b], run: (x, y) => run(x!, y!) };
}
