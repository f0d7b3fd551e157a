import type * as tf from '@tensorflow/tfjs-core';
import type { JsonObject } from './json.ts';
import type { Rng } from './rng.ts';

/** The values that an example may take: {0, 1}, the interval [0, 1], any number, or `levels` even steps of [0, 1]. */
export type Domain = 'binary' | 'unit' | 'real' | { readonly levels: number };

/** What one example is. Images are [height, width, channels]; a series is [time, channels]; a point is [dimensions]. */
export interface DataSpec {
  readonly shape: readonly number[];
  readonly domain: Domain;
}

/** Some examples: `x` is [batch, ...shape], `labels` [batch] of int32, `map` [batch, height, width, channels]. */
export interface Batch {
  readonly x: tf.Tensor;
  readonly labels?: tf.Tensor1D;
  readonly map?: tf.Tensor4D;
  /** A second, labelled batch beside an unlabelled one, for semi-supervised training. */
  readonly labelled?: Batch;
}

/**
 * Where training reads its examples. `batch` is pure in `step`: the same step gives the same batch, so an exact resume needs
 * only the step. `fit` disposes what it got from `batch`, nothing else.
 */
export interface BatchSource {
  readonly spec: DataSpec;
  /** Batches in one pass over the data; absent where the data has no end. */
  readonly stepsPerEpoch?: number;
  batch(step: number): Batch | Promise<Batch>;
}

/** A model that `fit` can train and `save` can store. A module is any object; its fields are its parameters. */
export interface Trainable {
  readonly kind: string;
  /** Complete and plain JSON: with the weights it is enough to rebuild the model. */
  readonly config: JsonObject;
  /** What training minimises, in order. A VAE has one objective, a GAN two. */
  objectives(): readonly Objective[];
  dispose(): void;
}

/** One scalar to minimise and the variables that it may change. */
export interface Objective {
  /** 'elbo', 'discriminator', 'generator', ... */
  readonly name: string;
  readonly variables: readonly tf.Variable[];
  /** Updates a step, each with a fresh batch (a critic's k). @default 1 */
  readonly repeat?: number;
  /** Reports the global norm of its gradients beside its metrics, as 'gradientNorm'. @default false */
  readonly gradientNorm?: boolean;
  /** Called inside a tidy, once before the first update of a run: data-dependent initialisation. */
  initialize?(batch: Batch, rng: Rng): void;
  /** Mean over the batch. `fit` calls it inside a tidy and differentiates `loss`; `metrics` are only reported. */
  loss(batch: Batch, rng: Rng, training: TrainingState): ObjectiveLoss;
  /** Called inside a tidy after each update: weight clipping, running averages, codebooks. */
  after?(rng: Rng): void;
}

export interface ObjectiveLoss {
  readonly loss: tf.Scalar;
  readonly metrics?: Readonly<Record<string, tf.Scalar>>;
}

/** What a loss may depend on besides its batch. */
export interface TrainingState {
  /** The step that the update belongs to, from 0: what warm-ups count. */
  readonly step: number;
  /** 'train' while weights are updated; 'infer' for validation: no dropout, running averages instead of the batch's. */
  readonly mode: Mode;
}

export type Mode = 'train' | 'infer';

/** A model that draws new examples. A plain autoencoder or a classifier is none. */
export interface Sampler<S extends tf.Tensor = tf.Tensor> {
  /** Resolves to [count, ...shape], which the caller disposes. Rejects with the signal's reason when aborted. */
  sample(options: SampleOptions): Promise<S>;
}

export interface SampleOptions {
  readonly count: number;
  /** Same seed, same samples, on every backend up to its rounding. 0 is a seed. */
  readonly seed: number;
  readonly condition?: Condition;
  /** Spread of the draws, from 0: 1 is the model's own, below 1 nearer to its modes. @default 1 */
  readonly temperature?: number;
  /** Examples computed at once: the bound on memory. It changes the samples by rounding at most. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}

/** What the examples shall be samples of: a class each, or a map each ([count, height, width, channels]). */
export interface Condition {
  readonly labels?: ArrayLike<number>;
  readonly map?: tf.Tensor4D;
}
