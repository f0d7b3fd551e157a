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
import type * as tf from '@tensorflow/tfjs-core';
import { type PixelChoices, readChoices } from './choices.ts';
import { type CodingOptions, type CompressOptions, compress } from './coding/compress.ts';
import { decompress } from './coding/decompress.ts';
import { type CompleteOptions, completeImages } from './complete.ts';
import { type Conditioner, type GivenCondition, openConditioner } from './conditioner.ts';
import { channelCount, type PixelConfig, type PixelOptions, pixelFields } from './config.ts';
import { defaultOutput } from './default-output.ts';
import type { DrawnRow } from './draw-rows.ts';
import { likelihoodObjective, logProbOf } from './likelihood.ts';
import { networkSizes } from './network.ts';
import { DiagonalBiLstmNetwork } from './networks/diagonal-bi-lstm-network.ts';
import type { PixelDistribution } from './output.ts';
import type { PixelModel } from './pixel-model.ts';
import { type PixelSampleOptions, sampleImages, sampleRows } from './sample.ts';

export interface DiagonalBiLstmConfig extends PixelConfig {
  readonly filters: number;
  readonly layers: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface DiagonalBiLstmOptions extends PixelOptions {
  /** h of the paper: layers have 2h channels outside and h states a direction. @default 16, or 18 for masked colours */
  readonly filters?: number;
  /** @default 7 */
  readonly layers?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly kernelSize?: number;
  /** Channels of the two layers before the output. @default 32, or 33 for masked colours */
  readonly hidden?: number;
}

/**
 * The Diagonal BiLSTM PixelRNN of van den Oord et al. 2016 (1601.06759, section 3.2): goes along the diagonals from both upper corners,
 * and sees all pixels before.
 */
export class DiagonalBiLstm implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  static readonly kind = 'diagonal-bi-lstm';
  readonly kind = DiagonalBiLstm.kind;
  readonly config: DiagonalBiLstmConfig;
  readonly distribution: PixelDistribution;
  readonly conditioner: Conditioner | null;
  readonly network: PixelNetwork;

  constructor({ output, ...rest }: DiagonalBiLstmOptions) {
    const family = output ?? defaultOutput(rest.spec);
    this.distribution = family.distribution(config.dataSpec()(rest.spec, 'DiagonalBiLstm.spec'));
    const fields = config.object(diagonalBiLstmFields(this.distribution.turns))(rest, 'DiagonalBiLstm');
    this.config = { ...fields, output: family.config } as DiagonalBiLstmConfig;
    const rng = createRng(fields.seed);
    this.conditioner = openConditioner(fields, rng.fork('conditioner'));
    const sizes = { ...fields, ...networkSizes(this) };
    this.network = new DiagonalBiLstmNetwork(sizes, rng.fork('network'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): DiagonalBiLstm {
    return new DiagonalBiLstm(readChoices(config, choices));
  }

  get spec(): DiagonalBiLstmConfig['spec'] {
    return this.config.spec;
  }

  objectives(): Objective[] {
    return [likelihoodObjective(this)];
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

function diagonalBiLstmFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 16),
    layers: config.optional(config.integer({ min: 1 }), 7),
    kernelSize: config.optional(config.integer({ min: 3 }), 7),
    hidden: channelCount(groups, 32),
  };
}
