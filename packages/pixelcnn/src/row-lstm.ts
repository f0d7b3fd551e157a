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
import { RowLstmNetwork } from './networks/row-lstm-network.ts';
import type { PixelDistribution } from './output.ts';
import type { PixelModel } from './pixel-model.ts';
import { type PixelSampleOptions, sampleImages, sampleRows } from './sample.ts';

export interface RowLstmConfig extends PixelConfig {
  readonly filters: number;
  readonly layers: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface RowLstmOptions extends PixelOptions {
  /** h of the paper: layers have 2h channels outside and h states. @default 16, or 18 for masked colours */
  readonly filters?: number;
  /** @default 7 */
  readonly layers?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly kernelSize?: number;
  /** Channels of the two layers before the output. @default 32, or 33 for masked colours */
  readonly hidden?: number;
}

/**
 * The Row LSTM PixelRNN of van den Oord et al. 2016 (1601.06759, section 3.1): goes down the rows, and sees a triangle of what is above
 * a pixel.
 */
export class RowLstm implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  static readonly kind = 'row-lstm';
  readonly kind = RowLstm.kind;
  readonly config: RowLstmConfig;
  readonly distribution: PixelDistribution;
  readonly conditioner: Conditioner | null;
  readonly network: PixelNetwork;

  constructor({ output, ...rest }: RowLstmOptions) {
    const family = output ?? defaultOutput(rest.spec);
    this.distribution = family.distribution(config.dataSpec()(rest.spec, 'RowLstm.spec'));
    const fields = config.object(rowLstmFields(this.distribution.turns))(rest, 'RowLstm');
    this.config = { ...fields, output: family.config } as RowLstmConfig;
    const rng = createRng(fields.seed);
    this.conditioner = openConditioner(fields, rng.fork('conditioner'));
    const sizes = { ...fields, ...networkSizes(this) };
    this.network = new RowLstmNetwork(sizes, rng.fork('network'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): RowLstm {
    return new RowLstm(readChoices(config, choices));
  }

  get spec(): RowLstmConfig['spec'] {
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

function rowLstmFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 16),
    layers: config.optional(config.integer({ min: 1 }), 7),
    kernelSize: config.optional(config.integer({ min: 3 }), 7),
    hidden: channelCount(groups, 32),
  };
}
