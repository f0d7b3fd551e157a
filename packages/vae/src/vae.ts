import {
  type Batch,
  type ConditionalPriorOptions,
  checkBatchLabels,
  checkCount,
  checkExamples,
  createRng,
  type DiagonalGaussian,
  disposeModule,
  type JsonObject,
  type LabelCondition,
  labelsTensor,
  type Objective,
  type ObjectiveLoss,
  type Rng,
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
import { checkFreeBits, drawElboTerms, elboLoss, elboOf, importanceLoss, klPrice } from './elbo.ts';
import { GaussianHead } from './gaussian-head.ts';
import { drawImportanceTerms, type Examples, type LatentModel } from './importance-weights.ts';
import type { Likelihood } from './likelihood.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';
import { type ImportanceOptions, importanceSample, type LogLikelihoodEstimate } from './log-likelihood.ts';
import type { LogMeanExp } from './log-mean-exp.ts';
import type { Encoder } from './network.ts';
import { conv } from './networks/conv.ts';
import { mlp } from './networks/mlp.ts';
import { oneHot } from './one-hot.ts';
import { VaeDecoder } from './vae-decoder.ts';

export interface VaeSampleOptions extends ConditionalPriorOptions {
  /** Draws x from p(x given z) instead of taking its mean: true values of the data's domain, but noisy pictures. @default false */
  readonly draw?: boolean;
}

/**
 * A variational autoencoder with a diagonal Gaussian posterior and the prior N(0, I) (Kingma and Welling 2014). With `classes` it is
 * conditional: encoder and decoder are told the class y, as in the M2 of Kingma, Rezende, Mohamed and Welling 2014.
 */
export class Vae implements Trainable, Sampler {
  static readonly kind = 'vae';
  readonly kind = Vae.kind;
  readonly config: VaeConfig;
  readonly encoder: Encoder;
  readonly posterior: GaussianHead;
  readonly decoder: VaeDecoder;

  readonly #likelihood: Likelihood;
  readonly #model: LatentModel = {
    posterior: ({ x, y }) => this.posterior.apply(this.encoder.apply(x, y)),
    logProb: ({ x, y }, z) => this.#likelihood.logProb(x, this.decoder.apply(z, y), this.config.spec),
  };

  constructor({ network = mlp(), likelihood, ...rest }: VaeOptions) {
    const { spec, latent, classes, seed, ...objective } = config.object(vaeFields())(rest, 'Vae');
    checkFreeBits(objective);
    this.#likelihood = likelihood ?? defaultLikelihood(spec);
    this.decoder = new VaeDecoder({ spec, latent, network, likelihood: this.#likelihood, classes, seed });
    this.config = { ...this.decoder.config, ...objective };
    const rng = createRng(seed).fork('encoder');
    this.encoder = network.encoder({ shape: spec.shape, classes }, rng);
    this.posterior = new GaussianHead({ inputs: this.encoder.features, latent }, rng);
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
  encode(x: tf.Tensor, condition?: LabelCondition): DiagonalGaussian {
    return tf.tidy(() => ({ ...this.#model.posterior(this.#examples(x, condition)) }));
  }

  /** The mean of p(x given z): z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. The caller disposes it. */
  decode(z: tf.Tensor2D, condition?: LabelCondition): tf.Tensor {
    return this.decoder.decode(z, condition);
  }

  /**
   * New examples: z from the prior N(0, I), then the mean of p(x given z) or, with `draw: true`, a draw from it. Resolves to
   * [count, ...shape], which the caller disposes. `temperature` scales the prior's standard deviation.
   */
  async sample(options: VaeSampleOptions): Promise<tf.Tensor> {
    const { draw = false, ...rest } = options;
    if (!draw) return this.decoder.sample(rest);
    const noise = createRng(rest.seed).fork('x');
    const { latent, spec } = this.config;
    return samplePrior(latent, rest, (z, { labels }) => {
      return this.#likelihood.draw(this.decoder.apply(z, this.#classOf(labels, z.shape[0])), spec, noise);
    });
  }

  /** The evidence lower bound in nats, one value an example, from one draw of z each. The caller disposes it. */
  elbo(x: tf.Tensor, { seed, condition }: { readonly seed: number; readonly condition?: LabelCondition }): tf.Tensor1D {
    return tf.tidy(() => elboOf(drawElboTerms(this.#model, this.#examples(x, condition), createRng(seed))));
  }

  /**
   * log p(x) in nats, one value an example, estimated with `samples` importance samples from q (Burda et al. 2016, eq. 8): on
   * average below the truth, and nearer to it the more samples. Memory does not grow with `samples`. The caller disposes it.
   */
  async logLikelihood(x: tf.Tensor, options: ImportanceOptions): Promise<tf.Tensor1D> {
    return tf.tensor1d((await this.#weigh(x, options)).values());
  }

  /** `logLikelihood` with the standard error of each value, for which it needs two samples at least. The caller disposes both. */
  async estimateLogLikelihood(x: tf.Tensor, options: ImportanceOptions): Promise<LogLikelihoodEstimate> {
    checkCount('samples', options.samples, 2);
    const estimate = await this.#weigh(x, options);
    return { value: tf.tensor1d(estimate.values()), standardError: tf.tensor1d(estimate.standardErrors()) };
  }

  dispose(): void {
    disposeModule(this);
  }

  #loss(batch: Batch, rng: Rng, training: TrainingState): ObjectiveLoss {
    const { importanceSamples } = this.config;
    const examples = this.#read(batch);
    const price = klPrice(this.config, training);
    return importanceSamples === 1
      ? elboLoss(drawElboTerms(this.#model, examples, rng), price)
      : importanceLoss(drawImportanceTerms(this.#model, examples, importanceSamples, rng), price);
  }

  async #weigh(x: tf.Tensor, options: ImportanceOptions): Promise<LogMeanExp> {
    const examples = this.#examples(x, options.condition);
    try {
      return await importanceSample(this.#model, examples, options);
    } finally {
      examples.y?.dispose();
    }
  }

  /** A caller's examples, with their classes where the model has classes. */
  #examples(x: tf.Tensor, { labels }: LabelCondition = {}): Examples {
    checkExamples(x, this.config.spec.shape);
    return { x, y: this.#classOf(labels, x.shape[0]!) };
  }

  #classOf(labels: LabelCondition['labels'], count: number): tf.Tensor2D | undefined {
    const { classes } = this.config;
    return tf.tidy(() => oneHot(labelsTensor(labels, classes, count), classes));
  }

  /** A batch's examples, with its labels where the model has classes. */
  #read({ x, labels }: Batch): Examples {
    const { spec, classes } = this.config;
    checkExamples(x, spec.shape);
    if (classes === 0) return { x };
    checkBatchLabels(labels, classes, x.shape[0]!);
    return { x, y: oneHot(labels, classes) };
  }
}
