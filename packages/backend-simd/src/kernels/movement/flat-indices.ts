import { util } from '@tensorflow/tfjs-core';

/** Places in a tensor of `shape`, each given by its coordinates along the first `rank` axes. */
export interface Coordinates {
  readonly count: number;
  readonly rank: number;
  /** Slices, which the remaining axes make, from one place to the next along each axis. */
  readonly strides: readonly number[];
  readonly shape: readonly number[];
  /** What the number of a slice is multiplied by: its bytes, to get at it. */
  readonly scale: number;
}

/** The slice to which each place belongs, scaled. Throws, in the words of the cpu kernel, for one that is not in the tensor. */
export function flatIndices(indices: Int32Array, { count, rank, strides, shape, scale }: Coordinates): Int32Array {
  const slices = util.sizeFromShape(shape.slice(0, rank) as number[]);
  const flat = new Int32Array(count);
  for (let place = 0, word = 0; place < count; place++) {
    let index = 0;
    for (let axis = 0; axis < rank; axis++) index += indices[word++]! * strides[axis]!;
    if (index < 0 || index >= slices)
      throw new Error(`Invalid indices: ${indices.subarray(word - rank, word)} does not index into ${shape}`);
    flat[place] = index * scale;
  }
  return flat;
}
