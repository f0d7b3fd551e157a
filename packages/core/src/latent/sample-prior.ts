import * as tf from '@tensorflow/tfjs-core';
import { checkSampleOptions } from '../check-sample-options.ts';
import { checkConditionCount, type LabelCondition } from '../labels.ts';
import type { SampleOptions } from '../model.ts';
import { pauser } from '../pause.ts';
import { createRng } from '../rng.ts';

export type PriorOptions = Omit<SampleOptions, 'condition'>;

export interface ConditionalPriorOptions extends PriorOptions {
  /** A class for each sample, where the model has classes. */
  readonly condition?: LabelCondition;
}

/**
 * Draws z from N(0, I) and makes examples of it, some at a time, so that memory stays bounded, the host stays awake and an abort is
 * heard. `decode` is called inside a tidy with z [part, latent] and the part's labels, part after part. All parts but the last are even,
 * so that normals, which come in pairs, are the same however the work is cut.
 */
export async function samplePrior(
  latent: number,
  options: ConditionalPriorOptions,
  decode: (z: tf.Tensor2D, condition: LabelCondition) => tf.Tensor,
): Promise<tf.Tensor> {
  const { count, seed, condition: { labels } = {}, batchSize = 256, temperature = 1, signal, onProgress } = options;
  checkSampleOptions(options);
  checkConditionCount('labels', labels?.length, count);
  const size = batchSize + (batchSize % 2);
  const noise = createRng(seed).fork('z');
  const rest = pauser();
  const parts: tf.Tensor[] = [];
  try {
    for (let done = 0; done < count; done += size) {
      signal?.throwIfAborted();
      const end = Math.min(done + size, count);
      const condition = labels ? { labels: Array.from(labels).slice(done, end) } : {};
      parts.push(tf.tidy(() => decode(tf.mul(noise.normal<tf.Rank.R2>([end - done, latent]), temperature), condition)));
      onProgress?.(end);
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
