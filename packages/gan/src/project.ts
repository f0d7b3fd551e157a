import {
  adam,
  type BatchSource,
  checkCount,
  checkExamples,
  cosine,
  createRng,
  fit,
  type LabelCondition,
  type Objective,
  type Rng,
  type Trainable,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { GanGenerator } from './gan-generator.ts';

export interface ProjectOptions {
  readonly seed: number;
  /** A class for each image, where the generator has classes. */
  readonly condition?: LabelCondition;
  /** Updates of each code. @default 200 */
  readonly steps?: number;
  /** Codes that each image starts from, of which the best is kept: the way down can end in a hollow. @default 4 */
  readonly starts?: number;
  /** Of Adam, falling to 0. @default 0.1 */
  readonly learningRate?: number;
  /** Ends the search where it stands. */
  readonly signal?: AbortSignal;
}

/** What was found, one an image. The caller disposes both. */
export interface Projection {
  /** [images, latent]. */
  readonly z: tf.Tensor2D;
  /** Mean squared difference between the image and what the generator makes of z, [images]. */
  readonly error: tf.Tensor1D;
}

/**
 * The codes whose examples come nearest to given ones, by descent on the squared difference (Zhu et al. 2016, 1609.03552, section 3.2,
 * on pixels): how much of an image a generator can say. x is [images, ...shape].
 */
export async function project(generator: GanGenerator, x: tf.Tensor, options: ProjectOptions): Promise<Projection> {
  const { steps = 200, starts = 4, learningRate = 0.1, seed, condition = {}, signal } = options;
  checkExamples(x, generator.config.spec.shape);
  checkCount('steps', steps);
  checkCount('starts', starts);
  const search = new Search(generator, x, starts, condition, createRng(seed));
  const source: BatchSource = { spec: generator.config.spec, batch: () => ({ x: tf.zeros([1]) }) };
  try {
    const optimizer = adam({ learningRate });
    await fit(search, source, { steps, seed, optimizer, schedule: cosine(), ...(signal && { signal }) });
    return search.best();
  } finally {
    search.dispose();
  }
}

/** All codes at once, `starts` for each image: none hears of another, as Adam treats every entry by itself. */
class Search implements Trainable {
  readonly kind = 'projection';
  readonly config = {};
  readonly z: tf.Variable<tf.Rank.R2>; // [starts * images, latent]
  readonly #generator: GanGenerator;
  readonly #wanted: tf.Tensor; // [starts * images, ...shape]
  readonly #starts: number;
  readonly #condition: LabelCondition;

  constructor(generator: GanGenerator, x: tf.Tensor, starts: number, { labels }: LabelCondition, rng: Rng) {
    this.#generator = generator;
    this.#starts = starts;
    this.#wanted = tf.tidy(() => tf.concat(Array.from({ length: starts }, () => x)));
    this.#condition = labels ? { labels: Array.from({ length: starts }, () => Array.from(labels)).flat() } : {};
    this.z = tf.tidy(() => tf.variable(rng.normal<tf.Rank.R2>([this.#wanted.shape[0]!, generator.config.latent])));
  }

  objectives(): Objective[] {
    return [{ name: 'difference', variables: [this.z], loss: () => ({ loss: tf.sum(this.#errors()) }) }];
  }

  best(): Projection {
    return tf.tidy(() => {
      const images = this.z.shape[0] / this.#starts;
      const errors = tf.reshape(this.#errors(), [this.#starts, images]) as tf.Tensor2D;
      const row = tf.add(tf.mul(tf.argMin(errors, 0), images), tf.range(0, images, 1, 'int32'));
      return { z: tf.gather(this.z, tf.cast(row, 'int32')), error: tf.min<tf.Tensor1D>(errors, 0) };
    });
  }

  dispose(): void {
    tf.dispose([this.z, this.#wanted]);
  }

  /** [starts * images]. */
  #errors(): tf.Tensor1D {
    const gap = tf.squaredDifference(this.#generator.generate(this.z, this.#condition), this.#wanted);
    return tf.mean(tf.reshape(gap, [this.z.shape[0], -1]), 1);
  }
}
