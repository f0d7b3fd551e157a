import { type DataSpec, type Rng, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** How many levels the images of this kind have. */
export function levelsOf({ domain }: DataSpec): number {
  return typeof domain === 'object' ? domain.levels : 2;
}

/** All images of a small kind, [levels^values, height, width, channels]: image i is the number i, whose last digit is its last value. */
export function allImages(spec: DataSpec): tf.Tensor4D {
  const [levels, size] = [levelsOf(spec), sizeOf(spec.shape)];
  const digit = (number: number, place: number) => Math.floor(number / levels ** (size - 1 - place)) % levels;
  const values = Float32Array.from(
    { length: levels ** size * size },
    (_, i) => digit(Math.floor(i / size), i % size) / (levels - 1),
  );
  return tf.tensor<tf.Rank.R4>(values, [levels ** size, ...(spec.shape as [number, number, number])]);
}

/** Images whose values are any levels, [count, height, width, channels]. */
export function randomImages(spec: DataSpec, count: number, rng: Rng): tf.Tensor4D {
  const levels = levelsOf(spec);
  const uniforms = rng.fillUniform(new Float32Array(count * sizeOf(spec.shape)));
  const values = uniforms.map((uniform) => Math.floor(uniform * levels) / (levels - 1));
  return tf.tensor<tf.Rank.R4>(values, [count, ...(spec.shape as [number, number, number])]);
}

/** How often each image of the kind is there. */
export async function countImages(images: tf.Tensor4D, spec: DataSpec): Promise<number[]> {
  const [levels, size] = [levelsOf(spec), sizeOf(spec.shape)];
  const values = await images.data<'float32'>();
  const counts = new Array<number>(levels ** size).fill(0);
  for (let first = 0; first < values.length; first += size) {
    const number = values
      .subarray(first, first + size)
      .reduce((sum, value) => sum * levels + Math.round(value * (levels - 1)), 0);
    counts[number]!++;
  }
  return counts;
}
