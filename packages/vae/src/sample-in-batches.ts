import { checkCount, createRng, pauser, type Rng, type SampleOptions } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Draws `count` examples some at a time, so that memory stays bounded, the host stays awake and an abort is heard. `generate` is
 * called inside a tidy with the number of examples and a stream of its own for each part.
 */
export async function sampleInBatches(
  options: SampleOptions,
  generate: (count: number, rng: Rng) => tf.Tensor,
): Promise<tf.Tensor> {
  const { count, seed, batchSize = 256, signal, onProgress } = options;
  checkCount('count', count);
  checkCount('batchSize', batchSize);
  const rng = createRng(seed);
  const rest = pauser();
  const parts: tf.Tensor[] = [];
  try {
    for (let done = 0; done < count; done += batchSize) {
      signal?.throwIfAborted();
      const size = Math.min(batchSize, count - done);
      parts.push(tf.tidy(() => generate(size, rng.fork(parts.length))));
      onProgress?.(done + size);
      await rest();
    }
    return parts.length === 1 ? tf.clone(parts[0]!) : join(parts);
  } finally {
    tf.dispose(parts);
  }
}

/** The kernel itself: `tf.concat` and its checks would be a fifth of a kilobyte in every app that samples. */
function join(parts: readonly tf.Tensor[]): tf.Tensor {
  return tf.engine().runKernel(tf.Concat, [...parts] as unknown as tf.NamedTensorMap, { axis: 0 });
}
