import { check, checkCount, pauser, type SampleOptions, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Makes `count` examples some at a time, so that memory stays bounded, the host stays awake and an abort is heard. `generate` is
 * called inside a tidy with the number of examples of each part, in order. All parts but the last are even, so that normals, which
 * come in pairs, are the same however the work is cut.
 */
export async function sampleInBatches(
  options: Omit<SampleOptions, 'seed'>,
  generate: (count: number) => tf.Tensor,
): Promise<tf.Tensor> {
  const { count, batchSize = 256, temperature = 1, signal, onProgress } = options;
  checkCount('count', count);
  checkCount('batchSize', batchSize);
  check(
    temperature >= 0 && temperature < Infinity,
    'invalid-argument',
    () => `temperature must be a number from 0, got ${show(temperature)}`,
  );
  const size = batchSize + (batchSize % 2);
  const rest = pauser();
  const parts: tf.Tensor[] = [];
  try {
    for (let done = 0; done < count; done += size) {
      signal?.throwIfAborted();
      parts.push(tf.tidy(() => generate(Math.min(size, count - done))));
      onProgress?.(Math.min(done + size, count));
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
