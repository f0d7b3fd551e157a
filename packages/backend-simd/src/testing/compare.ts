import * as tf from '@tensorflow/tfjs-core';
import { startSimd } from './start.ts';

type Outputs = tf.Tensor | tf.Tensor[];

/** What came out: the shapes, and the values of every output one after the other. */
export interface Result {
  readonly shapes: number[][];
  readonly values: number[][];
}

/** Runs ops on a backend that is registered, and disposes everything. */
export async function runOn(backend: string, ops: () => Outputs): Promise<Result> {
  await tf.setBackend(backend);
  const outputs = [tf.tidy(() => [ops()].flat())].flat();
  const values = await Promise.all(outputs.map(async (output) => Array.from(await output.data())));
  const shapes = outputs.map(({ shape }) => shape);
  tf.dispose(outputs);
  return { shapes, values };
}

/** The same ops on one, two and three threads: `results` must be equal to the bit. */
export async function runOnThreads(ops: () => Outputs): Promise<Result[]> {
  const results: Result[] = [];
  for (const threads of [1, 2, 3]) {
    await startSimd({ threads });
    results.push(await runOn('simd', ops));
  }
  return results;
}

/**
 * The largest difference between two results, relative to the largest magnitude of the expected output that it stands in; infinite where shapes
 * differ, or where one is NaN or infinite and the other is not.
 */
export function difference(actual: Result, expected: Result): number {
  if (JSON.stringify(actual.shapes) !== JSON.stringify(expected.shapes)) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...actual.values.map((values, output) => outputDifference(values, expected.values[output]!)));
}

function outputDifference(actual: number[], expected: number[]): number {
  const scale = expected.reduce(
    (largest, value) => (Number.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest),
    1e-30,
  );
  return actual.reduce((worst, value, index) => Math.max(worst, gap(value, expected[index]!) / scale), 0);
}

function gap(actual: number, expected: number): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  return Number.isFinite(actual) && Number.isFinite(expected) ? Math.abs(actual - expected) : Number.POSITIVE_INFINITY;
}
