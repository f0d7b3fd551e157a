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
import { PixelCnnNetwork } from './networks/pixel-cnn-network.ts';
import type { PixelDistribution } from './output.ts';
import type { PixelModel } from './pixel-model.ts';
import { type PixelSampleOptions, sampleImages, sampleRows } from './sample.ts';

export interface PixelCnnConfig extends PixelConfig {
  readonly filters: number;
  readonly blocks: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface PixelCnnOptions extends PixelOptions {
  /** h of the paper: blocks have 2h channels outside and h inside. @default 32, or 33 for masked colours */
  readonly filters?: number;
  /** @default 7 */
  readonly blocks?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly kernelSize?: number;
  /** Channels of the two layers before the output. @default 64, or 66 for masked colours */
  readonly hidden?: number;
}

/** The PixelCNN of van den Oord et al. 2016 (1601.06759, section 3.5): masked convolutions, with the blind spot that square masks leave. */
export class PixelCnn implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  static readonly kind = 'pixelcnn';
  readonly kind = PixelCnn.kind;
  readonly config: PixelCnnConfig;
  readonly distribution: PixelDistribution;
  readonly conditioner: Conditioner | null;
  readonly network: PixelNetwork;

  constructor({ output, ...rest }: PixelCnnOptions) {
    const family = output ?? defaultOutput(rest.spec);
    this.distribution = family.distribution(config.dataSpec()(rest.spec, 'PixelCnn.spec'));
    const fields = config.object(pixelCnnFields(this.distribution.turns))(rest, 'PixelCnn');
    this.config = { ...fields, output: family.config } as PixelCnnConfig;
    const rng = createRng(fields.seed);
    const { filters, blocks, kernelSize, hidden } = fields;
    this.conditioner = openConditioner(fields, rng.fork('conditioner'));
    this.network = new PixelCnnNetwork({ ...networkSizes(this), filters, blocks, kernelSize, hidden }, rng.fork('network'));
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): PixelCnn {
    return new PixelCnn(readChoices(config, choices));
  }

  get spec(): PixelCnnConfig['spec'] {
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

/** The fields of its config, the output apart. */
export function pixelCnnFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 32),
    blocks: config.optional(config.integer({ min: 0 }), 7),
    kernelSize: config.optional(config.integer({ min: 1 }), 7),
    hidden: channelCount(groups, 64),
  };
}
