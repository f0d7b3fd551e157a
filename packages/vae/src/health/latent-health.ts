import { type BatchSource, check, type DiagonalGaussian, klPerDimension, type LabelCondition, pauser } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { collapseWarning } from './collapse-warning.ts';
import { type EncodedKind, exampleBatches } from './example-batches.ts';
import { LatentStatistics } from './latent-statistics.ts';

/** A `Vae`, or whatever else has a Gaussian posterior. */
export interface EncodingModel {
  readonly config: EncodedKind;
  /** q(z given x), [batch, latent] each, which the caller disposes. */
  encode(x: tf.Tensor, condition?: LabelCondition): DiagonalGaussian;
}

export interface LatentHealthOptions {
  /** The classes of a tensor's examples, where the model has classes; a source's batches bring theirs. */
  readonly condition?: LabelCondition;
  /** A dimension is active where E[z given x] varies by more over the examples. @default 0.01, as in Burda et al. 2016 */
  readonly activeAbove?: number;
  /** Examples of a tensor that are encoded at once: the bound on memory. @default 256 */
  readonly batchSize?: number;
  /** Batches of a source. @default its epoch, which a source without end does not have */
  readonly steps?: number;
  readonly signal?: AbortSignal;
  onProgress?(doneExamples: number): void;
}

/** How much of z a model uses: plain data, as JSON. */
export interface LatentHealth {
  readonly examples: number;
  /** Latent dimensions, in all. */
  readonly latent: number;
  /** Those of which E[z given x] varies over the examples (Burda et al. 2016, section 5.1). */
  readonly activeUnits: number;
  /** Variance of E[z given x] over the examples, by dimension. */
  readonly meanVariance: readonly number[];
  /** KL(q(z given x) || N(0, 1)) in nats, the mean over the examples, by dimension. */
  readonly klPerDimension: readonly number[];
  /** Their sum: nats that z says of an example. */
  readonly kl: number;
  /** Where the model has stopped using z, or nearly so: what is wrong, and what helps. */
  readonly warning?: string;
}

/**
 * How much of its latent space a model uses, over a tensor of examples or some batches of a source. Throws 'invalid-argument' for fewer
 * than two examples.
 */
export async function latentHealth(
  model: EncodingModel,
  examples: tf.Tensor | BatchSource,
  options: LatentHealthOptions = {},
): Promise<LatentHealth> {
  const { activeAbove = 0.01, signal, onProgress } = options;
  const statistics = new LatentStatistics();
  const rest = pauser();
  for await (const { x, labels } of exampleBatches(model.config, examples, options)) {
    signal?.throwIfAborted();
    const { means, kls } = await readPosterior(model, x, labels && { labels });
    statistics.add(means, kls, x.shape[0]!);
    onProgress?.(statistics.examples);
    await rest();
  }
  check(statistics.examples >= 2, 'invalid-argument', () => `examples must be two at least, got ${statistics.examples}`);
  return summary(statistics, activeAbove);
}

function summary({ examples, meanVariance, klPerDimension }: LatentStatistics, activeAbove: number): LatentHealth {
  const latent = meanVariance.length;
  const activeUnits = meanVariance.filter((variance) => variance > activeAbove).length;
  const kl = klPerDimension.reduce((sum, nats) => sum + nats, 0);
  const warning = collapseWarning({ latent, activeUnits, kl });
  return { examples, latent, activeUnits, meanVariance, klPerDimension, kl, ...(warning !== undefined && { warning }) };
}

/** E[z given x] and the KL of each dimension, [batch, latent] each. */
async function readPosterior(model: EncodingModel, x: tf.Tensor, condition?: LabelCondition) {
  const tensors = tf.tidy(() => {
    const posterior = model.encode(x, condition);
    return [posterior.mean, klPerDimension(posterior)] as const;
  });
  try {
    const [means, kls] = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
    return { means: means!, kls: kls! };
  } finally {
    tf.dispose(tensors as unknown as tf.Tensor[]);
  }
}
