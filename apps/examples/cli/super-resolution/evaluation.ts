import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import { exactNats } from '../likelihood/exact-nats.ts';
import { type Mean, meanOf } from '../likelihood/mean.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Contestants } from './contestants.ts';

/** How well images are explained that were never seen, in nats an image; all are exact. */
export interface Evaluation {
  /** -log p(large image), by the model that is given nothing. */
  readonly plain: Mean;
  /** -log p(small image) */
  readonly small: Mean;
  /** -log p(large image | small image) */
  readonly given: Mean;
  /** -log p(small image) - log p(large image | small image), which is -log p(large image). */
  readonly both: Mean;
  /** `plain` less `given`, image by image: what the small image tells of the large one, its own pixels included. */
  readonly saved: Mean;
}

/** Explains the test images with both models. Nothing where Ctrl-C came before the end. */
export async function evaluate(
  { multiScale, plain }: Contestants,
  test: Dataset,
  surroundings: Surroundings,
): Promise<Evaluation | undefined> {
  const explain = (logProb: (x: tf.Tensor) => tf.Tensor1D) => natsOf(logProb, test, surroundings);
  const small = await explain((x) => multiScale.small.logProb(multiScale.subsample(x)));
  const given = await explain((x) => multiScale.logProbGivenSmall(x));
  const alone = await explain((x) => plain.logProb(x));
  if (surroundings.signal.aborted) return undefined;
  return {
    plain: meanOf(alone),
    small: meanOf(small),
    given: meanOf(given),
    both: meanOf(small.map((nats, image) => nats + given[image]!)),
    saved: meanOf(alone.map((nats, image) => nats - given[image]!)),
  };
}

/** Of each image. Called inside a tidy, `logProb` may leave tensors behind. */
async function natsOf(
  logProb: (x: tf.Tensor) => tf.Tensor1D,
  test: Dataset,
  { terminal, signal }: Surroundings,
): Promise<number[]> {
  const progress = terminal.progress({ total: test.length, unit: 'images' });
  const onProgress = (done: number) => progress.update(done, 'log p(x)');
  return exactNats({ config: {}, logProb }, test, { signal, onProgress }).finally(() => progress.stop());
}
