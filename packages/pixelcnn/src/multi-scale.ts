import {
  checkExamples,
  checkSampleOptions,
  createRng,
  type DrawnRow,
  disposeModule,
  type JsonObject,
  type Objective,
  type PixelDistribution,
  type PixelNetwork,
  type Sampler,
  type Trainable,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type * as tf from '@tensorflow/tfjs-core';
import { type PixelChoices, readChoices } from './choices.ts';
import { type CodingOptions, type CompressOptions, compress } from './coding/compress.ts';
import { decompress } from './coding/decompress.ts';
import type { ImageCoding } from './coding/image-coding.ts';
import type { CompleteOptions } from './complete.ts';
import { readGiven } from './complete-given.ts';
import type { Conditioner, GivenCondition } from './conditioner.ts';
import { defaultOutput } from './default-output.ts';
import { likelihoodObjective } from './likelihood.ts';
import { codeMultiScale } from './multi-scale-coding.ts';
import { drawMultiScale, drawMultiScaleRows } from './multi-scale-draw.ts';
import { Lattice } from './multi-scale-lattice.ts';
import { logProbGivenSmall, multiScaleLogProb } from './multi-scale-log-prob.ts';
import { superResolve } from './multi-scale-super-resolve.ts';
import { PixelCnn, type PixelCnnConfig, type PixelCnnOptions, pixelCnnFields } from './pixel-cnn.ts';
import type { PixelModel } from './pixel-model.ts';
import type { PixelSampleOptions } from './sample.ts';

export interface MultiScaleConfig extends PixelCnnConfig {
  readonly scale: number;
}

/** The sizes are those of both parts. */
export interface MultiScaleOptions extends PixelCnnOptions {
  /** How many times smaller the small image is along each side, at least 2: it has every such pixel, from the first. @default 2 */
  readonly scale?: number;
}

/**
 * The multi-scale model of van den Oord et al. 2016 (1601.06759, section 3.4 and figure 6), of PixelCNNs: one draws the small image, and
 * one, biased in every layer by a map made of the small image, the pixels between. That map comes from a deconvolution, which is a
 * convolution over the small image's pixels in their places among zeros, and a convolution more.
 *
 * The pixels of the small image are not drawn again, so log p(x) is exact. `network`, `conditioner` and `distribution` are those of the
 * large part, and so is what `receptiveField` says.
 */
export class MultiScale implements Trainable, Sampler<tf.Tensor4D>, PixelModel {
  static readonly kind = 'multi-scale';
  readonly kind = MultiScale.kind;
  readonly config: MultiScaleConfig;
  /** @internal */
  readonly lattice: Lattice;
  readonly small: PixelCnn;
  readonly large: PixelCnn;

  constructor({ output, ...rest }: MultiScaleOptions) {
    const family = output ?? defaultOutput(rest.spec);
    const { channels, turns } = family.distribution(config.dataSpec()(rest.spec, 'MultiScale.spec'));
    const { scale, ...fields } = config.object(multiScaleFields(turns))(rest, 'MultiScale');
    const { spec, mapChannels } = fields;
    this.config = { ...fields, scale, output: family.config } as MultiScaleConfig;
    this.lattice = new Lattice(spec.shape, scale);
    const rng = createRng(fields.seed);
    const part = (name: string, own: Partial<PixelCnnOptions>) =>
      new PixelCnn({ ...fields, output: family, seed: rng.fork(name).nextWord(), ...own });
    this.small = part('small', { spec: { ...spec, shape: this.lattice.smallShape } });
    this.large = part('large', { mapChannels: channels + mapChannels });
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): MultiScale {
    return new MultiScale(readChoices(config, choices));
  }

  get spec(): MultiScaleConfig['spec'] {
    return this.config.spec;
  }

  get network(): PixelNetwork {
    return this.large.network;
  }

  get conditioner(): Conditioner | null {
    return this.large.conditioner;
  }

  get distribution(): PixelDistribution {
    return this.large.distribution;
  }

  objectives(): Objective[] {
    return [likelihoodObjective(this, multiScaleLogProb)];
  }

  /** log p(x) in nats, one value an image, exact: x [batch, height, width, channels]. The caller disposes it. */
  logProb(x: tf.Tensor, condition: GivenCondition = {}): tf.Tensor1D {
    return multiScaleLogProb(this, x, condition);
  }

  /** log p(x | its small image) in nats, one value an image, exact: log p(x) without what the small image costs. The caller disposes it. */
  logProbGivenSmall(x: tf.Tensor, condition: GivenCondition = {}): tf.Tensor1D {
    return logProbGivenSmall(this, x, condition);
  }

  /** The small images of large ones, [batch, height, width, channels]. The caller disposes them. */
  subsample(images: tf.Tensor): tf.Tensor4D {
    checkExamples(images, this.spec.shape, 'images');
    return this.lattice.subsample(images as tf.Tensor4D);
  }

  /**
   * Super-resolution: for each small image, as `subsample` makes them, a large one drawn from p(large image | small image), exactly. The
   * small image's pixels stay, bit-equal, so that `subsample` of the result gives them back. A map that the model is conditioned on is as
   * large as the large images. The caller disposes them.
   *
   * Throws 'invalid-shape' for images of another size, 'invalid-value' for pixels that are no levels of the model's images.
   */
  superResolve(small: tf.Tensor, options: CompleteOptions): Promise<tf.Tensor4D> {
    return superResolve(this, small, options);
  }

  /** New images, [count, height, width, channels] of levels in [0, 1], which the caller disposes. Progress is of the large ones. */
  async sample(options: PixelSampleOptions): Promise<tf.Tensor4D> {
    checkSampleOptions(options);
    return drawMultiScale(this, options);
  }

  /** The rows of new images, each as soon as it is drawn; the first waits for all of the small images. */
  sampleRows(options: PixelSampleOptions): AsyncIterable<DrawnRow> {
    checkSampleOptions(options);
    return drawMultiScaleRows(this, options);
  }

  /**
   * Images with the pixels filled in that `mask` ([batch, height, width] or [height, width] of 1 and 0) does not keep: those of the small
   * image first, each given the small image before it, then the others, each given all of the small image and the pixels before it. The
   * caller disposes them.
   */
  async complete(images: tf.Tensor, mask: tf.Tensor, options: CompleteOptions): Promise<tf.Tensor4D> {
    checkExamples(images, this.spec.shape, 'images');
    const sampling = { ...options, count: images.shape[0]! };
    checkSampleOptions(sampling);
    return drawMultiScale(this, { ...sampling, given: await readGiven(this, images, mask) });
  }

  /** Images as bytes: a header, and -log2 p(x) bits to 0.5 %. `decompress` gives them back, bit-equal. */
  compress(images: tf.Tensor, options?: CompressOptions): Promise<Uint8Array> {
    return compress(this, images, options);
  }

  /** The images of some bytes, [count, height, width, channels], which the caller disposes. */
  decompress(bytes: Uint8Array, options?: CodingOptions): Promise<tf.Tensor4D> {
    return decompress(this, bytes, options);
  }

  /**
   * For `compress` and `decompress`: the small images first.
   * @internal
   */
  codeImages(coding: ImageCoding): Promise<void> {
    return codeMultiScale(this, coding);
  }

  dispose(): void {
    disposeModule(this);
  }
}

function multiScaleFields(turns: number) {
  return { ...pixelCnnFields(turns), scale: config.optional(config.integer({ min: 2 }), 2) };
}
