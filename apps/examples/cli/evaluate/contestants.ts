import { createRng, type DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { Examples } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';

/** A set that is measured against the test examples. */
export interface Contestant {
  /** The heading of its column. */
  readonly name: string;
  /** As its scores call it. */
  readonly data: string;
  readonly examples: Examples;
  /** The class that each is of, or was asked to be of. */
  readonly labels?: Int32Array | undefined;
}

/** Standard deviation of the noise that spoils examples, whose values are of the order of 1. */
const NOISE = 0.2;

/** What the scores of a model lie between: examples as good as the test set's own, and the same ones under noise. */
export function marks(train: Dataset, count: number, seed: number): Contestant[] {
  const some = train.take(count);
  const { labels } = some;
  return [
    { name: 'training examples', data: `${train.name} train`, examples: some, labels },
    { name: 'the same under noise', data: `${train.name} train under noise of ${NOISE}`, examples: noisy(some, seed), labels },
  ];
}

/** The same noise for the same example, whatever batch it stands in. */
function noisy(data: Dataset, seed: number): Examples {
  const rng = createRng(seed).fork('noise');
  return {
    length: data.length,
    examples: (indices) =>
      tf.tidy(() => {
        const noise = tf.stack(Array.from(indices, (index) => rng.fork(index).normal([...data.spec.shape])));
        return withinDomain(tf.add(data.examples(indices), tf.mul(noise, NOISE)), data.spec);
      }),
  };
}

function withinDomain(x: tf.Tensor, { domain }: DataSpec): tf.Tensor {
  return domain === 'real' ? x : tf.clipByValue(x, 0, 1);
}
