import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';

/** Images at a time. */
const SIZE = 100;

export interface ExactNatsOptions {
  /** Ends early, with what there is. */
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

/** -log p(x) of the images in nats, in their order. */
export async function exactNats(
  model: { logProb(x: tf.Tensor): tf.Tensor1D },
  images: Dataset,
  { signal, onProgress }: ExactNatsOptions = {},
): Promise<number[]> {
  const nats: number[] = [];
  for (let first = 0; first < images.length && !signal?.aborted; first += SIZE) {
    const x = images.images(Uint32Array.from({ length: Math.min(SIZE, images.length - first) }, (_, i) => first + i));
    const logProb = model.logProb(x);
    nats.push(...Array.from(await logProb.data(), (value) => -value));
    x.dispose();
    logProb.dispose();
    onProgress?.(nats.length);
  }
  return nats;
}
