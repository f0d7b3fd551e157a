import {
  type Batch,
  checkCount,
  checkExamples,
  checkSampleOptions,
  choose,
  createRng,
  type DiagonalGaussian,
  disposeModule,
  drawPixelImages,
  type ImageRange,
  type JsonObject,
  klToStandardNormal,
  type Objective,
  type ObjectiveLoss,
  openPixelMachine,
  type PixelDistribution,
  parallelOps,
  type Rng,
  type Sampler,
  type Trainable,
  type TrainingState,
  trainableVariables,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import type { VaeChoices } from '../choices.ts';
import { drawElboTerms, elboLoss, elboOf, klPrice } from '../elbo.ts';
import { GaussianHead } from '../gaussian-head.ts';
import type { LatentModel } from '../importance-weights.ts';
import { type ImportanceOptions, importanceSample, type LogLikelihoodEstimate } from '../log-likelihood.ts';
import type { LogMeanExp } from '../log-mean-exp.ts';
import type { Decoder, Encoder } from '../network.ts';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import { type PixelVaeConfig, type PixelVaeOptions, pixelVaeFields } from './config.ts';
import type { PixelVaeDrawOptions, PixelVaeSampleOptions } from './draw-options.ts';
import type { ElboParts } from './elbo-parts.ts';
import { MaskedLayers } from './masked-layers.ts';
import { pixelDistribution } from './pixel-distribution.ts';

/** Networks of your own, which a stored config may name beside ours. */
export type PixelVaeChoices = Pick<VaeChoices, 'networks'>;

/** There are no classes. */
export type PixelVaeImportanceOptions = Omit<ImportanceOptions, 'condition'>;

/**
 * A VAE that draws an image pixel by pixel: a few masked layers see the pixels before, near by, and a map that is made of z (Gulrajani et
 * al. 2016, 1611.05013). So z says what the image shows, and the layers see to the grain of it, which the independent pixels of a `Vae`
 * must leave to z or to chance. As each pixel depends on those before it, there is no mean of p(x given z) to decode to: one draws.
 */
export class PixelVae implements Trainable, Sampler<tf.Tensor4D> {
  static readonly kind = 'pixel-vae';
  readonly kind = PixelVae.kind;
  readonly config: PixelVaeConfig;
  readonly encoder: Encoder;
  readonly posterior: GaussianHead;
  /** z to the map that the masked layers go by, [batch, height, width, features]. */
  readonly decoder: Decoder;
  readonly masked: MaskedLayers;

  readonly #distribution: PixelDistribution;
  readonly #model: LatentModel = {
    posterior: ({ x }) => this.posterior.apply(this.encoder.apply(x)),
    logProb: ({ x }, z) => {
      const images = x as tf.Tensor4D;
      return this.#distribution.logProb(images, this.masked.apply(parallelOps(), images, this.#map(z)));
    },
  };

  constructor({ network = conv(), ...rest }: PixelVaeOptions) {
    this.#distribution = pixelDistribution(config.dataSpec()(rest.spec, 'PixelVae.spec'));
    const { channels, parameters, turns: groups } = this.#distribution;
    const fields = config.object(pixelVaeFields(groups))(rest, 'PixelVae');
    this.config = { ...fields, network: network.config } as PixelVaeConfig;
    const { latent, features, seed } = fields;
    const { shape } = fields.spec;
    const [height, width] = shape as [number, number];
    const rng = createRng(seed);
    this.encoder = network.encoder({ shape }, rng.fork('encoder'));
    this.posterior = new GaussianHead({ inputs: this.encoder.features, latent }, rng.fork('posterior'));
    this.decoder = network.decoder({ shape, latent, outputShape: [height, width, features] }, rng.fork('decoder'));
    this.masked = new MaskedLayers({ ...fields, channels, parameters, groups }, rng.fork('masked'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig({ network, ...rest }: JsonObject, { networks = [] }: PixelVaeChoices = {}): PixelVae {
    const known = { ...rest, network: choose(network, [conv, mlp, ...networks], 'network') };
    return new PixelVae(known as unknown as PixelVaeOptions);
  }

  objectives(): Objective[] {
    return [{ name: 'elbo', variables: trainableVariables(this), loss: (...given) => this.#loss(...given) }];
  }

  /** q(z given x): x [batch, ...shape] -> mean and log-variance, [batch, latent] each. The caller disposes both. */
  encode(x: tf.Tensor): DiagonalGaussian {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => ({ ...this.#model.posterior({ x }) }));
  }

  /** The evidence lower bound in nats, one value an image, from one draw of z each. The caller disposes it. */
  elbo(x: tf.Tensor, options: { readonly seed: number }): tf.Tensor1D {
    return tf.tidy(() => this.elboParts(x, options).elbo);
  }

  /** log p(x given z) in nats, exact, one value an image: x [batch, ...shape], z [batch, latent]. The caller disposes it. */
  logProb(x: tf.Tensor, z: tf.Tensor2D): tf.Tensor1D {
    const { spec, latent } = this.config;
    checkExamples(x, spec.shape);
    checkExamples(z, [latent], 'z');
    return tf.tidy(() => this.#model.logProb({ x }, z));
  }

  /** The bound beside its KL, which shows a decoder that ignores z. The caller disposes all of them. */
  elboParts(x: tf.Tensor, { seed }: { readonly seed: number }): ElboParts {
    checkExamples(x, this.config.spec.shape);
    return tf.tidy(() => {
      const terms = drawElboTerms(this.#model, { x }, createRng(seed));
      const [elbo, kl] = [elboOf(terms), klToStandardNormal(terms.posterior)];
      const klShare: tf.Scalar = tf.div(tf.mean(kl), tf.neg(tf.mean(elbo)));
      return { elbo, kl, klShare };
    });
  }

  /**
   * log p(x) in nats, one value an image, estimated with `samples` importance samples from q (Burda et al. 2016, eq. 8): on average
   * below the truth, and nearer to it the more samples. `batchSize` is 128 by default. The caller disposes it.
   */
  async logLikelihood(x: tf.Tensor, options: PixelVaeImportanceOptions): Promise<tf.Tensor1D> {
    return tf.tensor1d((await this.#weigh(x, options)).values());
  }

  /** `logLikelihood` with the standard error of each value, for which it needs two samples at least. The caller disposes both. */
  async estimateLogLikelihood(x: tf.Tensor, options: PixelVaeImportanceOptions): Promise<LogLikelihoodEstimate> {
    checkCount('samples', options.samples, 2);
    const estimate = await this.#weigh(x, options);
    return { value: tf.tensor1d(estimate.values()), standardError: tf.tensor1d(estimate.standardErrors()) };
  }

  /** New images: z from the prior N(0, I), then pixel by pixel. Resolves to [count, ...shape], which the caller disposes. */
  async sample(options: PixelVaeSampleOptions): Promise<tf.Tensor4D> {
    checkSampleOptions(options);
    const { count, seed, temperature = 1, pixelTemperature = temperature, ...rest } = options;
    const { latent } = this.config;
    const z = tf.tidy((): tf.Tensor2D => tf.mul(createRng(seed).fork('z').normal([count, latent]), temperature));
    return this.draw(z, { ...rest, seed, temperature: pixelTemperature }).finally(() => z.dispose());
  }

  /** Images from p(x given z), a draw each: z [count, latent] -> [count, ...shape], which the caller disposes. */
  async draw(z: tf.Tensor2D, { incremental = true, ...options }: PixelVaeDrawOptions): Promise<tf.Tensor4D> {
    const { spec, latent } = this.config;
    checkExamples(z, [latent], 'z');
    const drawing = { ...options, count: z.shape[0] };
    checkSampleOptions(drawing);
    const [height, width, channels] = spec.shape as [number, number, number];
    const open = ({ first, count }: ImageRange) => {
      const condition = tf.tidy(() => this.#map(tf.slice(z, first, count)));
      return openPixelMachine({ network: this.masked, shape: [count, height, width, channels], condition, incremental });
    };
    return drawPixelImages({ shape: spec.shape, distribution: this.#distribution }, open, drawing);
  }

  /** What the model makes of the mean of each image's z, a draw each; both are [batch, ...shape]. The caller disposes them. */
  async reconstruct(x: tf.Tensor, options: PixelVaeDrawOptions): Promise<tf.Tensor4D> {
    const { mean, logVariance } = this.encode(x);
    return this.draw(mean, options).finally(() => tf.dispose([mean, logVariance]));
  }

  dispose(): void {
    disposeModule(this);
  }

  #loss({ x }: Batch, rng: Rng, training: TrainingState): ObjectiveLoss {
    checkExamples(x, this.config.spec.shape);
    const { loss, metrics } = elboLoss(drawElboTerms(this.#model, { x }, rng), klPrice(this.config, training));
    const { reconstruction, kl } = metrics;
    return { loss, metrics: { reconstruction, kl, klShare: tf.div(kl, tf.add(reconstruction, kl)) } };
  }

  /** Called inside a tidy. */
  #map(z: tf.Tensor2D): tf.Tensor4D {
    return this.decoder.apply(z) as tf.Tensor4D;
  }

  #weigh(x: tf.Tensor, options: PixelVaeImportanceOptions): Promise<LogMeanExp> {
    checkExamples(x, this.config.spec.shape);
    return importanceSample(this.#model, { x }, { batchSize: 128, ...options });
  }
}
