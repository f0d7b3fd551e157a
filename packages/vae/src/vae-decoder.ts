import { checkExamples, config, createRng, disposeModule, type JsonObject, type Rng, type SampleOptions, type Sampler } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { readChoices, type VaeChoices } from './choices.ts';
import { decoderFields, type VaeDecoderConfig, type VaeDecoderOptions } from './config.ts';
import { defaultLikelihood } from './default-likelihood.ts';
import type { ObservationModel } from './likelihood.ts';
import type { Decoder, DecoderNetwork } from './network.ts';
import { convDecoder } from './networks/conv-decoder.ts';
import { mlpDecoder } from './networks/mlp-decoder.ts';
import { sampleInBatches } from './sample-in-batches.ts';

export interface VaeSampleOptions extends Omit<SampleOptions, 'condition'> {
  /** Draws x from p(x given z) instead of taking its mean: true values of the data's domain, but noisy pictures. @default false */
  readonly draw?: boolean;
}

/** The generating half of a VAE, p(x given z): all that an app needs which embeds a trained one. */
export class VaeDecoder implements Sampler {
  static readonly kind = 'vae-decoder';
  readonly kind = VaeDecoder.kind;
  readonly config: VaeDecoderConfig;
  readonly network: Decoder;
  readonly #observation: ObservationModel;

  constructor({ network, likelihood, ...rest }: VaeDecoderOptions) {
    const { spec, latent, seed } = config.object(decoderFields)(rest, 'VaeDecoder');
    const family = likelihood ?? defaultLikelihood(spec);
    this.config = { spec: spec as VaeDecoderConfig['spec'], latent, network: network.config, likelihood: family.config, seed };
    this.#observation = family.of(spec);
    const context = { shape: spec.shape, latent, outputShape: this.#observation.outputShape };
    this.network = network.decoder(context, createRng(seed).fork('decoder'));
  }

  /** The decoder of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: VaeChoices<DecoderNetwork> = {}): VaeDecoder {
    return new VaeDecoder(readChoices(config, [mlpDecoder, convDecoder], choices) as VaeDecoderOptions);
  }

  /** The mean of p(x given z): z [batch, latent] -> [batch, ...shape], in [0, 1] but for real data. The caller disposes it. */
  decode(z: tf.Tensor2D): tf.Tensor {
    checkExamples(z, [this.config.latent], 'z');
    return tf.tidy(() => this.#observation.mean(this.network.apply(z)));
  }

  /** log p(x given z) in nats, one value an example. The caller disposes it. */
  logProb(x: tf.Tensor, z: tf.Tensor2D): tf.Tensor1D {
    return tf.tidy(() => this.#observation.logProb(x, this.network.apply(z)));
  }

  /**
   * New examples: z from the prior N(0, I), then the mean of p(x given z), or a draw from it. Resolves to [count, ...shape],
   * which the caller disposes. `temperature` scales the prior's standard deviation.
   */
  sample(options: VaeSampleOptions): Promise<tf.Tensor> {
    return sampleInBatches(options, (count, rng) => this.#generate(count, rng, options));
  }

  dispose(): void {
    disposeModule(this);
  }

  #generate(count: number, rng: Rng, { temperature = 1, draw = false }: VaeSampleOptions): tf.Tensor {
    const z: tf.Tensor2D = tf.mul(rng.fork('z').normal<tf.Rank.R2>([count, this.config.latent]), temperature);
    const parameters = this.network.apply(z);
    return draw ? this.#observation.draw(parameters, rng.fork('x')) : this.#observation.mean(parameters);
  }
}
