import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { type Module, namedVariables } from '../nn/module.ts';
import { equalShapes } from '../shape.ts';

/** Weights on the host, by field path: averages, snapshots. They hold no tensor, so nobody need dispose them. */
export type Weights = ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;

/** A copy of a module's weights and running averages. */
export async function readWeights(module: Module): Promise<Weights> {
  const entries = [...namedVariables(module)].map(async ([path, variable]) => {
    const values = (await variable.data()) as Float32Array;
    return [path, { shape: variable.shape, values: values.slice() }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Copies weights into the variables of the same path; the module's other variables stay. */
export function writeWeights(module: Module, weights: Weights): void {
  const variables = namedVariables(module);
  for (const [path, { shape }] of weights) {
    const variable = variables.get(path);
    check(
      variable !== undefined,
      'incompatible-file',
      () => `the model has no variable ${path}; these weights are another model's`,
    );
    check(
      equalShapes(variable.shape, shape),
      'incompatible-file',
      () => `${path} must have the shape [${variable.shape.join(', ')}], got [${shape.join(', ')}]`,
    );
  }
  tf.tidy(() => {
    for (const [path, { shape, values }] of weights) variables.get(path)!.assign(tf.tensor(values, [...shape]));
  });
}

/** Runs `use` while the model holds other weights (a run's averages, say), and puts its own back whatever happens. */
export async function withWeights<T>(model: Module, weights: Weights, use: () => T | Promise<T>): Promise<T> {
  const own = await readWeights(model);
  writeWeights(model, weights);
  try {
    return await use();
  } finally {
    writeWeights(model, own);
  }
}
