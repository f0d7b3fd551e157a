import type { Dataset } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { imagesAtATime } from './images-at-a-time.ts';
import { labelsFor, type MaybeConditional } from './labels-for.ts';

export interface ExactNatsOptions {
  /** Ends early, with what there is then: some images at least. */
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

/** A model that knows how likely an image is, by itself or given its class. */
interface ExactModel extends MaybeConditional {
  logProb(x: tf.Tensor, condition?: { readonly labels?: tf.Tensor1D }): tf.Tensor1D;
}

/** -log p(x) of the images in nats, in their order; given their classes, of a model that is conditioned on them. */
export async function exactNats(
  model: ExactModel,
  images: Dataset,
  { signal, onProgress }: ExactNatsOptions = {},
): Promise<number[]> {
  const nats: number[] = [];
  const size = imagesAtATime(images.spec);
  do {
    const logProb = logProbOf(model, images, nats.length, Math.min(nats.length + size, images.length));
    nats.push(...Array.from(await logProb.data(), (value) => -value));
    logProb.dispose();
    onProgress?.(nats.length);
  } while (nats.length < images.length && !signal?.aborted);
  return nats;
}

/** Of the images from `begin` to `end`. */
function logProbOf(model: ExactModel, images: Dataset, begin: number, end: number): tf.Tensor1D {
  const labels = labelsFor(model, images)?.subarray(begin, end);
  return tf.tidy(() => {
    const x = images.images(Uint32Array.from({ length: end - begin }, (_, i) => begin + i));
    return model.logProb(x, labels && { labels: tf.tensor1d(labels, 'int32') });
  });
}

/** How a score calls it. What a class says of an image is worth some nats, so that the two do not compare. */
export function exactEstimator({ config }: MaybeConditional): string {
  return config.classes ? 'exact, given the class' : 'exact';
}
