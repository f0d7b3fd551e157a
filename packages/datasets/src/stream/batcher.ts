import { type Batch, type DataSpec, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Augment } from '../augmentation/augment.ts';
import { levelsOf } from '../dataset/domain.ts';
import type { Example } from '../dataset/example.ts';
import { meaningOf, translate } from '../dataset/values.ts';

/** Makes tensors of the examples of a step. */
export function batcher({ shape, domain }: DataSpec, augment?: Augment): (examples: readonly Example[], step: number) => Batch {
  const meaning = levelsOf(domain) > 256 ? undefined : meaningOf(levelsOf(domain));
  return (examples, step) => {
    const values = stack(examples, sizeOf(shape), meaning);
    augment?.(values, step);
    const x = tf.tensor(values, [examples.length, ...shape]);
    if (examples[0]!.label === undefined) return { x };
    return {
      x,
      labels: tf.tensor1d(
        Int32Array.from(examples, ({ label }) => label!),
        'int32',
      ),
    };
  };
}

/** One after another, bytes as the numbers they stand for. */
function stack(examples: readonly Example[], size: number, meaning: Float32Array | undefined): Float32Array {
  const out = new Float32Array(examples.length * size);
  for (const [i, { values }] of examples.entries()) {
    if (meaning !== undefined && values instanceof Uint8Array) translate(values, meaning, out.subarray(i * size));
    else out.set(values, i * size);
  }
  return out;
}
