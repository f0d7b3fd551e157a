import * as tf from '@tensorflow/tfjs-core';
import { parallelOps } from './parallel-ops.ts';
import type { PixelMachine } from './pixel-machine.ts';
import type { PixelNetwork } from './pixel-network.ts';

export interface NaiveOptions {
  /** [images, height, width, channels]. */
  readonly shape: readonly [count: number, height: number, width: number, channels: number];
  /** What the network is conditioned on, which stays the caller's. */
  readonly condition?: tf.Tensor4D;
}

/** Runs the whole network for every pixel: what a machine shall give, slowly. For tests and comparisons. */
export class NaiveMachine implements PixelMachine {
  readonly bytes: number;
  readonly #network: PixelNetwork;
  readonly #shape: NaiveOptions['shape'];
  readonly #condition: tf.Tensor4D | undefined;
  readonly #images: Float32Array;

  constructor(network: PixelNetwork, { shape, condition }: NaiveOptions) {
    this.#network = network;
    this.#shape = shape;
    this.#condition = condition;
    this.#images = new Float32Array(shape[0] * shape[1] * shape[2] * shape[3]);
    this.bytes = this.#images.byteLength;
  }

  startRow(): void {}

  async parameters(row: number, column: number): Promise<Float32Array> {
    const pixels = tf.tidy(() => {
      const x = tf.tensor4d(this.#images.slice(), [...this.#shape]);
      const parameters = this.#network.apply(parallelOps(), x, this.#condition);
      return tf.slice(parameters, [0, row, column, 0], [-1, 1, 1, -1]);
    });
    try {
      return (await pixels.data()) as Float32Array;
    } finally {
      pixels.dispose();
    }
  }

  setPixel(row: number, column: number, values: ArrayLike<number>): void {
    const [count, height, width, channels] = this.#shape;
    for (let image = 0; image < count; image++) {
      const at = ((image * height + row) * width + column) * channels;
      for (let channel = 0; channel < channels; channel++) this.#images[at + channel] = values[image * channels + channel]!;
    }
  }

  dispose(): void {}
}
