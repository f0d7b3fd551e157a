import {
  type Batch,
  checkExamples,
  choose,
  createRng,
  disposeModule,
  type ImageSize,
  type JsonObject,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { checkImage } from '../check-image.ts';
import { defaultLikelihood } from '../default-likelihood.ts';
import type { Likelihood, Output } from '../likelihood.ts';
import { bernoulli } from '../likelihoods/bernoulli.ts';
import { discretizedLogistic } from '../likelihoods/discretized-logistic.ts';
import { gaussian } from '../likelihoods/gaussian.ts';
import type { VqVaeChoices } from './choices.ts';
import { Codebook } from './codebook.ts';
import { type VqVaeConfig, type VqVaeOptions, vqVaeFields } from './config.ts';
import type { VqDecoder, VqEncoder } from './network.ts';
import { residual } from './networks/residual.ts';
import { perplexity } from './perplexity.ts';
import { stopGradient } from './stop-gradient.ts';
import { straightThrough } from './straight-through.ts';

/**
 * An autoencoder whose code is a small image of integers: each cell names the vector of a learned codebook that is nearest to the encoder's
 * (van den Oord et al. 2017, 1711.00937). The codebook follows the encoder by running averages. It draws no images by itself: train a
 * prior over its codes, then `decode` what that draws.
 */
export class VqVae implements Trainable {
  static readonly kind = 'vq-vae';
  readonly kind = VqVae.kind;
  readonly config: VqVaeConfig;
  /** Of an image's codes: [rows, columns]. */
  readonly grid: ImageSize;
  readonly encoder: VqEncoder;
  readonly codebook: Codebook;
  readonly decoder: VqDecoder;
  readonly #likelihood: Likelihood;
  readonly #output: Output;

  constructor({ network = residual(), likelihood, ...rest }: VqVaeOptions) {
    const { spec, seed, ...given } = config.object(vqVaeFields())(rest, 'VqVae');
    checkImage(spec, 'VqVae');
    this.#likelihood = likelihood ?? defaultLikelihood(spec);
    this.#output = this.#likelihood.output(spec);
    const choices = { network: network.config, likelihood: this.#likelihood.config };
    this.config = { spec: spec as VqVaeConfig['spec'], ...choices, ...given, seed };
    this.grid = network.grid(spec.shape);
    const context = { shape: spec.shape, dimensions: given.dimensions, outputShape: this.#output.shape };
    const rng = createRng(seed);
    this.encoder = network.encoder(context, rng.fork('encoder'));
    this.codebook = new Codebook(given, rng.fork('codebook'));
    this.decoder = network.decoder(context, rng.fork('decoder'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(stored: JsonObject, { networks = [], likelihoods = [] }: VqVaeChoices = {}): VqVae {
    const network = choose(stored['network'], [residual, ...networks], 'network');
    const known = [bernoulli, gaussian, discretizedLogistic, ...likelihoods];
    const likelihood = choose(stored['likelihood'], known, 'likelihood');
    return new VqVae({ ...stored, network, likelihood } as unknown as VqVaeOptions);
  }

  objectives(): Objective[] {
    return [
      {
        name: 'vq-vae',
        variables: trainableVariables(this),
        initialize: ({ x }, rng) => this.codebook.start(this.#rows(this.#encode(x)), rng),
        loss: (...given) => this.#loss(...given),
      },
    ];
  }

  /** x [batch, ...shape] -> codes, int32 [batch, rows, columns] from 0 to entries - 1. The caller disposes them. */
  encode(x: tf.Tensor): tf.Tensor3D {
    return tf.tidy(() => {
      const codes = this.codebook.nearest(this.#rows(this.#encode(x)));
      return tf.reshape(codes, [x.shape[0]!, ...this.grid]);
    });
  }

  /**
   * Codes [batch, rows, columns] -> the means of p(x given z), [batch, ...shape], in [0, 1] but for real data. The caller disposes them.
   * A code that names no entry is an error of the backend's, where it looks.
   */
  decode(codes: tf.Tensor3D): tf.Tensor4D {
    checkExamples(codes, this.grid, 'codes');
    return tf.tidy(() => {
      const z = this.codebook.lookUp(tf.cast(codes, 'int32')) as tf.Tensor4D;
      return this.#output.mean(this.decoder.apply(z)) as tf.Tensor4D;
    });
  }

  /** What its codes keep of the images, both [batch, ...shape]. The caller disposes it. */
  reconstruct(x: tf.Tensor): tf.Tensor4D {
    return tf.tidy(() => this.decode(this.encode(x)));
  }

  dispose(): void {
    disposeModule(this);
  }

  /**
   * Eq. 3, in nats an image: -log p(x given z) + beta |z - sg(e)|^2, the second summed over the grid as the first is over the pixels.
   * In training the codebook takes a step of its own meanwhile, as a normalisation's running averages do.
   */
  #loss({ x }: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const { entries, commitment: beta, restarts, spec } = this.config;
    const training = mode === 'train';
    const z = this.#encode(x); // [batch, rows, columns, dimensions]
    const rows = this.#rows(z);
    if (training && restarts) this.codebook.restart(rows, rng);
    const codes = stopGradient(() => this.codebook.nearest(rows));
    const quantized: tf.Tensor4D = stopGradient(() => tf.reshape(this.codebook.lookUp(codes), z.shape));
    const chosen = tf.cast(tf.oneHot(codes, entries) as tf.Tensor2D, 'float32'); // wasm's kernel makes nothing but integers
    if (training) this.codebook.follow(rows, chosen);
    const logProb = this.#likelihood.logProb(x, this.decoder.apply(straightThrough(z, quantized)), spec);
    const reconstruction = tf.neg<tf.Scalar>(tf.mean(logProb));
    const commitment = tf.mean<tf.Scalar>(tf.sum(tf.square(tf.sub(z, quantized)), [1, 2, 3]));
    return {
      loss: tf.add(reconstruction, tf.mul(commitment, beta)),
      metrics: { reconstruction, commitment, perplexity: perplexity(tf.sum(chosen, 0)), live: this.codebook.live() },
    };
  }

  #encode(x: tf.Tensor): tf.Tensor4D {
    checkExamples(x, this.config.spec.shape);
    return this.encoder.apply(x as tf.Tensor4D);
  }

  /** A row for each cell of each grid. */
  #rows(z: tf.Tensor4D): tf.Tensor2D {
    return tf.reshape(z, [-1, this.config.dimensions]);
  }
}
