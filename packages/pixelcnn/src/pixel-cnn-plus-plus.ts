import type { JsonObject, Objective } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { AutoregressiveModel } from './autoregressive-model.ts';
import { type PixelChoices, readChoices } from './choices.ts';
import type { PixelConfig, PixelOptions } from './config.ts';
import { PlusPlusNetwork } from './networks/plus-plus/plus-plus-network.ts';
import type { PixelOutput } from './output.ts';
import { plusPlusFields } from './pixel-cnn-plus-plus-config.ts';
import { initializeFromData } from './pixel-cnn-plus-plus-initialize.ts';
import { plusPlusOutput } from './plus-plus-output.ts';

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
export class PixelCnnPlusPlus extends AutoregressiveModel<PixelCnnPlusPlusConfig> {
  static readonly kind = 'pixelcnn-plus-plus';
  readonly kind = PixelCnnPlusPlus.kind;
  /** 1 once a batch has initialised the weights, also in a file: who trains on does not begin anew. */
  readonly initialized: tf.Variable<tf.Rank.R0>;

  constructor(options: PixelCnnPlusPlusOptions) {
    super(options, {
      name: 'PixelCnnPlusPlus',
      output: plusPlusOutput,
      fields: plusPlusFields,
      network: (sizes, rng) => new PlusPlusNetwork(sizes, rng),
    });
    this.initialized = tf.tidy(() => tf.variable(tf.scalar(0), false));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): PixelCnnPlusPlus {
    return new PixelCnnPlusPlus(readChoices(config, choices));
  }

  override objectives(): Objective[] {
    return super
      .objectives()
      .map((objective) => ({ ...objective, initialize: (batch, rng) => initializeFromData(this, batch, rng) }));
  }
}
