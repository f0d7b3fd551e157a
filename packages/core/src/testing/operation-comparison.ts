import * as tf from '@tensorflow/tfjs-core';
import { canRun, type OperationCase, operationInputs } from './operation-case.ts';

/** What the cases gave on one backend, by name: the output and the gradient of each input of sum(y + y^2 / 2), or the error. */
export type OperationResults = ReadonlyMap<string, readonly Float32Array[] | Error>;

export interface OperationDifference {
  readonly name: string;
  /** The largest difference, relative to the largest value; Infinity where only one of the two failed. */
  readonly error: number;
}

/** Runs the cases on the current backend, leaving out those whose kernels it lacks. */
export async function runOperations(cases: readonly OperationCase[]): Promise<OperationResults> {
  const results = new Map<string, readonly Float32Array[] | Error>();
  for (const each of cases) {
    if (canRun(each)) results.set(each.name, await runOperation(each).catch((error: unknown) => error as Error));
  }
  return results;
}

/** How the candidate differs from the reference, for each case that both ran, the worst first. */
export function compareOperations(reference: OperationResults, candidate: OperationResults): OperationDifference[] {
  const both = [...reference].filter(([name]) => candidate.has(name));
  return both
    .map(([name, result]) => ({ name, error: distance(result, candidate.get(name)!) }))
    .sort((a, b) => b.error - a.error);
}

async function runOperation({ run, ...rest }: OperationCase): Promise<Float32Array[]> {
  const inputs = operationInputs({ run, ...rest });
  try {
    const tensors = tf.tidy(() => {
      const loss = (): tf.Scalar => {
        const y = tf.cast(run(...inputs), 'float32');
        return tf.sum(tf.add(y, tf.mul(tf.square(y), 0.5)));
      };
      const { grads } = tf.engine().gradients(loss, inputs, undefined, true);
      return [tf.cast(run(...inputs), 'float32'), ...grads.map((gradient, i) => gradient ?? tf.zerosLike(inputs[i]!))];
    });
    const values = await Promise.all(tensors.map(async (tensor) => (await tensor.data<'float32'>()).slice()));
    tf.dispose(tensors);
    return values;
  } finally {
    tf.dispose(inputs);
  }
}

function distance(a: readonly Float32Array[] | Error, b: readonly Float32Array[] | Error): number {
  if (a instanceof Error || b instanceof Error) return a instanceof Error && b instanceof Error ? 0 : Infinity;
  return Math.max(...a.map((values, i) => relative(values, b[i]!)));
}

function relative(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Infinity;
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const gap = a.reduce((most, value, i) => Math.max(most, Object.is(value, b[i]) ? 0 : Math.abs(value - b[i]!)), 0);
  return Number.isNaN(gap) ? Infinity : gap / scale;
}
