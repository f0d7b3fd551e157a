import { check, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Which pixels of an image make its small one: every `scale`-th of every `scale`-th row, from the first. At scale 2:
 *
 *     x . x . x
 *     . . . . .
 *     x . x . x
 */
export class Lattice {
  /** [height, width, channels] of the small image. */
  readonly smallShape: readonly [number, number, number];
  /** [height, width] of the large one: 1 where a pixel is also the small one's. */
  readonly marks: Uint8Array;
  /** The numbers of those pixels, row by row, and of all others. */
  readonly #chosen: readonly number[];
  readonly #others: readonly number[];

  /** Of images [height, width, channels]. Throws 'invalid-config' where the small image is all of the large one. */
  constructor(shape: readonly number[], scale: number) {
    const [height, width, channels] = shape as [number, number, number];
    const isChosen = (pixel: number) => Math.floor(pixel / width) % scale === 0 && (pixel % width) % scale === 0;
    this.smallShape = [Math.ceil(height / scale), Math.ceil(width / scale), channels];
    this.marks = Uint8Array.from({ length: height * width }, (_, pixel) => (isChosen(pixel) ? 1 : 0));
    const pixels = [...this.marks.keys()];
    this.#chosen = pixels.filter((pixel) => this.marks[pixel]);
    this.#others = pixels.filter((pixel) => !this.marks[pixel]);
    check(
      this.#others.length > 0,
      'invalid-config',
      () => `a model of two scales must have images of more than one pixel, got ${show([...shape])}`,
    );
  }

  /** The small images of large ones, [batch, height, width, channels]. The caller disposes them. */
  subsample(x: tf.Tensor4D): tf.Tensor4D {
    return tf.tidy(() => tf.reshape(pick(x, this.#chosen), [x.shape[0], this.smallShape[0], this.smallShape[1], x.shape[3]]));
  }

  /** The pixels that the small image lacks, in a row: [batch, 1, pixels, channels]. The caller disposes them. */
  others(x: tf.Tensor4D): tf.Tensor4D {
    return tf.tidy(() => pick(x, this.#others));
  }

  /** Large images of which only the small one's pixels are left, among zeros. The caller disposes them. */
  keep(x: tf.Tensor4D): tf.Tensor4D {
    return tf.tidy(() => tf.mul(x, tf.tensor4d(this.marks, [1, x.shape[1], x.shape[2], 1], 'float32')));
  }

  /** On the host: the small images' part of large ones', which have `size` numbers a pixel. */
  part<T extends Float32Array | Uint8Array | Uint16Array>(large: T, size: number): T {
    const small = large.slice(0, (large.length * this.#chosen.length) / this.marks.length) as T;
    this.#pair(small.length, size, (to, from) => small.set(large.subarray(from, from + size), to));
    return small;
  }

  /** On the host: puts small images into large ones, in place, and returns those. */
  place<T extends Float32Array | Uint16Array>(small: T, large: T, size: number): T {
    this.#pair(small.length, size, (from, to) => large.set(small.subarray(from, from + size), to));
    return large;
  }

  /** For each pixel of small images with so many numbers: where its first number is in them, and in the large ones. */
  #pair(length: number, size: number, use: (small: number, large: number) => void): void {
    const own = this.#chosen.length;
    for (let pixel = 0; pixel < length / size; pixel++) {
      const image = Math.floor(pixel / own);
      use(pixel * size, (image * this.marks.length + this.#chosen[pixel % own]!) * size);
    }
  }
}

/** Pixels by their numbers: [batch, 1, pixels, channels]. */
function pick(x: tf.Tensor4D, pixels: readonly number[]): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const rows = tf.reshape<tf.Rank.R4>(x, [batch, 1, height * width, channels]);
  return tf.gather(rows, tf.tensor1d([...pixels], 'int32'), 2);
}
