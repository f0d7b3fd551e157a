import * as tf from '@tensorflow/tfjs-core';
import { checkCount } from '../check-count.ts';
import { check, show } from '../errors.ts';
import type { SampleOptions } from '../model.ts';
import { pauser } from '../pause.ts';
import { createRng } from '../rng.ts';

export type PriorOptions = Omit<SampleOptions, 'condition'>;

/**
 * Draws z from N(0, I) and makes examples of it, some at a time, so that memory stays bounded, the host stays awake and an abort is
 * heard. `decode` is called inside a tidy with z [part, latent] and the number of its first example, part after part. All parts but the
 * last are even, so that normals, which come in pairs, are the same however the work is cut.
 */
export async function samplePrior(
  latent: number,
  options: PriorOptions,
  decode: (z: tf.Tensor2D, first: number) => tf.Tensor,
): Promise<tf.Tensor> {
  const { count, seed, batchSize = 256, temperature = 1, signal, onProgress } = options;
  checkCount('count', count);
  checkCount('batchSize', batchSize);
  check(
    temperature >= 0 && temperature < Infinity,
    'invalid-argument',
    () => `temperature must be a number from 0, got ${show(temperature)}`,
  );
  const size = batchSize + (batchSize % 2);
  const noise = createRng(seed).fork('z');
  const rest = pauser();
  const parts: tf.Tensor[] = [];
  try {
    for (let done = 0; done < count; done += size) {
      signal?.throwIfAborted();
      const shape: [number, number] = [Math.min(size, count - done), latent];
      parts.push(tf.tidy(() => decode(tf.mul(noise.normal<tf.Rank.R2>(shape), temperature), done)));
      onProgress?.(Math.min(done + size, count));
      await rest();
    }
    return join(parts);
  } finally {
    tf.dispose(parts);
  }
}

/** The kernel itself: `tf.concat` and its checks would be a fifth of a kilobyte in every app that samples. */
function join(parts: readonly tf.Tensor[]): tf.Tensor {
  return tf.engine().runKernel('Concat', parts as unknown as tf.NamedTensorMap, { axis: 0 });
}
