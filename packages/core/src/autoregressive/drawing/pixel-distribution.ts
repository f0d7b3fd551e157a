import type * as tf from '@tensorflow/tfjs-core';

/**
 * What the network's answer means. Images have `channels` colours of `levels` even steps of [0, 1].
 *
 * Where colours are masked (`turns` is their number), parameter c belongs to colour c mod turns, as every channel of the network does,
 * and a pixel takes a turn a colour: the network sees a colour before it says the next. Elsewhere `turns` is 1, and the parameters say
 * by themselves how a colour depends on those before it.
 */
export interface PixelDistribution {
  readonly channels: number;
  readonly levels: number;
  /** Parameters of a pixel: the channels of the network's output. */
  readonly parameters: number;
  readonly turns: number;
  /** log p(x) in nats, one value an image: x [batch, height, width, channels], parameters [batch, height, width, parameters]. */
  logProb(x: tf.Tensor4D, parameters: tf.Tensor4D): tf.Tensor1D;
  /** Uniform numbers that drawing one pixel takes. */
  readonly uniforms: number;
  /** Draws the colours of one turn into `pixel`, whose earlier colours are there; all are in [0, 1]. */
  draw(from: PixelDraw): void;
  /**
   * What files are coded with: the masses of all levels of one colour, given the pixel's colours before it, up to a common factor,
   * into `masses` [levels].
   *
   * They must have the same bits on every engine, now and when the file is read. So: only + - * / and comparisons of numbers, in an
   * order that never changes; of `Math`, `fround`, `floor`, `round`, `abs`, `min` and `max`; core's `fixedExp`, `fixedSigmoid` and
   * `fixedTanh`, never `Math.exp` and its like. Whoever changes a bit must say so in the format of the files: @genmodels/pixelcnn
   * gives `arithmetic` in its coding/header.ts the next number.
   *
   * A mass is at least 0, and as near to that of `logProb` as float32 allows. It may be 0: each level gets a least frequency later.
   * Where all are 0, or one is NaN, all levels count alike. Where `turns` is 1, a mixture weighs its components by what they say of
   * the colours before.
   */
  masses(of: CodedColour, masses: Float64Array): void;
}

/** One pixel of one image, while it is drawn. */
export interface PixelDraw {
  /** [parameters] of this pixel. */
  readonly parameters: Float32Array;
  /** Its colours, of which the drawn ones are set. */
  readonly pixel: Float32Array;
  readonly turn: number;
  /** In (0, 1), all that the pixel takes, whatever the turn. */
  readonly uniforms: Float32Array;
  /** Spread of the draws: 1 is the model's own, 0 takes the likeliest. */
  readonly temperature: number;
}

/** One colour of one pixel, while it is coded. */
export interface CodedColour {
  /** [parameters] of this pixel. */
  readonly parameters: Float32Array;
  /** Its colours in [0, 1], of which those before this one are set. */
  readonly pixel: Float32Array;
  readonly colour: number;
}
