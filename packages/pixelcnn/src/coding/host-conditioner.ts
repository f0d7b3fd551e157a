import { addTap, readWeights, type Weights } from '@genmodels/core';
import { type Conditioner, conditionChannels } from '../conditioner.ts';
import type { HostCondition } from './host-condition.ts';

interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** What a `Conditioner` makes of a condition, in fixed arithmetic: backends sum in orders of their own. */
export class HostConditioner {
  readonly #weights: Weights;
  readonly #size: ImageSize;

  private constructor(weights: Weights, size: ImageSize) {
    this.#weights = weights;
    this.#size = size;
  }

  /** With the weights as they are now. */
  static async of(conditioner: Conditioner, shape: readonly number[]): Promise<HostConditioner> {
    return new HostConditioner(await readWeights(conditioner), { height: shape[0]!, width: shape[1]! });
  }

  /** [images, channels] of labels, [images, height, width, channels] of a map. */
  apply({ labels, map }: HostCondition): Float32Array {
    if (!map) return this.#vectors(labels!);
    const first = this.#convolve(map, 0).map((value) => Math.max(value, 0));
    const places = this.#convolve(first, 1);
    if (!labels) return places;
    const [vectors, pixels] = [this.#vectors(labels), this.#size.height * this.#size.width];
    return places.map((value, i) => {
      const image = Math.floor(i / (pixels * conditionChannels));
      return value + vectors[image * conditionChannels + (i % conditionChannels)]!;
    });
  }

  #vectors(labels: Int32Array): Float32Array {
    const table = this.#weights.get('classes.table')!.values;
    const vectors = new Float32Array(labels.length * conditionChannels);
    for (const [i, label] of labels.entries()) {
      vectors.set(table.subarray(label * conditionChannels, (label + 1) * conditionChannels), i * conditionChannels);
    }
    return vectors;
  }

  /** One of the two convolutions, beside whose input are zeros: bias, then tap by tap. */
  #convolve(input: Float32Array, layer: number): Float32Array {
    const { height, width } = this.#size;
    const { shape, values: kernel } = this.#weights.get(`map.${layer}.kernel`)!;
    const [rows, columns, channels, filters] = shape as [number, number, number, number];
    const images = input.length / (height * width * channels);
    const output = new Float32Array(images * height * width * filters);
    for (let pixel = 0; pixel < images * height * width; pixel++) {
      const [row, column] = [Math.floor(pixel / width) % height, pixel % width];
      const sums = output.subarray(pixel * filters, (pixel + 1) * filters);
      sums.set(this.#weights.get(`map.${layer}.bias`)!.values);
      for (let tap = 0; tap < rows * columns; tap++) {
        const [down, right] = [Math.floor(tap / columns) - (rows - 1) / 2, (tap % columns) - (columns - 1) / 2];
        if (row + down < 0 || row + down >= height || column + right < 0 || column + right >= width) continue;
        const weights = kernel.subarray(tap * channels * filters, (tap + 1) * channels * filters);
        addTap(input, (pixel + down * width + right) * channels, channels, weights, sums);
      }
    }
    return output;
  }
}
