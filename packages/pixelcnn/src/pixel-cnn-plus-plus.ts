import {
  createRng,
  disposeModule,
  type JsonObject,
  type Objective,
  type PixelNetwork,
  type Sampler,
  type Trainable,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { type PixelChoices, readChoices } from './choices.ts';
import { type CodingOptions, type CompressOptions, compress } from './coding/compress.ts';
import { decompress } from './coding/decompress.ts';
import { type CompleteOptions, completeImages } from './complete.ts';
import { type Conditioner, type GivenCondition, openConditioner } from './conditioner.ts';
import type { PixelConfig, PixelOptions } from './config.ts';
import type { DrawnRow } from './draw-rows.ts';
import { likelihoodObjective, logProbOf } from './likelihood.ts';
import { networkSizes } from './network.ts';
import { PlusPlusNetwork } from './networks/plus-plus/plus-plus-network.ts';
import type { PixelDistribution, PixelOutput } from './output.ts';
import { plusPlusFields } from './pixel-cnn-plus-plus-config.ts';
import { initializeFromData } from './pixel-cnn-plus-plus-initialize.ts';
import type { PixelModel } from './pixel-model.ts';
import { plusPlusOutput } from './plus-plus-output.ts';
import { type PixelSampleOptions, sampleImages, sampleRows } from './sample.ts';

export interface PixelCnnPlusPlusConfig extends PixelConfig {
  readonly filters: number;
  readonly blocks: number;
  readonly resolutions: number;
  readonly dropout: number;
}

export interface PixelCnnPlusPlusOptions extends PixelOptions {
  /** One that ties a pixel's colours by itself. @default bernoulli() for black and white, logisticMixture() elsewhere */
  readonly output?: PixelOutput;
  /** Channels of both streams; the paper's is 160. @default 32 */
  readonly filters?: number;
  /** Blocks of each resolution on the way down; the paper's is 5. @default 2 */
  readonly blocks?: number;
  /**
   * How many sizes the features have, each half the one before: height and width must be multiples of 2^(resolutions - 1).
   * @default 3 as in the paper, or as many as the image admits with 4 pixels left along its sides
   */
  readonly resolutions?: number;
  /** Share of the features in each block that training drops. @default 0.5 */
  readonly dropout?: number;
}

/**
 * The PixelCNN++ of Salimans et al. 2017 (1701.05517): shifted convolutions, short-cuts past coarser features, a mixture of logistics.
 *
 * The first batch of its first training initialises it. The paper evaluates averaged weights: `fit` with `ema: 0.9995`, then
 * `withWeights(model, report.ema, ...)`.
 */
export class PixelCnnPlusPlus implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  static readonly kind = 'pixelcnn-plus-plus';
  readonly kind = PixelCnnPlusPlus.kind;
  readonly config: PixelCnnPlusPlusConfig;
  readonly distribution: PixelDistribution;
  readonly conditioner: Conditioner | null;
  readonly network: PixelNetwork;
  /** 1 once a batch has initialised the weights, also in a file: who trains on does not begin anew. */
  readonly initialized: tf.Variable<tf.Rank.R0>;

  constructor({ output, ...rest }: PixelCnnPlusPlusOptions) {
    const spec = config.dataSpec()(rest.spec, 'PixelCnnPlusPlus.spec');
    const family = plusPlusOutput(spec, output);
    this.distribution = family.distribution(spec);
    const fields = config.object(plusPlusFields(spec))(rest, 'PixelCnnPlusPlus');
    this.config = { ...fields, output: family.config } as PixelCnnPlusPlusConfig;
    const rng = createRng(fields.seed);
    const { filters, blocks, resolutions, dropout } = fields;
    this.conditioner = openConditioner(fields, rng.fork('conditioner'));
    this.network = new PlusPlusNetwork({ ...networkSizes(this), filters, blocks, resolutions, dropout }, rng.fork('network'));
    this.initialized = tf.tidy(() => tf.variable(tf.scalar(0), false));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): PixelCnnPlusPlus {
    return new PixelCnnPlusPlus(readChoices(config, choices));
  }

  get spec(): PixelCnnPlusPlusConfig['spec'] {
    return this.config.spec;
  }

  objectives(): Objective[] {
    return [{ ...likelihoodObjective(this), initialize: (batch, rng) => initializeFromData(this, batch, rng) }];
  }

  /** log p(x) in nats, one value an image, exact: x [batch, height, width, channels]. The caller disposes it. */
  logProb(x: tf.Tensor, condition: GivenCondition = {}): tf.Tensor1D {
    return logProbOf(this, x, condition);
  }

  /** New images, [count, height, width, channels] of levels in [0, 1], which the caller disposes. */
  sample(options: PixelSampleOptions): Promise<tf.Tensor4D> {
    return sampleImages(this, options);
  }

  /** The rows of new images, each as soon as it is drawn. */
  sampleRows(options: PixelSampleOptions): AsyncIterable<DrawnRow> {
    return sampleRows(this, options);
  }

  /**
   * Images with the pixels filled in that `mask` ([batch, height, width] or [height, width] of 1 and 0) does not keep, each given
   * all pixels before it but none after. The caller disposes them.
   */
  complete(images: tf.Tensor, mask: tf.Tensor, options: CompleteOptions): Promise<tf.Tensor4D> {
    return completeImages(this, images, mask, options);
  }

  /** Images as bytes: a header, and -log2 p(x) bits to 0.5 %. `decompress` gives them back, bit-equal. */
  compress(images: tf.Tensor, options?: CompressOptions): Promise<Uint8Array> {
    return compress(this, images, options);
  }

  /** The images of some bytes, [count, height, width, channels], which the caller disposes. */
  decompress(bytes: Uint8Array, options?: CodingOptions): Promise<tf.Tensor4D> {
    return decompress(this, bytes, options);
  }

  dispose(): void {
    disposeModule(this);
  }
}
