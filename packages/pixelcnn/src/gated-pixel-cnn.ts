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
import { GatedPixelCnnNetwork } from './networks/gated-pixel-cnn-network.ts';
import type { PixelDistribution } from './output.ts';
import type { PixelModel } from './pixel-model.ts';
import { type PixelSampleOptions, sampleImages, sampleRows } from './sample.ts';

export interface GatedPixelCnnConfig extends PixelConfig {
  readonly filters: number;
  readonly layers: number;
  readonly firstKernelSize: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface GatedPixelCnnOptions extends PixelOptions {
  /** p: channels of both stacks. @default 32, or 33 for masked colours */
  readonly filters?: number;
  /** After the first. @default 7 */
  readonly layers?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly firstKernelSize?: number;
  /** Of the others, an odd number. @default 3 */
  readonly kernelSize?: number;
  /** Channels of the layer before the output. @default 64, or 66 for masked colours */
  readonly hidden?: number;
}

/** The Gated PixelCNN of van den Oord et al. 2016 (1606.05328): two stacks, which together see all pixels before, and gates. */
export class GatedPixelCnn implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  static readonly kind = 'gated-pixelcnn';
  readonly kind = GatedPixelCnn.kind;
  readonly config: GatedPixelCnnConfig;
  readonly distribution: PixelDistribution;
  readonly conditioner: Conditioner | null;
  readonly network: PixelNetwork;

  constructor({ output, ...rest }: GatedPixelCnnOptions) {
    const family = output ?? defaultOutput(rest.spec);
    this.distribution = family.distribution(config.dataSpec()(rest.spec, 'GatedPixelCnn.spec'));
    const fields = config.object(gatedPixelCnnFields(this.distribution.turns))(rest, 'GatedPixelCnn');
    this.config = { ...fields, output: family.config } as GatedPixelCnnConfig;
    const rng = createRng(fields.seed);
    const { filters, layers, firstKernelSize, kernelSize, hidden } = fields;
    this.conditioner = openConditioner(fields, rng.fork('conditioner'));
    this.network = new GatedPixelCnnNetwork(
      { ...networkSizes(this), filters, layers, firstKernelSize, kernelSize, hidden },
      rng.fork('network'),
    );
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): GatedPixelCnn {
    return new GatedPixelCnn(readChoices(config, choices));
  }

  get spec(): GatedPixelCnnConfig['spec'] {
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

function gatedPixelCnnFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 32),
    layers: config.optional(config.integer({ min: 0 }), 7),
    firstKernelSize: config.optional(config.integer({ min: 3 }), 7),
    kernelSize: config.optional(config.integer({ min: 1 }), 3),
    hidden: channelCount(groups, 64),
  };
}
