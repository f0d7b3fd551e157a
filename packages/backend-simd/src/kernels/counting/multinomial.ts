import type { KernelConfig, MultinomialAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { floatsOf, integersOf } from '../values.ts';
import { uniformNumbers } from './random.ts';

/** Draws from each row of logits, or of probabilities. Stock cpu draws all rows by the same random numbers. */
export function multinomialKernel(): KernelConfig {
  return define<{ logits: TensorInfo }, MultinomialAttrs>('Multinomial', {
    fits: ({ inputs: { logits } }) => logits.dtype === 'float32',
    run({ inputs: { logits }, attrs: { numSamples, seed, normalized }, backend }) {
      const [rows, events] = logits.shape as [number, number];
      const out = backend.empty([rows, numSamples], 'int32');
      const [values, draws] = [floatsOf(backend, logits), integersOf(backend, out)];
      const sums = new Float64Array(events);
      const random = uniformNumbers(seed);
      for (let row = 0; row < rows; row++) {
        accumulate(values.subarray(row * events, (row + 1) * events), normalized, sums);
        const total = sums[events - 1]!;
        for (let i = 0; i < numSamples; i++) draws[row * numSamples + i] = firstAbove(sums, random() * total);
      }
      return out;
    },
  });
}

/** Running sums of the probabilities, up to a factor. */
function accumulate(values: Float32Array, normalized: boolean, sums: Float64Array): void {
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  for (let i = 0, sum = 0; i < sums.length; i++) {
    sum += normalized ? values[i]! : Math.exp(values[i]! - most);
    sums[i] = sum;
  }
}

/** What has no probability adds nothing to its sum, and so is never the first. */
function firstAbove(sums: Float64Array, level: number): number {
  let low = 0;
  for (let high = sums.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > level) high = middle;
    else low = middle + 1;
  }
  return low;
}
