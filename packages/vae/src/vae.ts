import {
  type Batch,
  checkExamples,
  createRng,
  type DiagonalGaussian,
  disposeModule,
  type JsonObject,
  klToStandardNormal,
  type Objective,
  type ObjectiveLoss,
  type PriorOptions,
  type Rng,
  reparameterize,
  type Sampler,
  samplePrior,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { readChoices, type VaeChoices } from './choices.ts';
import { type VaeConfig, type VaeOptions, vaeFields } from './config.ts';
import { defaultLikelihood } from './default-likelihood.ts';
import { type ElboTerms, elboOf, klWeight, trainingLoss } from './elbo.ts';
import type { Likelihood } from './likelihood.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';
import { type ImportanceOptions, importanceSample } from './log-likelihood.ts';
import type { Encoder } from './network.ts';
import { conv } from './networks/conv.ts';
import { mlp } from './networks/mlp.ts';
import { VaeDecoder } from './vae-decoder.ts';

export interface VaeSampleOptions extends PriorOptions {
  /** Draws x from p(x given z) instead of taking its mean: true values of the data's domain, but noisy pictures. @default false */
  readonly draw?: boolean;
}

/** A variational autoencoder with a diagonal Gaussian posterior and the prior N(0, I) (Kingma and Welling 2014). */
export class Vae implements Trainable, Sampler {
  static readonly kind = 'vae';
  readonly kind = Vae.kind;
  readonly config: VaeConfig;
  readonly encoder: Encoder;
  readonly decoder: VaeDecoder;

  readonly #likelihood: Likelihood;

  constructor({ network = mlp(), likelihood, ...rest }: VaeOptions) {
    const { spec, latent, seed, ...objective } = config.object(vaeFields())(rest, 'Vae');
    this.#likelihood = likelihood ?? defaultLikelihood(spec);
    this.decoder = new VaeDecoder({ spec, latent, network, likelihood: this.#likelihood, seed });
    this.config = { ...this.decoder.config, ...objective };
    const context = { shape: spec.shape, latent, outputShape: spec.shape };
    this.encoder = network.encoder(context, createRng(seed).fork('encoder'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, { networks = [], likelihoods = [] }: VaeChoices = {}): Vae {
    const known = [bernoulli, gaussian, discretizedLogistic, ...likelihoods];
    return new Vae(readChoices(config, [mlp, conv, ...networks], known) as VaeOptions);
  }

  objectives(): Objective[] {
    return [{ name: 'elbo', variables: trainableVariables(this), loss: (...given) => this.#loss(...given) }];
  }

  /** q(z given x): x [batch, ...shape] -> mean and log-variance, [batch, latent] each. The caller disposes both. */
  encode(x: tf.Tensor): DiagonalGaussian {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => ({ ...this.encoder.apply(x) }));
  }

  /** The mean of p(x given z): z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. The caller disposes it. */
  decode(z: tf.Tensor2D): tf.Tensor {
    return this.decoder.decode(z);
  }

  /**
   * New examples: z from the prior N(0, I), then the mean of p(x given z) or, with `draw: true`, a draw from it. Resolves to
   * [count, ...shape], which the caller disposes. `temperature` scales the prior's standard deviation.
   */
  async sample(options: VaeSampleOptions): Promise<tf.Tensor> {
    const { draw = false, ...rest } = options;
    const noise = createRng(rest.seed).fork('x');
    return draw ? samplePrior(this.config.latent, rest, (z) => this.#draw(z, noise)) : this.decoder.sample(rest);
  }

  /** The evidence lower bound in nats, one value an example, from one draw of z each. The caller disposes it. */
  elbo(x: tf.Tensor, { seed }: { readonly seed: number }): tf.Tensor1D {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => elboOf(this.#terms(x, createRng(seed))));
  }

  /**
   * log p(x) in nats, one value an example, estimated with `samples` importance samples from q (Burda et al. 2016, eq. 8): on
   * average below the truth, and nearer to it the more samples. Memory does not grow with `samples`. The caller disposes it.
   */
  logLikelihood(x: tf.Tensor, options: ImportanceOptions): Promise<tf.Tensor1D> {
    checkExamples(x, this.config.spec.shape);
    const logProb = (part: tf.Tensor, z: tf.Tensor2D) => this.#logProb(part, z);
    return importanceSample({ encoder: this.encoder, logProb }, x, options);
  }

  dispose(): void {
    disposeModule(this);
  }

  /** Validation looks at the bound itself (with beta), without warm-up and free bits. */
  #loss({ x }: Batch, rng: Rng, { step, mode }: TrainingState): ObjectiveLoss {
    checkExamples(x, this.config.spec.shape);
    const terms = this.#terms(x, rng);
    const { beta, freeBits } = this.config;
    const loss = mode === 'train' ? trainingLoss(terms, klWeight(this.config, step), freeBits) : trainingLoss(terms, beta, 0);
    return {
      loss,
      metrics: { reconstruction: tf.neg(tf.mean(terms.logProb)), kl: tf.mean(klToStandardNormal(terms.posterior)) },
    };
  }

  #terms(x: tf.Tensor, rng: Rng): ElboTerms {
    const posterior = this.encoder.apply(x);
    const z = reparameterize(posterior, rng);
    return { logProb: this.#logProb(x, z), posterior };
  }

  #draw(z: tf.Tensor2D, rng: Rng): tf.Tensor {
    return this.#likelihood.draw(this.decoder.network.apply(z), this.config.spec, rng);
  }

  /** log p(x given z) in nats, one value an example. */
  #logProb(x: tf.Tensor, z: tf.Tensor2D): tf.Tensor1D {
    return this.#likelihood.logProb(x, this.decoder.network.apply(z), this.config.spec);
  }
}
