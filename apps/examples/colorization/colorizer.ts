import {
  type Batch,
  check,
  type JsonObject,
  type Objective,
  pixelUnshuffle,
  type Rng,
  type SampleOptions,
  show,
  type Trainable,
} from '@genmodels/core';
import type { AutoregressiveModel, PixelConfig } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';
import { fromBytes, toBytes } from './bytes.ts';
import { fromLevels, toLevels } from './chroma-levels.ts';
import { paint } from './paint.ts';
import { toYCoCg } from './ycocg.ts';

/** As for samples, of which there are as many as grey pictures. */
export type ColourOptions = Omit<SampleOptions, 'count' | 'condition'>;

/**
 * Draws the colours of grey pictures. A model says p(chroma | luma), pixel by pixel, where chroma is coarser than luma, which eyes
 * hardly see; luma is its map, and is kept as it is (PixColor, Guadarrama et al. 2017, 1705.07208, which refines the colours by
 * another network; here they are spread evenly). Around a model without a map it is p(chroma), to compare with.
 */
export class Colorizer implements Trainable {
  readonly kind = 'colorizer';
  /** Of images [height / block, width / block, 2] on an odd number of levels; its map has a channel a pixel of a block. */
  readonly model: AutoregressiveModel<PixelConfig>;

  constructor(model: AutoregressiveModel<PixelConfig>) {
    this.model = model;
  }

  get config(): JsonObject {
    return this.model.config;
  }

  /** Those of the model, for batches of pictures in colour: [batch, height, width, 3] in [0, 1]. */
  objectives(): Objective[] {
    return this.model.objectives().map((objective) => ({
      ...objective,
      ...(objective.initialize && {
        initialize: ({ x }: Batch, rng: Rng) => objective.initialize!(this.#takeApart(x), rng),
      }),
      loss: ({ x }, rng, training) => objective.loss(this.#takeApart(x), rng, training),
    }));
  }

  /** log p(chroma | luma) in nats, one value a picture, exact: x [batch, height, width, 3] in [0, 1]. The caller disposes it. */
  logProb(x: tf.Tensor): tf.Tensor1D {
    return tf.tidy(() => {
      const { x: chroma, map } = this.#takeApart(x);
      return this.model.logProb(chroma, map && { map });
    });
  }

  /**
   * Pictures in colour, [count, height, width, 3] in [0, 1], which the caller disposes; `toGrey` gives back `grey`, which is
   * [count, height, width, 1] in [0, 1], to the bit.
   */
  async colour(grey: tf.Tensor4D, options: ColourOptions): Promise<tf.Tensor4D> {
    const block = this.#blockOf(grey);
    const map = tf.tidy(() => this.#mapOf(toBytes(grey), block));
    try {
      const chroma = await this.model.sample({ ...options, count: grey.shape[0], ...(map && { condition: { map } }) });
      const pictures = tf.tidy(() => fromBytes(paint({ luma: toBytes(grey), chroma: fromLevels(chroma, block) })));
      chroma.dispose();
      return pictures;
    } finally {
      map?.dispose();
    }
  }

  dispose(): void {
    this.model.dispose();
  }

  /** What the model learns of pictures. Called inside a tidy. */
  #takeApart(pictures: tf.Tensor): Batch {
    const block = this.#blockOf(pictures);
    const { luma, chroma } = toYCoCg(toBytes(pictures));
    const map = this.#mapOf(luma, block);
    return { x: toLevels(chroma, { block, levels: this.model.distribution.levels }), ...(map && { map }) };
  }

  /** All of luma beside the coarse chroma, from -2 to 2: a block's pixels are channels. Called inside a tidy. */
  #mapOf(luma: tf.Tensor4D, block: number): tf.Tensor4D | undefined {
    return this.model.conditioner ? pixelUnshuffle(tf.div(tf.sub(luma, 127.5), 64), block) : undefined;
  }

  #blockOf({ shape }: tf.Tensor): number {
    const [height, width] = this.model.spec.shape as [number, number];
    const block = shape[1]! / height;
    check(
      shape.length === 4 && Number.isInteger(block) && shape[2] === width * block,
      'invalid-shape',
      () => `pictures must be so many times as large as the ${height} x ${width} of the model's chroma, got ${show(shape)}`,
    );
    return block;
  }
}
