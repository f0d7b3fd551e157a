import { createRng, Dense, type LinearLayer, type Mode, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { GanConfig } from './config.ts';
import { SpectralNorm } from './layers/spectral-norm.ts';
import type { Discriminator, DiscriminatorContext, GanNetwork, Linear } from './network.ts';

/** What a discriminator is built from. */
export interface GanDiscriminatorOptions extends Pick<GanConfig, 'spec' | 'classes' | 'spectralNorm' | 'seed'> {
  readonly network: GanNetwork;
  readonly apart: boolean;
  /** Whether the score has a zero of its own; where only differences of scores count, a bias would learn nothing. */
  readonly bias: boolean;
}

/**
 * Tells real from generated: the network's features, a weighted sum of them, and in a conditional model their product with a vector for
 * the class (projection, Miyato and Koyama 2018, eq. 3).
 */
export class GanDiscriminator {
  readonly network: Discriminator;
  readonly output: Linear<tf.Rank.R2>;
  readonly classes: Linear<tf.Rank.R2> | null;
  readonly #classCount: number;
  readonly #norms: SpectralNorm<tf.Rank>[] = [];

  constructor({ network, spec, classes, spectralNorm, seed, apart, bias }: GanDiscriminatorOptions) {
    const rng = createRng(seed).fork('discriminator');
    const normalize: DiscriminatorContext['normalize'] = (layer, own) => (spectralNorm ? this.#normalize(layer, own) : layer);
    this.network = network.discriminator({ shape: spec.shape, apart, spectralNorm, normalize }, rng);
    const { features } = this.network;
    const [outputRng, classesRng] = [rng.fork('output'), rng.fork('classes')];
    this.output = normalize(new Dense({ inputs: features, units: 1, bias }, outputRng), outputRng.fork('norm'));
    this.classes =
      classes > 0
        ? normalize(new Dense({ inputs: classes, units: features, bias: false }, classesRng), classesRng.fork('norm'))
        : null;
    this.#classCount = classes;
  }

  /** Of examples in the players' range [batch, ...shape]: [batch]. */
  apply(x: tf.Tensor, mode: Mode, labels?: tf.Tensor1D): tf.Tensor1D {
    const features = this.network.apply(x, mode);
    const score = tf.reshape(this.output.apply(features), [-1]);
    if (this.classes === null) return score as tf.Tensor1D;
    const classes = this.classes.apply(tf.oneHot(labels!, this.#classCount) as tf.Tensor2D); // [batch, features]
    return tf.add(score, tf.sum(tf.mul(features, classes), 1));
  }

  /** Lets the spectral norms follow the weights. */
  advance(): void {
    for (const norm of this.#norms) norm.advance();
  }

  #normalize<R extends tf.Rank>(layer: LinearLayer<R>, rng: Rng): SpectralNorm<R> {
    const norm = new SpectralNorm(layer, rng);
    this.#norms.push(norm as unknown as SpectralNorm<tf.Rank>);
    return norm;
  }
}
