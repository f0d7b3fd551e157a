import {
  type ConditionalPriorOptions,
  checkExamples,
  createRng,
  disposeModule,
  type JsonObject,
  type LabelCondition,
  labelsTensor,
  type Sampler,
  samplePrior,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { readChoices, type VaeDecoderChoices } from './choices.ts';
import { decoderFields, type VaeDecoderConfig, type VaeDecoderOptions } from './config.ts';
import type { Output } from './likelihood.ts';
import type { Decoder } from './network.ts';
import { convDecoder } from './networks/conv-decoder.ts';
import { mlpDecoder } from './networks/mlp-decoder.ts';
import { withClass } from './networks/with-class.ts';
import { oneHot } from './one-hot.ts';
import { bernoulliOutput } from './outputs/bernoulli-output.ts';
import { discretizedLogisticOutput } from './outputs/discretized-logistic-output.ts';
import { gaussianOutput } from './outputs/gaussian-output.ts';

/** The generating half of a VAE, p(x given z): all that an app needs which embeds a trained one. */
export class VaeDecoder implements Sampler {
  static readonly kind = 'vae-decoder';
  readonly kind = VaeDecoder.kind;
  readonly config: VaeDecoderConfig;
  readonly network: Decoder;
  readonly #output: Output;

  constructor({ network, likelihood, ...rest }: VaeDecoderOptions) {
    const { spec, latent, classes, seed } = config.object(decoderFields())(rest, 'VaeDecoder');
    this.config = {
      spec: spec as VaeDecoderConfig['spec'],
      latent,
      network: network.config,
      likelihood: likelihood.config,
      classes,
      seed,
    };
    this.#output = likelihood.output(spec);
    const context = { shape: spec.shape, latent: latent + classes, outputShape: this.#output.shape };
    this.network = network.decoder(context, createRng(seed).fork('decoder'));
  }

  /** The decoder of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, { networks = [], likelihoods = [] }: VaeDecoderChoices = {}): VaeDecoder {
    const outputs = [bernoulliOutput, gaussianOutput, discretizedLogisticOutput, ...likelihoods];
    return new VaeDecoder(readChoices(config, [mlpDecoder, convDecoder, ...networks], outputs) as VaeDecoderOptions);
  }

  /** The mean of p(x given z): z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. The caller disposes it. */
  decode(z: tf.Tensor2D, { labels }: LabelCondition = {}): tf.Tensor {
    const { latent, classes } = this.config;
    checkExamples(z, [latent], 'z');
    return tf.tidy(() => this.#output.mean(this.apply(z, oneHot(labelsTensor(labels, classes, z.shape[0]), classes))));
  }

  /** The parameters of p(x given z), for training: y is the class, one-hot [batch, classes], where the model has classes. */
  apply(z: tf.Tensor2D, y?: tf.Tensor2D): tf.Tensor {
    return this.network.apply(withClass(z, y));
  }

  /**
   * New examples: z from the prior N(0, I), then the mean of p(x given z). Resolves to [count, ...shape], which the caller disposes.
   * `temperature` scales the prior's standard deviation.
   */
  sample(options: ConditionalPriorOptions): Promise<tf.Tensor> {
    return samplePrior(this.config.latent, options, (z, condition) => this.decode(z, condition));
  }

  dispose(): void {
    disposeModule(this);
  }
}
