import { type HostTensor, sizeOf } from '@genmodels/core';
import { type Step, visitConvolutions } from '../steps.ts';
import { formulaValues } from './formula-values.ts';

/** All that a file of weights holds, as fixtures/inception.py makes it. */
export function formulaWeights(steps: readonly Step[]): Map<string, HostTensor> {
  const tensors = new Map<string, HostTensor>();
  const add = (name: string, shape: readonly number[], center: number, spread: number) =>
    tensors.set(name, { shape, dtype: 'float32', values: formulaValues(name, sizeOf(shape), center, spread) });
  visitConvolutions(steps, 3, ({ name, filters, size }, inputs) => {
    add(`${name}.conv.weight`, [filters, inputs, ...size], 0, Math.sqrt(6 / sizeOf([inputs, ...size])));
    add(`${name}.bn.running_mean`, [filters], 0, 0.1);
    add(`${name}.bn.running_var`, [filters], 1, 0.5);
    add(`${name}.bn.weight`, [filters], 1, 0.5);
    add(`${name}.bn.bias`, [filters], 0, 0.1);
  });
  add('fc.weight', [1008, 2048], 0, 0.1);
  return tensors;
}
