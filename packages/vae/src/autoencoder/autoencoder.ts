import {
  type Batch,
  checkExamples,
  choose,
  createRng,
  Dense,
  disposeModule,
  type JsonObject,
  type Objective,
  type ObjectiveLoss,
  type Rng,
  sigmoid,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import type { VaeChoices } from '../choices.ts';
import type { Decoder, Encoder } from '../network.ts';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import { type AutoencoderConfig, type AutoencoderOptions, autoencoderFields } from './config.ts';
import { corrupt } from './corrupt.ts';
import { squaredError } from './squared-error.ts';

/** Networks of your own, which a stored config may name beside ours. */
export type AutoencoderChoices = Pick<VaeChoices, 'networks'>;

/**
 * A network that puts an example through a code of `latent` numbers and back, with the least squared error (Hinton and Salakhutdinov
 * 2006); with `corruption` a denoising one (Vincent et al. 2008). For features and compression: as no prior is put on its codes, it
 * draws no examples.
 */
export class Autoencoder implements Trainable {
  static readonly kind = 'autoencoder';
  readonly kind = Autoencoder.kind;
  readonly config: AutoencoderConfig;
  readonly encoder: Encoder;
  readonly code: Dense;
  readonly decoder: Decoder;

  constructor({ network = mlp(), ...rest }: AutoencoderOptions) {
    const { spec, latent, corruption, seed } = config.object(autoencoderFields())(rest, 'Autoencoder');
    this.config = { spec: spec as AutoencoderConfig['spec'], latent, network: network.config, corruption, seed };
    const rng = createRng(seed).fork('encoder');
    this.encoder = network.encoder({ shape: spec.shape }, rng);
    this.code = new Dense({ inputs: this.encoder.features, units: latent }, rng.fork('code'));
    this.decoder = network.decoder({ shape: spec.shape, latent, outputShape: spec.shape }, createRng(seed).fork('decoder'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig({ network, ...rest }: JsonObject, { networks = [] }: AutoencoderChoices = {}): Autoencoder {
    const known = { ...rest, network: choose(network, [mlp, conv, ...networks], 'network') };
    return new Autoencoder(known as unknown as AutoencoderOptions);
  }

  objectives(): Objective[] {
    return [{ name: 'reconstruction', variables: trainableVariables(this), loss: (...given) => this.#loss(...given) }];
  }

  /** x [batch, ...shape] -> codes [batch, latent]. The caller disposes them. */
  encode(x: tf.Tensor): tf.Tensor2D {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => this.#encode(x));
  }

  /** Codes [batch, latent] -> examples [batch, ...shape], in [0, 1] but for real data. The caller disposes them. */
  decode(z: tf.Tensor2D): tf.Tensor {
    checkExamples(z, [this.config.latent], 'z');
    return tf.tidy(() => this.#decode(z));
  }

  /** What its codes keep of the examples, both [batch, ...shape]. The caller disposes it. */
  reconstruct(x: tf.Tensor): tf.Tensor {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => this.#decode(this.#encode(x)));
  }

  dispose(): void {
    disposeModule(this);
  }

  /** |x - reconstruction|^2, summed over an example's values: for a linear network at best the sum of the eigenvalues that PCA drops. */
  #loss({ x }: Batch, rng: Rng, { mode }: TrainingState): ObjectiveLoss {
    const { spec, corruption } = this.config;
    checkExamples(x, spec.shape);
    const seen = mode === 'train' ? corrupt(x, corruption, rng) : x;
    return { loss: tf.mean(squaredError(x, this.#decode(this.#encode(seen)))) };
  }

  #encode(x: tf.Tensor): tf.Tensor2D {
    return this.code.apply(this.encoder.apply(x));
  }

  #decode(z: tf.Tensor2D): tf.Tensor {
    const y = this.decoder.apply(z);
    return this.config.spec.domain === 'real' ? y : sigmoid(y);
  }
}
